"""How a resume and a letter are written into a Word document."""

from collections.abc import Sequence

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from services.typesetting.pdf import Paper
from services.typesetting.sheet import Entry, Fact, Page, Point, Section, Sheet
from services.typesetting.stationery import SMALL, SOFT, blank, saved


def resume(sheet: Sheet, paper: Paper) -> bytes:
    """Return the resume as a Word document."""
    document = blank(paper, f"{sheet.name} – Resume" if sheet.name else "Resume", sheet.name)
    _head(document, sheet.name, sheet.label, sheet.points)
    for section in sheet.sections:
        _section(document, section)
    return saved(document)


def letter(page: Page, paper: Paper) -> bytes:
    """Return the letter as a Word document."""
    document = blank(paper, f"{page.name} – Letter" if page.name else "Letter", page.name)
    _head(document, page.name, "", page.points)
    for group in ([page.date], page.recipient):
        _lines(document, group)
    for text in filter(None, (page.greeting, *page.paragraphs, page.closing)):
        document.add_paragraph(text)
    if page.name:
        document.add_paragraph(page.name).paragraph_format.space_before = Pt(24)
    return saved(document)


def _head(document: Document, name: str, label: str, points: Sequence[Point]) -> None:
    if name:
        _line(document, name, "Title")
    if label:
        _line(document, label, "Subtitle")
    if points:
        line = _line(document, "", "Contact")
        for number, point in enumerate(points):
            line.add_run("  ·  " if number else "")
            _point(line, point)


def _point(line: Paragraph, point: Point) -> None:
    run = line.add_run(point.text)
    if point.target:
        link = OxmlElement("w:hyperlink")
        relation = line.part.relate_to(point.target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), relation)
        link.append(run._r)
        line._p.append(link)


def _lines(document: Document, words: Sequence[str]) -> None:
    if any(words):
        document.add_paragraph("\n".join(words)).paragraph_format.space_after = Pt(12)


def _section(document: Document, section: Section) -> None:
    _line(document, section.heading, "Heading1")
    for text in section.paragraphs:
        document.add_paragraph(text)
    for fact in section.facts:
        _fact(document, fact)
    for entry in section.entries:
        _entry(document, entry)


def _fact(document: Document, fact: Fact) -> None:
    line = document.add_paragraph()
    line.add_run(fact.label).bold = True
    line.add_run(": " if fact.label and fact.text else "")
    line.add_run(fact.text)


def _entry(document: Document, entry: Entry) -> None:
    is_brief = not (entry.paragraphs or entry.bullets)
    line = _line(document, entry.title, "Heading2")
    if is_brief and entry.detail:
        _aside(line, f"  ·  {entry.detail}" if entry.title else entry.detail).italic = True
    if entry.dates:
        _aside(line, f"\t{entry.dates}").font.size = SMALL
    if not is_brief and entry.detail:
        _line(document, entry.detail, "Detail")
    for text in entry.paragraphs:
        document.add_paragraph(text)
    for bullet in entry.bullets:
        _line(document, bullet, "ListBullet")


def _aside(line: Paragraph, text: str) -> Run:
    run = line.add_run(text)
    run.bold, run.font.color.rgb = False, SOFT
    return run


def _line(document: Document, text: str, style_id: str) -> Paragraph:
    # By its identifier: looking a style up by its name takes a millisecond for every line.
    line = document.add_paragraph(text)
    line._p.style = style_id
    return line
