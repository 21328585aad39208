"""Papers made for the tests, as real programs would make them."""

import io

import docx
import pymupdf


def pdf(*lines: str) -> bytes:
    """Return a PDF of one page with one column."""
    document = pymupdf.open()
    page = document.new_page()
    for number, line in enumerate(lines):
        page.insert_text((72, 72 + 14 * number), line)
    return document.tobytes()


def word(*lines: str) -> bytes:
    """Return a Word document of plain paragraphs."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
