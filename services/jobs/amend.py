"""What becomes of a card when someone changes it: pure functions, no storage."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from services.errors import Invalid
from services.jobs.event import EventKind
from services.jobs.job import Card, Details, Move
from services.jobs.stages import Outcome, StageKind, Stages

CardT = TypeVar("CardT", bound=Card)

EDITABLE = frozenset(Details.model_fields) | {"posting", "notes"}
STANDING = frozenset({"stage", "outcome", "applied_on"})


@dataclass(frozen=True, slots=True)
class Moment:
    """When a change is told (`at`), the day it happened (`on`, None if unknown), and whose
    stages it speaks of."""

    at: datetime
    on: date | None
    stages: Stages


def amend(card: CardT, changes: Mapping[str, Any], moment: Moment) -> tuple[CardT, EventKind]:
    """Return the card with the changes, and what kind of event that is.

    `changes` may hold any editable field, `stage` (a shown stage's id), `outcome` and
    `applied_on`. A new stage ends an outcome, unless one is given with it: a reply after
    ghosting revives the job. Raise `Invalid` naming each field that cannot be taken.
    """
    unknown = set(changes) - EDITABLE - STANDING
    if unknown:
        raise Invalid(fields=dict.fromkeys(unknown, "This cannot be changed here."))
    values = {name: value for name, value in changes.items() if name in EDITABLE}
    amended = type(card).check({**card.model_dump(), **values}) if values else card
    standing = _standing(amended, changes, moment)
    if "applied_on" in changes:
        standing = _date_application(standing, changes["applied_on"], moment)
    return standing, _kind(card, standing)


def first_moves(draft: Any, moment: Moment) -> tuple[Move, ...]:
    """Return the moves of a new job: what is known of how it came to where it stands.

    A job added past "applied" was applied for first; a day that nobody told stays unknown.
    """
    stages, at = moment.stages, moment.at
    check_day("applied_on", draft.applied_on, at)
    kind = stages.kind_of(draft.stage)
    applied = draft.applied_on if "applied_on" in draft.model_fields_set else moment.on
    if kind is StageKind.SAVED and draft.outcome is None:
        return (Move(stage=draft.stage, on=moment.on, at=at),)
    if kind in (StageKind.APPLIED, StageKind.SAVED):
        moves = (Move(stage=draft.stage, on=applied, at=at),)
    else:
        known = "applied_on" in draft.model_fields_set
        start = stages.first(StageKind.APPLIED)
        before = (Move(stage=start.id, on=draft.applied_on, at=at),) if known and start else ()
        moves = (*before, Move(stage=draft.stage, on=None if known else moment.on, at=at))
    if draft.outcome is None:
        return moves
    return (*moves, Move(stage=draft.stage, outcome=draft.outcome, on=None, at=at))


def with_moves(card: CardT, moves: tuple[Move, ...]) -> CardT:
    """Return the card standing where its last move leaves it."""
    last = moves[-1]
    update = {"moves": moves, "stage": last.stage, "outcome": last.outcome}
    return card.model_copy(update=update)


def check_day(field: str, day: Any, at: datetime) -> None:
    """Refuse a day that is still to come for what is told as having happened.

    One day is let pass: it may be tomorrow already where the person is.
    """
    if isinstance(day, date) and day > at.date() + timedelta(days=1):
        raise Invalid(fields={field: "This day is still to come."})


def check_stage(stage: Any, stages: Stages) -> str:
    """Return the id of a shown stage, or raise `Invalid`."""
    if not any(stage == each.id for each in stages.shown):
        raise Invalid(fields={"stage": "Please choose one of your stages."})
    return str(stage)


def _standing(card: CardT, changes: Mapping[str, Any], moment: Moment) -> CardT:
    stage, outcome = card.stage, card.outcome
    if "stage" in changes and changes["stage"] != stage:
        stage, outcome = check_stage(changes["stage"], moment.stages), None
    elif "stage" in changes and "outcome" not in changes:
        outcome = None
    if "outcome" in changes:
        outcome = _outcome(changes["outcome"])
    if (stage, outcome) == (card.stage, card.outcome):
        return card
    return with_moves(
        card, (*card.moves, Move(stage=stage, outcome=outcome, on=moment.on, at=moment.at))
    )


def _outcome(value: Any) -> Outcome | None:
    try:
        return None if value is None else Outcome(value)
    except ValueError:
        words = ", ".join(Outcome)
        raise Invalid(fields={"outcome": f"Please choose one of: {words}."}) from None


def _date_application(card: CardT, value: Any, moment: Moment) -> CardT:
    index = next(
        (i for i, each in enumerate(card.moves) if moment.stages.kind_of(each.stage).is_applied),
        None,
    )
    if index is None:
        if value is None:
            return card
        raise Invalid(fields={"applied_on": "Move the job to an applied stage first."})
    moved = Move.check({**card.moves[index].model_dump(), "on": value})
    check_day("applied_on", moved.on, moment.at)
    return with_moves(card, (*card.moves[:index], moved, *card.moves[index + 1 :]))


def _kind(before: Card, after: Card) -> EventKind:
    if len(after.moves) == len(before.moves):
        return EventKind.CORRECTED if after.moves != before.moves else EventKind.EDITED
    if after.outcome:
        return EventKind.CLOSED
    return EventKind.MOVED if after.stage != before.stage else EventKind.REOPENED
