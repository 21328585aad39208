"""What seems to be working: only where chance is no explanation, however often one looks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

from services.analytics.about import FEWEST, About
from services.analytics.groups import Trait
from services.analytics.intervals import Rate, rate
from services.analytics.marks import (
    INTERVIEW_DAYS,
    INTERVIEW_IN_TIME,
    INTERVIEW_TOLD,
    REPLY_DAYS,
    REPLY_IN_TIME,
    REPLY_TOLD,
)
from services.analytics.span import Span

WORKING = (
    "Pairs of groups of at least 20 applications: of each trait the pair that lies furthest apart, "
    "if their 95 % intervals do not touch and chance explains so large a difference in fewer than "
    "one of twenty searches, all pairs that are looked at taken together. What was sent lately had "
    "no time to be answered and is left out: replies are counted within {reply} days, and "
    "interviews within {interview}. It tells what happened, not why."
)

FALSE_ALARMS = 0.05


@dataclass(frozen=True, slots=True)
class Insight:
    """One thing that did better than another: in words, with its evidence and its jobs."""

    key: str
    words: str
    evidence: str
    jobs: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Working:
    """What may be said; `refusal` says so where nothing may. `about.n` counts applications."""

    about: About
    insights: tuple[Insight, ...]
    refusal: str


class Reading(NamedTuple):
    """What is compared: the marks of those of whom it is told, and of those who got it in time."""

    name: str
    claim: str
    days: int
    told: int
    got: int


READINGS = (
    Reading("reply", "were answered more often", REPLY_DAYS, REPLY_TOLD, REPLY_IN_TIME),
    Reading(
        "interview",
        "led to an interview more often",
        INTERVIEW_DAYS,
        INTERVIEW_TOLD,
        INTERVIEW_IN_TIME,
    ),
)


class Compared(NamedTuple):
    """The groups of one trait under one reading, those that are large enough."""

    trait: Trait
    reading: Reading
    rates: Mapping[str, Rate]


def working(traits: Sequence[Trait], n: int, span: Span) -> Working:
    """Return what the traits of `n` applications show beyond doubt."""
    compared = [
        each
        for reading in READINGS
        for trait in traits
        if len((each := _compared(trait, reading)).rates) > 1
    ]
    looks = sum(len(each.rates) * (len(each.rates) - 1) // 2 for each in compared)
    # C. E. Bonferroni: that any of so many tests is wrong is no likelier than all their chances.
    sure = NormalDist().inv_cdf(1 - FALSE_ALARMS / 2 / looks) if looks else 0.0
    found = [insight for each in compared if (insight := _insight(each, sure))]
    refusal = f"Nothing stands out: no two groups of {FEWEST} applications differ beyond doubt."
    days = {reading.name: reading.days for reading in READINGS}
    about = About(n, span, WORKING.format(**days))
    return Working(about, tuple(found), "" if found else refusal)


def _compared(trait: Trait, reading: Reading) -> Compared:
    rates = {}
    for key in sorted(filter(None, trait.held)):
        marks = trait.marks[key].items()
        n = sum([count for its, count in marks if its & reading.told])
        if n >= FEWEST:
            rates[key] = rate(sum([count for its, count in marks if its & reading.got]), n)
    return Compared(trait, reading, rates)


def _insight(compared: Compared, sure: float) -> Insight | None:
    trait, reading, rates = compared
    apart = [
        (one, other) if rates[one].lies_above(rates[other]) else (other, one)
        for one, other in combinations(rates, 2)
        if abs(_distance(rates[one], rates[other])) > sure
        and (rates[one].lies_above(rates[other]) or rates[other].lies_above(rates[one]))
    ]
    if not apart:
        return None
    better, worse = max(apart, key=lambda pair: _distance(rates[pair[0]], rates[pair[1]]))
    names = trait.names
    return Insight(
        f"{trait.by}-{reading.name}-{better}-{worse}",
        f"By {trait.by}, applications with {names[better]} {reading.claim} than with "
        f"{names[worse]}.",
        f"Within {reading.days} days, {names[better]}: {rates[better].words}; "
        f"{names[worse]}: {rates[worse].words}.",
        *(_jobs(compared, key) for key in (better, worse)),
    )


def _distance(one: Rate, other: Rate) -> float:
    """Return how many standard errors lie between two rates if they were the same one."""
    together = (one.hits + other.hits) / (one.n + other.n)
    error = sqrt(together * (1 - together) * (1 / one.n + 1 / other.n))
    return (one.hits / one.n - other.hits / other.n) / error if error else 0.0


def _jobs(compared: Compared, key: str) -> tuple[str, ...]:
    told = compared.reading.told
    return tuple([fact.job for fact in compared.trait.held[key] if fact.marks & told])
