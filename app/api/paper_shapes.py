"""What the REST door takes and answers about resumes and matches, in JSON."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field, Strict

from services.matching.coverage import Coverage, Finding
from services.reading.transcript import Kind, TextLine, Transcript
from services.record import Record
from services.resumes.reading import Reading
from services.resumes.resume import Name, Note, Origin, Resume


class VersionShape(Record):
    """One version; `sha256` is the hash of the original file, empty for one written here."""

    number: int
    origin: Origin
    of: int | None
    sha256: str
    file_name: str
    size: int
    kind: Kind
    pages: int
    confidence: float | None
    hidden: int
    confirmed: bool
    added: datetime
    note: Note


class ResumeShape(Record):
    """A resume and its versions; `current` is the one that is sent."""

    id: str
    version: int
    name: Name
    current: int
    versions: tuple[VersionShape, ...]
    created: datetime
    updated: datetime
    trashed: datetime | None


class ReadingShape(Record):
    """A file that is being read; `problem` says why it could not be, if so.

    It becomes the next version of `resume`, or a new one where that is empty.
    """

    id: str
    file_name: str
    size: int
    resume: str
    at: datetime
    problem: str


class AddedResume(Record):
    """Where a file went: the resume, the number of its version, and whether it is new."""

    resume: ResumeShape
    number: int
    is_new: bool


class ResumeChanges(Record):
    """What to change; what is left out stays."""

    name: Name | None = None
    current: Annotated[int, Strict(), Field(ge=1, le=10_000)] | None = None


class VersionText(Record):
    """What was read of a version. Hidden lines are among `lines` and not in `text`."""

    text: str
    lines: tuple[TextLine, ...]
    notes: tuple[str, ...]


class MatchShape(Record):
    """How a resume meets a posting; `words` says it in words, `met` counts the evidenced.

    `score` only orders: it is no chance of anything, and means nothing across `version`s.
    """

    version: str
    words: str
    met: int
    findings: tuple[Finding, ...]
    warnings: tuple[str, ...]
    score: float


class JobMatch(Record):
    """One resume held against one job, when it was first seen like this."""

    job: str
    resume: str
    resume_name: str
    at: datetime
    coverage: MatchShape


def reading_shape(reading: Reading) -> dict[str, Any]:
    """Return a reading as this door shows it."""
    return reading.model_dump(exclude={"version", "file"})


def resume_shape(resume: Resume) -> dict[str, Any]:
    """Return a resume as `ResumeShape` describes it."""
    versions = [
        {
            **each.model_dump(exclude={"file", "transcript", "curriculum"}),
            "sha256": each.file,
            "confirmed": bool(each.curriculum),
        }
        for each in resume.versions
    ]
    return {**resume.model_dump(exclude={"versions"}), "versions": versions}


def text_shape(transcript: Transcript) -> dict[str, Any]:
    """Return a transcript as `VersionText` describes it."""
    lines = [line.model_dump() for line in transcript.lines]
    return {"text": transcript.text, "lines": lines, "notes": transcript.notes}


def match_shape(coverage: Coverage) -> dict[str, Any]:
    """Return a coverage as `MatchShape` describes it."""
    return {**coverage.model_dump(), "words": coverage.words, "met": coverage.met}
