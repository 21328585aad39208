"""The record of one job: what the person tells us, where it stood when, and its texts."""

import re
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import urlsplit

import orjson
from pydantic import AfterValidator, BeforeValidator, Field, Strict, model_validator

from services.jobs.stages import Outcome, Stages
from services.record import Line, Record, Text

MOST_TEXT = 80_000
"""The most bytes notes or posting may take as JSON, so that an event holds both sides."""


def _day(value: Any) -> Any:
    if isinstance(value, datetime) or not isinstance(value, date | str | None):
        raise ValueError("Please write the date as 2026-03-31.")
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value.strip()) if len(value.strip()) == 10 else 0
        except ValueError:
            value = 0
        if value == 0:
            raise ValueError("Please write the date as 2026-03-31.")
    return value


def _plausible(value: date) -> date:
    if not 1950 <= value.year <= 2100:
        raise ValueError("Please give a date between 1950 and 2100.")
    return value


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        known = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        known = False
    if value and not known:
        raise ValueError("Please give a web address that starts with https:// or http://.")
    return value


def _fits(value: str) -> str:
    if len(orjson.dumps(value)) > MOST_TEXT:
        raise ValueError("This is too long to keep: please stay under 80,000 characters.")
    return value


Day = Annotated[date, BeforeValidator(_day), AfterValidator(_plausible)]
"""A calendar day between 1950 and 2100, written 2026-03-31."""

FieldName = Annotated[Line, Field(min_length=1, max_length=100)]
Origin = Annotated[Line, Field(max_length=100)]
Tag = Annotated[Line, Field(min_length=1, max_length=50)]
Amount = Annotated[float, Strict(), Field(ge=0, le=1_000_000_000, allow_inf_nan=False)]
LongText = Annotated[Text, Field(max_length=MOST_TEXT), AfterValidator(_fits)]


class WorkMode(StrEnum):
    """Where the work is done."""

    ONSITE = "onsite"
    HYBRID = "hybrid"
    REMOTE = "remote"


class Period(StrEnum):
    """What a salary is paid for."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"


def _currency(value: str) -> str:
    if not re.fullmatch("[A-Z]{3}", value):
        raise ValueError("Please give three letters, such as EUR.")
    return value


class Salary(Record):
    """What a job pays, and how the posting put it. Unknown parts are None, never guessed."""

    min: Amount | None = None
    max: Amount | None = None
    currency: Annotated[str, AfterValidator(_currency)] | None = None
    period: Period | None = None
    text: Annotated[Line, Field(max_length=200)] = ""

    @model_validator(mode="after")
    def _in_order(self) -> "Salary":
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("The lower end of the salary is above its upper end.")
        return self


class Details(Record):
    """What a person can write about a job, apart from its long texts."""

    company: Annotated[Line, Field(min_length=1, max_length=200)]
    position: Annotated[Line, Field(min_length=1, max_length=200)]
    location: Annotated[Line, Field(max_length=200)] = ""
    work_mode: WorkMode | None = None
    salary: Salary | None = None
    url: Annotated[Line, Field(max_length=2_000), AfterValidator(_web_address)] = ""
    source: Annotated[Line, Field(max_length=100)] = ""
    tags: Annotated[tuple[Tag, ...], Field(max_length=20)] = ()
    excitement: Annotated[int, Strict(), Field(ge=1, le=5)] | None = None
    deadline: Day | None = None
    next_step: Annotated[Line, Field(max_length=200)] = ""
    next_step_on: Day | None = None
    resume: Annotated[Line, Field(max_length=100)] = ""
    provenance: Annotated[dict[FieldName, Origin], Field(max_length=30)] = Field(
        default_factory=dict
    )


class JobDraft(Details):
    """What a person tells us about a new job.

    `stage` is a stage's id; left out, it is the person's first of kind "applied". `applied_on`
    left out means today where the stage says applied; None means unknown.
    """

    stage: str = ""
    outcome: Outcome | None = None
    applied_on: Day | None = None
    posting: LongText = ""
    notes: LongText = ""


class Move(Record):
    """Where a job stood after a change: `on` is the day it happened, `at` when we were told."""

    stage: str
    outcome: Outcome | None = None
    on: Day | None = None
    at: datetime


class Card(Details):
    """A tracked job as lists, board and charts need it.

    `version` counts its changes and `texts` those of its long texts. `trashed` is when it was
    put in the trash, None if it was not.
    """

    id: str
    version: int = 0
    texts: int = 0
    stage: str
    outcome: Outcome | None = None
    moves: tuple[Move, ...] = ()
    added: datetime
    updated: datetime
    trashed: datetime | None = None

    def status(self, stages: Stages) -> str:
        """Return the one word shown: the outcome's name where there is one, else the stage's."""
        if self.outcome:
            return self.outcome.title()
        found = stages.find(self.stage)
        return found.name if found else self.stage

    def applied_on(self, stages: Stages) -> date | None:
        """Return the day of the first move to a stage of kind applied or later, if known."""
        first = next((m for m in self.moves if stages.kind_of(m.stage).is_applied), None)
        return first.on if first else None


class Job(Card):
    """A tracked job, whole: the card and its long texts."""

    posting: LongText = ""
    notes: LongText = ""
