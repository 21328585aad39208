"""Papers made for the tests, as real programs would make them."""

import io
import json
from collections.abc import Sequence
from time import monotonic
from typing import Any

import docx
import pymupdf
from PIL import Image

from services.reading.read import read
from services.reading.transcript import Transcript

Placed = tuple[float, float, str]
"""Left, baseline and text of a line."""


def look(name: str, data: bytes) -> Transcript:
    """Read a file in this process, as the child does."""
    return read(name, data, lambda done, pages: None, monotonic() + 60)


def pdf(*lines: str) -> bytes:
    """Return a PDF of one page with one column."""
    return placed([(72, 72 + 14 * number, line) for number, line in enumerate(lines)])


def placed(*pages: Sequence[Placed], size: float = 10) -> bytes:
    """Return a PDF whose pages have each line at its place."""
    document = pymupdf.open()
    for lines in pages:
        page = document.new_page()
        for left, baseline, text in lines:
            page.insert_text((left, baseline), text, fontsize=size)
    return document.tobytes()


def page_with(text: str = "Ada Lovelace", **look: Any) -> bytes:
    """Return a PDF of a plain line and one that looks as wished."""
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 72), "A plain line")
    page.insert_text(look.pop("at", (72, 100)), text, **look)
    return document.tobytes()


def column(left: float, top: float, name: str, count: int, leading: float = 14) -> list[Placed]:
    """Return the lines of one column, named and numbered."""
    return [(left, top + leading * number, f"{name} {number}") for number in range(count)]


def words_of(*columns: Sequence[Placed]) -> str:
    """Return the text of the columns, one after the other."""
    return "\n".join(text for lines in columns for _, _, text in lines)


def word(*lines: str) -> bytes:
    """Return a Word document of plain paragraphs."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def saved(document: Any) -> bytes:
    """Return the bytes of a Word document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def scan(data: bytes, dpi: int = 150) -> Image.Image:
    """Return the first page of a PDF as a scanner sees it."""
    pixels = pymupdf.open(stream=data)[0].get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY)
    return Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)


def encoded(picture: Image.Image, kind: str = "PNG", **how: Any) -> bytes:
    """Return the picture as a file."""
    stream = io.BytesIO()
    picture.save(stream, kind, **how)
    return stream.getvalue()


def scanned(picture: Image.Image, layer: Sequence[Placed] = ()) -> bytes:
    """Return a PDF of one page that is a picture, with text behind it that cannot be seen."""
    document = pymupdf.open()
    page = document.new_page()
    page.insert_image(page.rect, stream=encoded(picture, "JPEG"))
    for left, baseline, text in layer:
        page.insert_text((left, baseline), text, render_mode=3)
    return document.tobytes()


def json_resume(**sections: Any) -> bytes:
    """Return a JSON Resume."""
    return json.dumps(sections).encode()
