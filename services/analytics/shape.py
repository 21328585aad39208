"""The shape of a job's history: which stages in which order, whatever the days.

Thousands of jobs share a few dozen shapes, so what follows from the order is worked out once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from services.analytics.marks import marks_of
from services.jobs.stages import Outcome, StageKind

RESPONSES = frozenset(StageKind) - {StageKind.SAVED, StageKind.APPLIED}
"""The kinds that only a human at the other side brings a job to."""


class Visit(NamedTuple):
    """A stay in a stage, and which move began it."""

    stage: str
    kind: StageKind
    move: int


@dataclass(frozen=True, slots=True)
class Shape:
    """What the order of moves says: `stage` is where they lead, `first` the move that first
    reached each kind, `start` the application, `reply` the first human signal after it, and
    `response` what that was: a kind of stage, or the outcome rejected. `is_waiting` says that an
    application has neither a reply nor an end. Moves into stages that are gone are passed over.
    """

    stage: str
    first: Mapping[StageKind, int]
    start: int | None
    reply: int | None
    response: StageKind | Outcome | None
    outcome: Outcome | None
    visits: tuple[Visit, ...]
    is_application: bool
    is_waiting: bool
    is_unmapped: bool
    marks: int


def shape_of(
    stages: Sequence[str], outcomes: Sequence[Outcome | None], kinds: Mapping[str, StageKind]
) -> Shape:
    """Return the shape of these moves, told by the stage and outcome of each."""
    first: dict[StageKind, int] = {}
    visits: list[Visit] = []
    start = reply = None
    response: StageKind | Outcome | None = None
    for index, (stage, outcome) in enumerate(zip(stages, outcomes, strict=True)):
        kind = kinds.get(stage)
        if kind is None:
            continue
        first.setdefault(kind, index)
        if not visits or visits[-1].stage != stage:
            visits.append(Visit(stage, kind, index))
        if start is None and kind.is_applied:
            start = index
        if start is not None and reply is None:
            response = kind if kind in RESPONSES else None
            if response is None and outcome is Outcome.REJECTED:
                response = outcome
            reply = index if response else None
    outcome = outcomes[-1] if outcomes else None
    return Shape(
        stages[-1] if stages else "",
        first,
        start,
        reply,
        response,
        outcome,
        tuple(visits),
        start is not None,
        start is not None and reply is None and outcome is None,
        any(stage not in kinds for stage in stages),
        marks_of(first, reply, outcome),
    )
