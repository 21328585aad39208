"""The records of a conversation: its head, and each message in a row of its own."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from services.assistant.proposal import Proposal
from services.record import Line, Record, Text

MOST_SAID = 8_000
"""Characters that a person may say at a time."""

Title = Annotated[Line, Field(min_length=1, max_length=120)]
Words = Annotated[Text, Field(min_length=1, max_length=MOST_SAID)]


class Mode(StrEnum):
    """What a conversation is for."""

    CHAT = "chat"
    INTERVIEW = "interview"
    NEGOTIATION = "negotiation"
    REVIEW = "review"


class State(StrEnum):
    """How far an answer has come, or how it ended."""

    WRITING = "writing"
    DONE = "done"
    STOPPED = "stopped"
    BROKEN = "broken"
    FAILED = "failed"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self is not State.WRITING


class Voice(StrEnum):
    """Who speaks: the person, the model, or our own code."""

    PERSON = "person"
    MODEL = "model"
    CODE = "code"


class Receipt(Record):
    """A record that an answer rests on: its short id, what it is called, and where it opens."""

    id: str
    name: str
    path: str


class Mark(Record):
    """A piece of an answer that nothing bears out, and why it is marked."""

    start: int
    end: int
    reason: str


class Message(Record):
    """One thing that was said. `seq` counts from 1 in its conversation.

    `looks` say what was looked at; `marks` are pieces of `text` that no record bears out, and
    `unknown` counts sources that were named and do not exist. `problem` says what went wrong.
    """

    seq: int
    version: int = 0
    voice: Voice
    text: str = ""
    state: State = State.DONE
    at: datetime
    touched: datetime
    looks: tuple[str, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    marks: tuple[Mark, ...] = ()
    unknown: int = 0
    proposals: tuple[Proposal, ...] = ()
    problem: str = ""
    wait: int = 0
    cost: int = 0


class Conversation(Record):
    """The head of a conversation. `last` is its latest message's `seq`.

    `shown` are the records that the model has been shown, by the short ids it knows them by.
    """

    id: str
    version: int = 0
    title: Title
    mode: Mode = Mode.CHAT
    job: str = ""
    last: int = 0
    shown: dict[str, Receipt] = Field(default_factory=dict)
    created: datetime
    updated: datetime
