"""What happened to jobs: events, and the changes (one action of one person) that hold them."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from services.record import Record


class By(StrEnum):
    """Who made a change."""

    PERSON = "person"
    IMPORT = "import"
    API = "api"
    ASSISTANT = "assistant"


class EventKind(StrEnum):
    """What a change did to a job."""

    ADDED = "added"
    EDITED = "edited"
    MOVED = "moved"
    CLOSED = "closed"
    REOPENED = "reopened"
    CORRECTED = "corrected"
    TRASHED = "trashed"
    RESTORED = "restored"
    UNDONE = "undone"
    REDONE = "redone"
    EMPTIED = "emptied"


class Event(Record):
    """One change of one job, never altered.

    `seq` is the job's version after it. `fields` maps each field to its value before and after;
    for notes and posting the pair is replaced by a splice (`services.jobs.diff`). `occurred` is
    the day it happened in the world, None if unknown; `recorded` is when we were told.
    """

    job: str
    seq: int
    kind: EventKind
    by: By
    occurred: date | None = None
    recorded: datetime
    fields: dict[str, Any]
    undoes: int | None = None


class Change(Record):
    """One action: the events it made, and its place in the person's undo and redo stacks.

    `rev` numbers a person's commits without a gap. `undo_below` and `redo_below` are the revs
    that come to the top of each stack once this change is taken from it. Commits of one large
    action share a `group`.
    """

    rev: int
    kind: EventKind
    by: By
    at: datetime
    items: tuple[tuple[str, int], ...]
    group: str = ""
    undo_below: int | None = None
    redo_below: int | None = None
    of: int | None = None
