"""Word documents: all of their text, and what they hide."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor

from services.errors import Invalid
from services.reading.transcript import Hidden
from tests.reading.papers import look, saved, word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
BOX = """<w:r {W} {MC}><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p>
</w:txbxContent></w:drawing></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>
</w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


def body(xml: str) -> bytes:
    """Return a document whose only paragraph holds the XML."""
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{xml}</w:p>"))
    return saved(document)


def _folded(stream: io.BytesIO) -> zipfile.ZipFile:
    return zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED)


def swapped(data: bytes, name: str, content: bytes) -> bytes:
    """Return the archive with one member's content swapped or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, _folded(stream) as new:
        for each in old.namelist():
            new.writestr(each, content if each == name else old.read(each))
        if name not in old.namelist():
            new.writestr(name, content)
    return stream.getvalue()


def test_header_table_list_box_and_footer_are_read_in_order():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ada Lovelace"
    document.sections[0].footer.paragraphs[0].text = "Berlin, May"
    document.add_paragraph("Summary")._p.append(parse_xml(BOX.format(W=W, MC=MC)))
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Analyst", "1842", "Translator", "1840"), strict=True):
        cell.text = text
    document.add_paragraph("Mathematics", style="List Bullet")

    assert look("a.docx", saved(document)).text.split("\n") == [
        "Ada Lovelace",
        "Summary",
        "In a box",
        "Analyst",
        "1842",
        "Translator",
        "1840",
        "• Mathematics",
        "Berlin, May",
    ]


def test_a_row_of_facts_is_one_line_and_a_row_of_texts_is_not():
    document = docx.Document()
    table = document.add_table(3, 3)
    texts = ("2012", "Diploma", "Bexley College", "WORK", "Analyst", "Acme", "Now", "Coder", "x")
    for cell, text in zip(table._cells, texts, strict=True):
        cell.text = text
    table.cell(2, 2).add_paragraph("y")

    assert look("a.docx", saved(document)).text.split("\n") == [
        "2012  Diploma  Bexley College",
        "WORK",
        "Analyst  Acme",
        *("Now", "Coder", "x", "y"),
    ]


def test_what_two_headers_say_is_said_once_and_a_page_number_never():
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "Ada Lovelace"
    section.header.add_paragraph("continued")
    section.first_page_header.paragraphs[0].text = "Ada Lovelace"
    section.footer.paragraphs[0].text = "2 | P a g e"
    section.first_page_footer.paragraphs[0].text = "Page 1 of 2"
    document.add_paragraph("Analyst")

    assert sorted(look("a.docx", saved(document)).text.split("\n")) == [
        *("Ada Lovelace", "Analyst", "continued")
    ]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>Analyst</w:t><w:tab/><w:t>1842</w:t></w:r>", "Analyst  1842"),
        ("<w:r><w:t>London</w:t><w:br/><w:t>England</w:t></w:r>", "London\nEngland"),
        ("<w:hyperlink><w:r><w:t>ada.test</w:t></w:r></w:hyperlink>", "ada.test"),
        ("<w:ins><w:r><w:t>kept</w:t></w:r></w:ins>", "kept"),
        ("<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>A</w:t></w:r>", "A"),
        ("<w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:t>A</w:t></w:r>", "A"),
        ("<w:r><w:instrText>PAGE</w:instrText><w:t>A</w:t></w:r>", "A"),
        ("<w:sdt><w:sdtContent><w:r><w:t>chosen</w:t></w:r></w:sdtContent></w:sdt>", "chosen"),
        ("<w:r><w:t>co</w:t></w:r><w:r><w:t>operate</w:t></w:r>", "cooperate"),
    ],
    ids=[
        "tab",
        "break",
        "link",
        "insertion",
        "deletion",
        "deleted plain text",
        "field code",
        "content control",
        "word in two runs",
    ],
)
def test_a_paragraph_says_what_a_person_reads(xml, text):
    assert look("a.docx", body(xml)).text == text


@pytest.mark.parametrize(
    ("properties", "why"),
    [
        ("<w:vanish/>", Hidden.INVISIBLE),
        ('<w:vanish w:val="0"/>', None),
        ('<w:color w:val="FFFFFF"/>', Hidden.PALE),
        ('<w:color w:val="FEFEFE"/>', Hidden.PALE),
        ('<w:color w:val="FFFFFF"/><w:shd w:fill="000080"/>', None),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>', None),
        ('<w:color w:val="auto"/>', None),
        ('<w:sz w:val="2"/>', Hidden.TINY),
        ('<w:sz w:val="20"/>', None),
        ('<w:sz w:val="nonsense"/>', None),
    ],
    ids=[
        "vanished",
        "not vanished",
        "white",
        "nearly white",
        "white on blue",
        "white on black",
        "automatic",
        "tiny",
        "ten points",
        "no size",
    ],
)
def test_hidden_runs_are_pointed_out(properties, why):
    xml = f"<w:r><w:rPr>{properties}</w:rPr><w:t>Ada</w:t></w:r><w:r><w:t> plain</w:t></w:r>"

    assert look("a.docx", body(xml)).lines[0].hidden is why


def test_white_text_in_a_dark_cell_can_be_seen():
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].add_run("Ada").font.color.rgb = RGBColor(255, 255, 255)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {W} w:fill="000080"/>'))

    assert look("a.docx", saved(document)).text == "Ada"


def test_white_text_of_a_dark_style_can_be_seen():
    document = docx.Document()
    document.add_heading("Experience").runs[0].font.color.rgb = RGBColor(255, 255, 255)
    document.styles["Heading 1"].element.get_or_add_pPr().append(
        parse_xml(f'<w:shd {W} w:fill="A5300F"/>')
    )

    assert look("a.docx", saved(document)).text == "Experience"


@pytest.mark.parametrize(
    ("fill", "seen"),
    [
        ('<a:solidFill><a:srgbClr val="002060"/></a:solidFill>', True),
        ('<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>', True),
        ("<a:gradFill/>", True),
        ('<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>', False),
        ('<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>', False),
        ("<a:noFill/>", False),
    ],
)
def test_white_text_can_be_seen_in_a_filled_box_alone(fill, seen):
    box = (
        f'<w:r xmlns:a="http://a" xmlns:wps="http://wps"><w:drawing><wps:wsp><wps:spPr>{fill}'
        "</wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr>"
        "<w:t>Skills</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r>"
    )
    transcript = look("a.docx", body(f"<w:r><w:t>Ada</w:t></w:r>{box}"))

    assert [line.text for line in transcript.seen] == ["Ada", *["Skills"][: int(seen)]]


def test_what_a_style_hides_is_pointed_out():
    document = docx.Document()
    style = document.styles.add_style("Ghost", 1)
    style.font.hidden = True
    document.styles.add_style("Small", 2).font.size = Pt(1)
    document.add_paragraph("Ada", style="Ghost")
    document.add_paragraph().add_run("Lovelace", style="Small")
    document.add_paragraph("A plain line")

    assert [line.hidden for line in look("a.docx", saved(document)).lines] == [
        Hidden.INVISIBLE,
        Hidden.TINY,
        None,
    ]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (word("Ada")[:2000], "damaged"),
        (swapped(word("Ada"), "word/document.xml", b"<w:p>"), "damaged"),
        (swapped(word("Ada"), "word/document.xml", b"<!DOCTYPE a><a/>"), "definitions"),
        (swapped(word("Ada"), "word/document.xml", b" " * 60_000_000), "unfolds"),
        (swapped(word("Ada"), "[Content_Types].xml", b"<Types/>"), "damaged"),
    ],
    ids=["cut off", "broken XML", "document type", "bomb", "no parts"],
)
def test_a_hostile_document_is_refused_in_one_sentence(data, sentence):
    with pytest.raises(Invalid, match=sentence):
        look("a.docx", data)


def test_an_archive_is_told_what_to_save_as():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "")
    with pytest.raises(Invalid, match="a spreadsheet, which cannot be read here"):
        look("a", stream.getvalue())
