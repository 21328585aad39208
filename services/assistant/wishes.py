"""What each tool wants to be told. None of it says whose records: that is the session's to say."""

from typing import Annotated, Literal

from pydantic import Field

from services.assistant.proposal import Kind
from services.record import Line, Record, Text

Id = Annotated[Line, Field(max_length=20, description="The job's id, such as J3.")]


class Nothing(Record):
    """No arguments."""


class Some(Record):
    """How many of them."""

    most: Annotated[int, Field(ge=1, le=12, description="How many to list.")] = 12


class Search(Record):
    """Words that stand anywhere in a job, and where it stands."""

    query: Annotated[Line, Field(max_length=200, description="Words, such as a company.")] = ""
    status: Annotated[Line, Field(max_length=60, description="A stage or an outcome.")] = ""


class OneJob(Record):
    """A job that a search showed before."""

    job: Id


class Period(Record):
    """A stretch of time that ends today."""

    period: Annotated[Literal["30d", "90d", "year", "all"], Field(description="How far back.")] = (
        "all"
    )


class Ahead(Record):
    """How far to look ahead."""

    days: Annotated[int, Field(ge=1, le=90, description="Days from today.")] = 14


class Papers(Record):
    """A resume that was shown before; left out, it is the one changed last."""

    resume: Annotated[Line, Field(max_length=20, description="Its id, such as R1.")] = ""


class Held(Papers):
    """A job's posting and a resume."""

    job: Id


class Change(Record):
    """A change to one job that the person may accept. Nothing is done by proposing it."""

    job: Id
    kind: Annotated[Kind, Field(description="move, note, task or mail.")]
    value: Annotated[
        Text,
        Field(
            min_length=1,
            max_length=2_000,
            description="The stage or outcome, the note, the step, or the mail's text.",
        ),
    ]
    on: Annotated[Line, Field(max_length=10, description="A task's day, as 2026-03-31.")] = ""
