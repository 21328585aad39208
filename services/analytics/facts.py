"""What the measures need of each job, worked out in one pass over its moves."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from services.analytics.marks import INTERVIEWED, timely
from services.analytics.money import Pay, pay_of
from services.analytics.shape import Shape, shape_of
from services.jobs.job import Card, Move, WorkMode
from services.jobs.stages import Outcome, StageKind, Stages


class Facts(NamedTuple):
    """A job as the measures see it. A day that is unknown, or still to come, is None.

    `days` are those of its moves. `wait` counts the days from applying to the first response or,
    where none came, to the job's end or today; it is None where nobody told. `marks` say what it
    reached, and in time. `is_plain` where all days are known and in the order of its moves.
    """

    job: str
    card: Card
    shape: Shape
    position: str
    source: str
    resume: str
    work_mode: WorkMode | None
    days: tuple[date | None, ...]
    is_plain: bool
    applied_on: date | None
    wait: int | None
    marks: int
    pay: Pay | None

    @property
    def began_on(self) -> date | None:
        """The day of the first move."""
        return self.days[0] if self.days else None

    @property
    def response_on(self) -> date | None:
        """The day of the first response."""
        return None if self.shape.reply is None else self.days[self.shape.reply]

    @property
    def ended_on(self) -> date | None:
        """The day it got its outcome."""
        return self.days[-1] if self.shape.outcome else None

    def reached_on(self, kind: StageKind) -> date | None:
        """Return the day a kind was first reached."""
        index = self.shape.first.get(kind)
        return None if index is None else self.days[index]


class Gathering:
    """Gathers the facts of cards as they stand today where the person is.

    Cards never change, so one that was seen the last time is not looked at again.
    """

    def __init__(self, stages: Stages, today: date) -> None:
        self.stages = stages
        self.today = today
        self._kinds = {stage.id: stage.kind for stage in stages.every}
        self._shapes: dict[tuple[str | Outcome | None, ...], Shape] = {}
        self._known: dict[int, Facts] = {}

    def facts(self, cards: Iterable[Card]) -> list[Facts]:
        """Return the facts of each card."""
        known, kinds, shapes, today = self._known, self._kinds, self._shapes, self.today
        found = [known.get(id(card)) or _facts(card, kinds, shapes, today) for card in cards]
        # What is held here holds its card, so that no other card can come to have its `id`.
        self._known = {id(fact.card): fact for fact in found}
        return found


def gather(cards: Iterable[Card], stages: Stages, today: date) -> list[Facts]:
    """Return the facts of each card, as they stand today where the person is."""
    return Gathering(stages, today).facts(cards)


Ways = Sequence[tuple[Shape, Sequence[Facts]]]
"""The ways that jobs went, and the jobs that went each."""


def ways_of(facts: Iterable[Facts]) -> Ways:
    """Return the ways these jobs went."""
    groups: dict[int, list[Facts]] = defaultdict(list)
    for fact in facts:
        groups[id(fact.shape)].append(fact)
    return [(those[0].shape, those) for those in groups.values()]


def jobs_of(ways: Ways, took: Callable[[Shape], bool]) -> tuple[str, ...]:
    """Return the jobs that took one of those ways."""
    return tuple([fact.job for shape, those in ways if took(shape) for fact in those])


def _facts(
    card: Card,
    kinds: Mapping[str, StageKind],
    shapes: dict[tuple[str | Outcome | None, ...], Shape],
    today: date,
) -> Facts:
    told = card.__dict__
    key, days, is_plain = _walk(told["moves"], today)
    shape = shapes.get(key)
    if shape is None:
        shape = shapes[key] = shape_of(key[::2], key[1::2], kinds)
    wait, marks = None, shape.marks
    applied_on = None if shape.start is None else days[shape.start]
    if applied_on:
        wait = _wait(shape, days, applied_on, today)
        marks |= _in_time(shape, days, applied_on, wait, today)
    salary = told["salary"]
    return Facts(
        told["id"],
        card,
        shape,
        told["position"],
        told["source"],
        told["resume"],
        told["work_mode"],
        days,
        is_plain,
        applied_on,
        wait,
        marks,
        pay_of(salary) if salary else None,
    )


def _walk(
    moves: Sequence[Move], today: date
) -> tuple[tuple[Any, ...], tuple[date | None, ...], bool]:
    """Return the stage and outcome of each move in turn, the days, and whether they are plain."""
    walk: list[Any] = []
    days: list[date | None] = []
    is_plain, before = True, date.min
    for each in moves:
        # The records' own values: asking a model for each of its fields takes seven times as long.
        move = each.__dict__
        walk.append(move["stage"])
        walk.append(move["outcome"])
        on = move["on"]
        if on is None or on > today:
            is_plain, on = False, None
        elif on < before:
            is_plain = False
        else:
            before = on
        days.append(on)
    return tuple(walk), tuple(days), is_plain


def _wait(shape: Shape, days: Sequence[date | None], applied_on: date, today: date) -> int | None:
    if shape.reply is None:
        until = days[-1] if shape.outcome else today
    elif shape.reply == shape.start:
        # A job that was added when it had been answered already tells nothing about the wait.
        return None
    else:
        until = days[shape.reply]
    return (until - applied_on).days if until and until >= applied_on else None


def _in_time(
    shape: Shape, days: Sequence[date | None], applied_on: date, wait: int | None, today: date
) -> int:
    met_on = days[shape.first[StageKind.INTERVIEW]] if shape.marks & INTERVIEWED else None
    until_met = (met_on - applied_on).days if met_on else None
    return timely(shape.marks, (today - applied_on).days, wait, until_met)
