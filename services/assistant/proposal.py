"""A change that the assistant suggests: nothing of it is done until the person accepts it."""

from enum import StrEnum

from services.record import Record


class Kind(StrEnum):
    """What would be done."""

    MOVE = "move"
    NOTE = "note"
    TASK = "task"
    MAIL = "mail"


class Fate(StrEnum):
    """What became of a proposal."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Proposal(Record):
    """One change to one job: what it says now, and what it would say.

    `value` is a stage's id or an outcome for a move, a day as 2026-03-31 and the step for a task,
    else the text. `seen` is the job's version that the proposal was made from.
    """

    kind: Kind
    job: str
    name: str
    value: str
    on: str = ""
    before: str
    after: str
    seen: int
    fate: Fate = Fate.OPEN

    def is_like(self, other: "Proposal") -> bool:
        """Tell whether both would do the same, whatever became of either."""
        same = (self.kind, self.job, self.value, self.on)
        return same == (other.kind, other.job, other.value, other.on)
