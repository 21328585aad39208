"""The archive that a Word document is: unfolded within limits, its headers never believed."""

import io
import zipfile
import zlib

from services.errors import Invalid

MOST_MEMBERS = 2_000
MOST_BYTES = 50_000_000
MOST_RATIO = 200

_PIECE = 64 * 1024
_FREE = 100_000
"""Bytes to which a small member may unfold whatever its ratio: XML is repetitive."""

_CONTENTS = "[Content_Types].xml"
_OTHERS = {
    "mimetype": "an OpenDocument file or a book",
    "xl/workbook.xml": "a spreadsheet",
    "ppt/presentation.xml": "a presentation",
    "Index/Document.iwa": "a Pages document",
    "META-INF/MANIFEST.MF": "a program",
}
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    ValueError,
    NotImplementedError,
)
_DAMAGED = "This Word document is damaged. Please save it once more and try again."
_BOMB = "This file unfolds to far more than a resume needs, so it was not read."


class Package:
    """The members of an archive, all of which together may unfold to 50 MB."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise Invalid(_DAMAGED) from None
        names = self._archive.namelist()
        if len(names) > MOST_MEMBERS:
            raise Invalid(_BOMB)
        if _CONTENTS not in names or "word/" not in "".join(names):
            called = next((_OTHERS[name] for name in _OTHERS if name in names), "an archive")
            raise Invalid(
                f"This is {called}, which cannot be read here. Please save it as PDF or DOCX."
            )
        self._left = MOST_BYTES

    def read(self, name: str) -> bytes:
        """Return a member, or raise `Invalid` if it is damaged or a bomb."""
        try:
            return b"".join(self._pieces(self._archive.getinfo(name)))
        except _BROKEN:
            raise Invalid(_DAMAGED) from None
        except RuntimeError:
            raise Invalid(
                "This document is locked with a password. Please save it without one."
            ) from None

    def _pieces(self, member: zipfile.ZipInfo) -> list[bytes]:
        pieces = []
        unfolded = 0
        with self._archive.open(member) as stream:
            while piece := stream.read(_PIECE):
                pieces.append(piece)
                unfolded += len(piece)
                self._left -= len(piece)
                most = max(_FREE, member.compress_size * MOST_RATIO)
                if self._left < 0 or unfolded > most:
                    raise Invalid(_BOMB)
        return pieces
