# mypy: untyped-calls-exclude=pymupdf
"""PDF: its text with the place of each line, in the order in which a person reads it."""

from collections.abc import Callable
from time import monotonic
from typing import Any

import pymupdf
from PIL import Image

from services.errors import Invalid
from services.reading.answers import answered
from services.reading.bounds import bounded
from services.reading.clean import broken
from services.reading.columns import in_reading_order
from services.reading.layout import Layout, lay_out
from services.reading.ocr import LATE, confidence_of, recognise
from services.reading.running import said_once
from services.reading.transcript import Kind, Page, TextLine, Transcript

MOST_PAGES = 50

_DAMAGED = "This PDF is damaged. Please save or print it as PDF once more and try again."
_FEW_CHARACTERS = 100
_MANY_BROKEN = 0.15
_MUCH_PICTURE = 0.4
_DPI = 200
_MOST_DOTS = 4_000

Progress = Callable[[int, int], None]


def read_pdf(data: bytes, progress: Progress, until: float) -> Transcript:
    """Read all pages; those that are pictures are recognised as long as there is time."""
    document = open_pdf(data)
    pages: list[Page] = []
    lines: list[TextLine] = []
    notes: list[str] = []
    for number, page in enumerate(document):
        layout = lay_out(page, number)
        found, confidence, note = _read_page(page, layout, until)
        lines = list(bounded([*lines, *found]))
        pages.append(Page(width=layout.width, height=layout.height, confidence=confidence))
        notes += [f"Page {number + 1} is a picture. {note}"] if note else []
        progress(number + 1, document.page_count)
    return Transcript(
        kind=Kind.PDF,
        pages=tuple(pages),
        lines=tuple(said_once(lines, pages)),
        notes=tuple(notes),
    )


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
    scale = min(width / page.rect.width, 4 * width / page.rect.height)
    return bytes(page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=False).tobytes("png"))


def _read_page(page: Any, layout: Layout, until: float) -> tuple[list[TextLine], float | None, str]:
    """Return the page's lines, their confidence if it is a picture, and what to know of it."""
    lines = answered(in_reading_order(layout.lines))
    if not _is_picture(layout):
        return lines, None, "The text behind it was read." if layout.has_layer else ""
    if monotonic() > until:
        return lines, None, LATE
    # What is so large that its letters are seen at all can be drawn smaller.
    dpi = int(min(_DPI, _MOST_DOTS * 72 / max(layout.width, layout.height)))
    drawn = page.get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY, alpha=False)
    grey = Image.frombytes("L", (drawn.width, drawn.height), drawn.samples)
    try:
        recognised = recognise(grey, dpi, page.number, until)
    except Invalid as problem:
        return lines, None, str(problem)
    hidden = [line for line in lines if line.hidden]
    return [*recognised, *hidden], confidence_of(recognised), ""


def _is_picture(layout: Layout) -> bool:
    text = "".join(line.text for line in layout.lines if line.hidden is None)
    if len(text) < _FEW_CHARACTERS and layout.pictured > _MUCH_PICTURE:
        return True
    return broken(text) > _MANY_BROKEN * len(text)
