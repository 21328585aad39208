"""What was read from a paper: its lines in reading order, each with its place on the page."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from services.record import Record


class Kind(StrEnum):
    """What a file is, told by its first bytes and never by its name."""

    PDF = "pdf"
    DOCX = "docx"
    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    TEXT = "text"
    MARKDOWN = "markdown"
    JSON_RESUME = "json"


class Hidden(StrEnum):
    """Why a person who looks at the page does not see a line that a program reads."""

    PALE = "pale"
    TINY = "tiny"
    OFF_PAGE = "off the page"
    COVERED = "covered"
    INVISIBLE = "invisible"


Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the top left corner of the page."""


class TextLine(Record):
    """One line as it was read.

    `page` counts from 0. `box` is None where the format has no pages. `confidence` is 0 to 100
    where the line was recognised from a picture, else None.
    """

    text: str
    page: int = 0
    box: Box | None = None
    confidence: float | None = None
    hidden: Hidden | None = None


class Page(Record):
    """One page: its size in points, and the mean confidence where it was recognised."""

    width: float
    height: float
    confidence: float | None = None


class Transcript(Record):
    """All that was read from one file.

    `pages` is empty where the format has none. `notes` are sentences for the person about what
    could not be read. Hidden lines are kept among `lines`, but are not part of `text`.
    """

    kind: Kind
    pages: Annotated[tuple[Page, ...], Field(max_length=50)] = ()
    lines: tuple[TextLine, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return what a person sees, line by line."""
        return "\n".join(line.text for line in self.seen)

    @property
    def seen(self) -> tuple[TextLine, ...]:
        """Return the lines that a person sees."""
        return tuple(line for line in self.lines if line.hidden is None)

    @property
    def hidden(self) -> tuple[TextLine, ...]:
        """Return the lines that only a program sees."""
        return tuple(line for line in self.lines if line.hidden is not None)

    @property
    def confidence(self) -> float | None:
        """Return the mean confidence of what was recognised from pictures, None if nothing was."""
        known = [page.confidence for page in self.pages if page.confidence is not None]
        return sum(known) / len(known) if known else None
