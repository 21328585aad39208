"""What the REST door takes and answers about advice, in JSON."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field, Strict

from app.api.paper_shapes import MatchShape
from services.advice.edits import Accepted
from services.advice.kept import KeptAdvice
from services.advice.update import Update
from services.jobs.job import LongText
from services.language.call import Call
from services.record import Record
from services.resumes.resume import Note


class Analysis(Record):
    """How a file meets a posting.

    `match` is counted and quotes a line for all that it counts. `advice` is what a model wrote
    about it, None where there is none; then `advice_missing` says what to do.
    """

    match: MatchShape
    advice: Update | None
    advice_missing: str | None
    notes: tuple[str, ...]


class Analysed(Record):
    """The answer to a file and a posting."""

    analysis: Analysis


class Pasted(Record):
    """The posting that came with a file."""

    job_description: LongText


class Chosen(Record):
    """The suggestions to put into a version of a resume."""

    resume: Annotated[str, Field(max_length=40)]
    number: Annotated[int, Strict(), Field(ge=1, le=10_000)]
    accepted: Annotated[tuple[Accepted, ...], Field(min_length=1, max_length=100)]
    note: Note = ""


class ConsentShape(Record):
    """What one agrees to, and since when one does; None if one does not."""

    version: str
    recipient: str
    text: str
    agreed: datetime | None


class SpendingShape(Record):
    """Money in micro-dollars: spent today, the most for a day, and each call."""

    today: int
    daily_cap: int
    calls: tuple[Call, ...]


AdviceShape = KeptAdvice


def advice_shape(advice: KeptAdvice) -> dict[str, Any]:
    """Return kept advice as it is shown."""
    return advice.model_dump()
