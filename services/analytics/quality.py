"""What the records leave open: counted, never guessed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from services.analytics.about import About
from services.analytics.facts import Facts
from services.analytics.span import ALL_TIME


class Flaw(StrEnum):
    """Why a job is missing from some picture."""

    UNDATED_APPLICATION = "undated_application"
    UNDATED_REPLY = "undated_reply"
    UNDATED_END = "undated_end"
    UNMAPPED = "unmapped"
    FUTURE = "future"
    DISORDER = "disorder"


QUALITY = "Jobs whose history leaves something open, and what that leaves them out of."
WORDS = {
    Flaw.UNDATED_APPLICATION: "The day of applying is not known: in all time alone, no wait.",
    Flaw.UNDATED_REPLY: "The day of the first reply is not known: counted as a reply, no wait.",
    Flaw.UNDATED_END: "The day it ended is not known: no wait where nothing was heard before.",
    Flaw.UNMAPPED: "It was in a stage that does not exist any more: that move is passed over.",
    Flaw.FUTURE: "A day of its history is still to come: it counts as not known.",
    Flaw.DISORDER: "Its days are not in the order of its moves: no wait that would be negative.",
}


@dataclass(frozen=True, slots=True)
class Note:
    """Something that is open about some jobs."""

    flaw: Flaw
    words: str
    jobs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """The notes that apply; `about.n` counts the jobs with any, `jobs` all jobs."""

    about: About
    jobs: int
    notes: tuple[Note, ...]


def quality(facts: Sequence[Facts]) -> Quality:
    """Return what is open about all of a person's jobs, whatever the period."""
    held: dict[Flaw, list[str]] = {}
    flawed = 0
    for fact in facts:
        if fact.is_plain and not fact.shape.is_unmapped:
            continue
        flaws = list(_flaws(fact))
        flawed += bool(flaws)
        for flaw in flaws:
            held.setdefault(flaw, []).append(fact.job)
    notes = tuple(Note(flaw, WORDS[flaw], tuple(held[flaw])) for flaw in Flaw if flaw in held)
    return Quality(About(flawed, ALL_TIME, QUALITY), len(facts), notes)


def _flaws(fact: Facts) -> Iterator[Flaw]:
    shape, days = fact.shape, fact.days
    if shape.is_unmapped:
        yield Flaw.UNMAPPED
    if None in days:
        if shape.start is not None and days[shape.start] is None:
            yield Flaw.UNDATED_APPLICATION
        if shape.reply is not None and days[shape.reply] is None:
            yield Flaw.UNDATED_REPLY
        if shape.outcome and days[-1] is None and shape.reply != len(days) - 1:
            yield Flaw.UNDATED_END
        if any(move.on for move, day in zip(fact.card.moves, days, strict=True) if day is None):
            yield Flaw.FUTURE
    if not _is_ordered(days):
        yield Flaw.DISORDER


def _is_ordered(days: Iterable[date | None]) -> bool:
    known = list(filter(None, days))
    return sorted(known) == known
