# mypy: untyped-calls-exclude=pymupdf
"""PDF: its text with the place of each line, in the order in which a person reads it."""

from collections.abc import Callable
from typing import Any

import pymupdf

from services.errors import Invalid
from services.reading.clean import broken
from services.reading.columns import in_reading_order
from services.reading.layout import Layout, lay_out
from services.reading.ocr import recognise
from services.reading.picture import from_samples
from services.reading.transcript import Kind, Page, TextLine, Transcript

MOST_PAGES = 50

_DAMAGED = "This PDF is damaged. Please save or print it as PDF once more and try again."
_FEW_CHARACTERS = 100
_MANY_BROKEN = 0.15
_MUCH_PICTURE = 0.4
_DPI = 200

Progress = Callable[[int, int], None]


def read_pdf(data: bytes, progress: Progress, until: float) -> Transcript:
    """Read all pages; those that are pictures are recognised as long as there is time."""
    document = open_pdf(data)
    pages: list[Page] = []
    lines: list[TextLine] = []
    notes: list[str] = []
    for number, page in enumerate(document):
        layout = lay_out(page, number)
        confidence = None
        found = layout.lines
        if layout.has_layer:
            notes.append(f"Page {number + 1} is a picture; the text behind it was read.")
        if _is_picture(layout):
            try:
                found, confidence = _recognise(page, number, until)
            except Invalid as problem:
                notes.append(f"Page {number + 1} is a picture. {problem}")
            else:
                found += [line for line in layout.lines if line.hidden]
        lines += in_reading_order(found)
        pages.append(Page(width=layout.width, height=layout.height, confidence=confidence))
        progress(number + 1, document.page_count)
    return Transcript(kind=Kind.PDF, pages=tuple(pages), lines=tuple(lines), notes=tuple(notes))


def open_pdf(data: bytes) -> Any:
    """Open the document, or raise `Invalid` if it cannot or should not be read."""
    try:
        document = pymupdf.open(stream=data, filetype="pdf")
    except pymupdf.FileDataError:
        raise Invalid(_DAMAGED) from None
    if document.needs_pass:
        raise Invalid("This PDF is locked with a password. Please save it without one.")
    if document.page_count > MOST_PAGES:
        raise Invalid(
            f"This PDF has {document.page_count} pages, and at most {MOST_PAGES} are read."
            " Please save only the pages that matter."
        )
    if not document.page_count:
        raise Invalid(_DAMAGED)
    return document


def draw_pdf(data: bytes, number: int, width: int) -> bytes:
    """Return the page as a PNG picture of that many pixels across."""
    document = open_pdf(data)
    if not 0 <= number < document.page_count:
        raise Invalid("There is no such page.")
    page = document[number]
    scale = width / page.rect.width
    return bytes(page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=False).tobytes("png"))


def _is_picture(layout: Layout) -> bool:
    text = "".join(line.text for line in layout.lines if line.hidden is None)
    if len(text) < _FEW_CHARACTERS and layout.pictured > _MUCH_PICTURE:
        return True
    return broken(text) > _MANY_BROKEN * len(text)


def _recognise(page: Any, number: int, until: float) -> tuple[list[TextLine], float | None]:
    drawn = page.get_pixmap(dpi=_DPI, colorspace=pymupdf.csGRAY, alpha=False)
    grey = from_samples(drawn.width, drawn.height, drawn.samples)
    return recognise(grey, _DPI, number, 72 / _DPI, until)
