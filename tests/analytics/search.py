"""Searches told in few words, and random ones."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from hypothesis import strategies as st

from services.jobs.job import Card, Move
from services.jobs.stages import DEFAULT_STAGES, Outcome

START = date(2025, 6, 2)
"""Day 0 of every search here, a Monday."""

TODAY = START + timedelta(days=200)
AT = datetime(2025, 12, 19, tzinfo=UTC)
STAGES = [stage.id for stage in DEFAULT_STAGES.every]
numbers = count(1)


def day(number: int) -> date:
    """Return a day by its number; today is 200."""
    return START + timedelta(days=number)


def job(*moves: str, id: str = "", **details: Any) -> Card:
    """Return a job whose moves are told as “applied 3”: a stage or an outcome, and the number of
    the day, or “?” where it is not known."""
    told: list[Move] = []
    for words in moves:
        word, _, number = words.partition(" ")
        on = None if number == "?" else day(int(number))
        if word in set(Outcome):
            told.append(Move(stage=told[-1].stage, outcome=Outcome(word), on=on, at=AT))
        else:
            told.append(Move(stage=word, on=on, at=AT))
    return card(told, id, **details)


def card(moves: Sequence[Move], id: str = "", **details: Any) -> Card:
    """Return a job with these moves."""
    last = moves[-1]
    return Card(
        **{"company": "Acme", "position": "Programmer", **details},
        id=id or f"job{next(numbers)}",
        stage=last.stage,
        outcome=last.outcome,
        moves=tuple(moves),
        added=AT,
        updated=AT,
    )


def jobs(count: int, *moves: str, **details: Any) -> list[Card]:
    """Return so many jobs of the same history."""
    return [job(*moves, **details) for _ in range(count)]


@st.composite
def histories(draw: st.DrawFn) -> Card:
    """Any history: loops, days unknown, out of order or to come, stages that are gone."""
    steps = draw(
        st.lists(
            st.tuples(
                st.sampled_from([*STAGES, "gone"]),
                st.one_of(st.none(), st.none(), st.sampled_from(Outcome)),
                st.one_of(st.none(), st.integers(-30, 210)),
            ),
            min_size=1,
            max_size=6,
        )
    )
    moves = [
        Move(stage=stage, outcome=outcome, on=None if number is None else day(number), at=AT)
        for stage, outcome, number in steps
    ]
    return card(moves, source=draw(st.sampled_from(["", "Friend", "Fair"])))


searches = st.lists(histories(), max_size=8)
