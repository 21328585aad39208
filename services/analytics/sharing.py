"""A search without what tells whose it is: the same numbers, other names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from functools import cache
from itertools import count, islice
from string import ascii_uppercase

from services.jobs.job import Card, Move, Salary
from services.jobs.stages import Outcome, Stage, Stages
from services.record import fold

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
NOBODYS = Card(
    id="0", company="A company", position="A position", stage="", added=LONG_AGO, updated=LONG_AGO
)


def anonymous(cards: Iterable[Card], stages: Stages) -> tuple[list[Card], Stages]:
    """Return the jobs and stages under names that tell nothing.

    What is not named here is left out, so that a field that is added later cannot slip through.
    """
    ids = _ids(stages)
    names = _named(stages, ids)
    sources, resumes = _letters("Source"), _letters("Resume")
    same_move = cache(_move)
    found = [
        NOBODYS.model_copy(
            update={
                "id": str(number),
                "source": sources[fold(card.source)] if card.source else "",
                "resume": resumes[fold(card.resume)] if card.resume else "",
                "work_mode": card.work_mode,
                "salary": _amounts(card.salary),
                "stage": ids[card.stage],
                "outcome": card.outcome,
                "moves": tuple(same_move(ids[m.stage], m.outcome, m.on) for m in card.moves),
            }
        )
        for number, card in enumerate(cards, 1)
    ]
    return found, names


def _move(stage: str, outcome: Outcome | None, on: date | None) -> Move:
    # When it was told says something of the person and nothing to the measures.
    return Move(stage=stage, outcome=outcome, on=on, at=LONG_AGO)


def _ids(stages: Stages) -> dict[str, str]:
    """Return new ids for the stages, and one for all that are gone."""
    numbers: Counter[str] = Counter()
    ids: dict[str, str] = defaultdict(lambda: "gone")
    for stage in stages.every:
        numbers[stage.kind] += 1
        ids[stage.id] = f"{stage.kind}-{numbers[stage.kind]}"
    return ids


def _named(stages: Stages, ids: dict[str, str]) -> Stages:
    many = Counter(stage.kind for stage in stages.every)

    def named(stage: Stage) -> Stage:
        number = int(ids[stage.id].rpartition("-")[2])
        letter = f" {next(islice(_alphabet(), number - 1, None))}" if many[stage.kind] > 1 else ""
        title = f"{stage.kind.title()}{letter}"
        return stage.model_copy(update={"id": ids[stage.id], "name": title})

    return Stages(every=tuple(map(named, stages.every)))


def _letters(what: str) -> dict[str, str]:
    """Return a new name for whatever is looked up: “Source A”, “Source B”…"""
    letters = _alphabet()
    return defaultdict(lambda: f"{what} {next(letters)}")


def _alphabet() -> Iterator[str]:
    for turn in count():
        for letter in ascii_uppercase:
            yield f"{letter}{turn + 1}" if turn else letter


def _amounts(salary: Salary | None) -> Salary | None:
    return salary and salary.model_copy(update={"text": ""})
