"""What a file is: told by its first bytes, for a name can lie."""

from pathlib import PurePath

from services.errors import Invalid
from services.reading.transcript import Kind

MOST_BYTES = 10_000_000

_MAGIC = {
    b"%PDF-": Kind.PDF,
    b"PK\x03\x04": Kind.DOCX,
    b"\x89PNG\r\n\x1a\n": Kind.PNG,
    b"\xff\xd8\xff": Kind.JPEG,
}
_FOREIGN = {
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "a rich text document",
    b"<!doctype html": "a web page",
    b"<html": "a web page",
    b"<?xml": "an XML file",
    b"<svg": "a drawing",
    b"GIF8": "a GIF picture",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
    b"BM": "a BMP picture",
    b"%!PS": "a PostScript document",
    b"PK\x05\x06": "an empty archive",
    b"Rar!": "an archive",
    b"7z\xbc\xaf": "an archive",
    b"\x1f\x8b": "an archive",
    b"BZh": "an archive",
    b"\xfd7zXZ": "an archive",
    b"MZ": "a program",
    b"\x7fELF": "a program",
    b"#!": "a program",
}
_CLAIMS = {
    ".pdf": (Kind.PDF,),
    ".docx": (Kind.DOCX,),
    ".png": (Kind.PNG, Kind.JPEG, Kind.WEBP),
    ".jpg": (Kind.PNG, Kind.JPEG, Kind.WEBP),
    ".jpeg": (Kind.PNG, Kind.JPEG, Kind.WEBP),
    ".webp": (Kind.PNG, Kind.JPEG, Kind.WEBP),
    ".txt": (Kind.TEXT,),
    ".md": (Kind.MARKDOWN,),
    ".markdown": (Kind.MARKDOWN,),
    ".json": (Kind.JSON_RESUME,),
}
_CALLED = {
    Kind.PDF: "a PDF",
    Kind.DOCX: "a Word document or an archive",
    Kind.PNG: "a PNG picture",
    Kind.JPEG: "a JPEG picture",
    Kind.WEBP: "a WebP picture",
    Kind.TEXT: "plain text",
}
_WRITTEN = {
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".json": Kind.JSON_RESUME,
}


def tell(name: str, data: bytes) -> Kind:
    """Return what the file is, or raise `Invalid` with a sentence on what to save it as."""
    check_size(data)
    ending = PurePath(name).suffix.lower()
    kind = _magic(data) or _WRITTEN.get(ending, Kind.TEXT)
    claims = _CLAIMS.get(ending, (kind,))
    if kind not in claims:
        raise Invalid(
            f"The name ends in {ending}, but inside is {_CALLED[kind]}."
            " Please check that this is the right file."
        )
    return kind


def check_size(data: bytes) -> None:
    """Raise `Invalid` for a file that holds nothing or too much."""
    if not data:
        raise Invalid("This file is empty. Please choose another one.")
    if len(data) > MOST_BYTES:
        raise Invalid("This file is larger than 10 MB. Please save it smaller and try again.")


def _magic(data: bytes) -> Kind | None:
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    for magic, kind in _MAGIC.items():
        if start.startswith(magic):
            return kind
    if start[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Kind.WEBP
    if data[4:8] == b"ftyp":
        raise Invalid(_save_as("a HEIC picture or a video"))
    for magic, called in _FOREIGN.items():
        if start.lower().startswith(magic.lower()) and not _is_prose(magic, data):
            raise Invalid(_save_as(called))
    return None


def _is_prose(magic: bytes, data: bytes) -> bool:
    """Tell whether a short magic that is also a word stands at the start of a text."""
    return len(magic) <= 3 and magic.isascii() and data[:512].isascii() and b"\0" not in data[:512]


def _save_as(called: str) -> str:
    return f"This is {called}, which cannot be read here. Please save it as PDF or DOCX."
