"""The record of a resume: one name, and its versions, each with the paper it was read from."""

import re
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from services.errors import NotFound
from services.reading.transcript import Kind
from services.record import Line, Record

MOST_VERSIONS = 100

_KEY = re.compile(r"(?P<resume>.{26})\.(?P<number>[1-9][0-9]{0,4})")

Name = Annotated[Line, Field(min_length=1, max_length=120)]
Note = Annotated[Line, Field(max_length=300)]


class Origin(StrEnum):
    """How a version came to be."""

    UPLOADED = "uploaded"
    CORRECTED = "corrected"
    TAILORED = "tailored"


class Version(Record):
    """One state of a resume, whose text and file never change.

    `file`, `transcript` and `curriculum` name files of the owner's. `file` holds the original
    bytes and is empty for a version that was written here; `curriculum` is empty until the person
    has confirmed what was found in the text. `of` is the version that this one was made from.
    """

    number: int
    origin: Origin
    of: int | None = None
    file: str = ""
    file_name: str = ""
    size: int = 0
    kind: Kind
    transcript: str
    curriculum: str = ""
    pages: int = 0
    confidence: float | None = None
    hidden: int = 0
    added: datetime
    note: Note = ""


class Resume(Record):
    """A resume and all of its versions, the first one first; `current` is the one to send.

    `version` counts the changes of this record. `trashed` is when it was put in the trash.
    """

    id: str
    version: int = 0
    name: Name
    current: int
    versions: Annotated[tuple[Version, ...], Field(min_length=1, max_length=MOST_VERSIONS)]
    created: datetime
    updated: datetime
    trashed: datetime | None = None

    def find(self, number: int | None = None) -> Version:
        """Return a version, or the current one, or raise `NotFound`."""
        wanted = self.current if number is None else number
        for version in self.versions:
            if version.number == wanted:
                return version
        raise NotFound("There is no such version of this resume.")

    def key(self, number: int | None = None) -> str:
        """Return what a job keeps to say that this version was sent with it."""
        return f"{self.id}.{self.current if number is None else number}"

    @property
    def papers(self) -> set[str]:
        """Return the names of all files that the versions need."""
        every = {
            name for each in self.versions for name in (each.file, each.transcript, each.curriculum)
        }
        return every - {""}


def split_key(key: str) -> tuple[str, int] | None:
    """Return the resume and the number of a version's key, or None if the words are no key."""
    found = _KEY.fullmatch(key)
    return (found["resume"], int(found["number"])) if found else None
