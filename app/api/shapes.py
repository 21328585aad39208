"""What the REST door takes and answers, in JSON."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any

import orjson
from fastapi import Response
from pydantic import Field, Strict

from services.errors import Invalid
from services.jobs.event import EventKind
from services.jobs.job import Card, Details, JobDraft, LongText, Move
from services.jobs.stages import Outcome, Stages
from services.record import Line, Record

Status = Annotated[Line, Field(max_length=100)]
Name = Annotated[Line, Field(min_length=1, max_length=200)]
Version = Annotated[int, Strict(), Field(ge=0, le=1_000_000_000)]


class Problem(Record):
    """Why a request was refused; `fields` names what to change."""

    error: str
    message: str
    fields: dict[str, str]


class NewJob(JobDraft):
    """A job to track. `company`, `position` and `status` suffice.

    `status` is the one word shown: the name of a stage, or of an outcome such as Rejected.
    """

    status: Status = ""


class WholeJob(NewJob):
    """All that a job should say; what is left out becomes empty. Where it stands stays, unless
    it is given. `version` is the one that you saw: a later change of somebody else is then
    refused instead of overwritten."""

    version: Version | None = None


class JobChanges(WholeJob):
    """The fields to change; what is left out stays as it is."""

    company: Name = ""
    position: Name = ""


class JobInList(Details):
    """A job as lists show it: everything but its long texts."""

    id: str
    version: int
    texts: int
    status: str
    stage: str
    outcome: Outcome | None
    applied_on: date | None
    moves: tuple[Move, ...]
    added: datetime
    updated: datetime
    trashed: datetime | None


class JobInFull(JobInList):
    """A job with its long texts."""

    posting: LongText
    notes: LongText


class Undo(Record):
    """Which event to take back: its `seq`. Left out, it is the last that stands."""

    event: Annotated[int, Strict(), Field(ge=1, le=1_000_000_000)] | None = None


class TakenBack(Record):
    """What an undo or redo did, in words, and the jobs it did it to as they are now."""

    message: str
    kind: EventKind
    jobs: tuple[JobInList, ...]


class Emptied(Record):
    """How many jobs were deleted for good."""

    deleted: int


def spoken(given: Record, stages: Stages) -> dict[str, Any]:
    """Return the fields that were given, with `status` put into stage and outcome.

    Raise `Invalid` if the word is not known, or says something else than `stage` or `outcome`.
    """
    fields = {name: getattr(given, name) for name in given.model_fields_set - {"version"}}
    status = fields.pop("status", "")
    if not status:
        return fields
    stage, outcome = stages.understand(status)
    meant = {"outcome": outcome} if outcome else {"stage": stage.id, "outcome": None}
    if any(name in fields and fields[name] != value for name, value in meant.items()):
        raise Invalid(
            "The status and the stage or outcome beside it do not say the same.",
            fields={"status": "Please send the status or the stage and outcome, not both."},
        )
    return fields | meant


def job_shape(job: Card, stages: Stages) -> dict[str, Any]:
    """Return a card or a whole job as `JobInList` or `JobInFull` describe it."""
    # The record's own values, which were checked when it was made: a page of fifty is answered
    # three times as fast as by serialising models.
    return {
        **vars(job),
        "salary": vars(job.salary) if job.salary else None,
        "moves": [vars(move) for move in job.moves],
        "status": job.status(stages),
        "applied_on": job.applied_on(stages),
    }


def answer(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """Return a value as JSON, with moments in UTC."""
    body = orjson.dumps(value, option=orjson.OPT_UTC_Z)
    return Response(body, status, headers, "application/json")


def list_shape(cards: Sequence[Card], stages: Stages) -> list[dict[str, Any]]:
    """Return cards in their order."""
    return [job_shape(card, stages) for card in cards]
