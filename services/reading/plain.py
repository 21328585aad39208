"""Plain text and Markdown."""

import codecs
import re

from services.errors import Invalid
from services.reading.bounds import bounded
from services.reading.clean import clean
from services.reading.transcript import Kind, TextLine, Transcript

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_GUESSED = "The letters beyond A to Z were guessed (Windows-1252). Please check them."


def read_text(data: bytes, kind: Kind) -> Transcript:
    """Return the lines of a text whose letters may be stored in one of five ways."""
    text, notes = decode(data)
    lines = bounded(TextLine(text=line) for line in map(clean, text.splitlines()) if line)
    return Transcript(kind=kind, lines=tuple(lines), notes=notes)


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text and what the person should know about it, or raise `Invalid`."""
    encoding = _marked(data) or _unmarked(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise Invalid(_UNREADABLE) from None
    if len(_CONTROLS.findall(text)) > len(text) // 200:
        raise Invalid(_UNREADABLE)
    return text, (_GUESSED,) if encoding == "cp1252" else ()


_UNREADABLE = (
    "This is no kind of file that can be read here."
    " Please use PDF, DOCX, PNG, JPEG, WebP, plain text, Markdown or JSON Resume."
)


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)


def _unmarked(data: bytes) -> str:
    try:
        data.decode()
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8" if b"\0" not in data else _wide(data)
    return _wide(data) if b"\0" in data else "cp1252"


def _wide(data: bytes) -> str:
    """Tell by where the zeros stand which half of each pair comes first."""
    return "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"
