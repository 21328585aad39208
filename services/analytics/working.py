"""What seems to be working: only where chance is no explanation, however often one looks."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

from services.analytics.about import FEWEST, About
from services.analytics.facts import Facts
from services.analytics.groups import Trait
from services.analytics.intervals import Rate, rate
from services.analytics.span import Span
from services.jobs.stages import Outcome, StageKind

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
    """What is compared, and whether an application got it within so many days, if that is over."""

    name: str
    claim: str
    days: int
    got: Callable[[Facts, int], bool | None]


class Compared(NamedTuple):
    """The groups of one trait under one reading, those that are large enough."""

    trait: Trait
    reading: Reading
    rates: dict[str, Rate]
    got: Sequence[bool | None]


def _answered(fact: Facts, days: int) -> bool | None:
    shape = fact.shape
    if shape.reply is not None:
        return None if fact.wait is None else fact.wait <= days
    return None if shape.outcome is Outcome.WITHDRAWN else False


def _interviewed(fact: Facts, days: int) -> bool | None:
    if StageKind.INTERVIEW not in fact.shape.first:
        return False
    on, sent = fact.reached_on(StageKind.INTERVIEW), fact.applied_on
    return None if on is None or sent is None else (on - sent).days <= days


READINGS = (
    Reading("reply", "were answered more often", 30, _answered),
    Reading("interview", "led to an interview more often", 60, _interviewed),
)


def working(traits: Sequence[Trait], applied: Sequence[Facts], span: Span, today: date) -> Working:
    """Return what the traits show beyond doubt."""
    compared = [
        each
        for reading in READINGS
        for got in (_got(applied, reading, today),)
        for trait in traits
        if len((each := _compared(trait, reading, got)).rates) > 1
    ]
    looks = sum(len(each.rates) * (len(each.rates) - 1) // 2 for each in compared)
    # C. E. Bonferroni: that any of so many tests is wrong is no likelier than all their chances.
    sure = NormalDist().inv_cdf(1 - FALSE_ALARMS / 2 / looks) if looks else 0.0
    jobs = [fact.job for fact in applied]
    found = [insight for each in compared if (insight := _insight(each, jobs, sure))]
    refusal = f"Nothing stands out: no two groups of {FEWEST} applications differ beyond doubt."
    days = {reading.name: reading.days for reading in READINGS}
    about = About(len(applied), span, WORKING.format(**days))
    return Working(about, tuple(found), "" if found else refusal)


def _got(applied: Iterable[Facts], reading: Reading, today: date) -> list[bool | None]:
    """Say of each application whether it got there, None where that cannot be known yet."""
    last, days, got = today.toordinal() - reading.days, reading.days, reading.got
    return [
        got(fact, days) if (sent := fact.applied_on) and sent.toordinal() <= last else None
        for fact in applied
    ]


def _compared(trait: Trait, reading: Reading, got: Sequence[bool | None]) -> Compared:
    counts = Counter(zip(trait.keys, got, strict=True))
    keys = dict.fromkeys(key for key, _ in counts if key is not None)
    rates = {
        key: rate(counts[key, True], n)
        for key in sorted(keys)
        if (n := counts[key, True] + counts[key, False]) >= FEWEST
    }
    return Compared(trait, reading, rates, got)


def _insight(compared: Compared, jobs: Sequence[str], sure: float) -> Insight | None:
    trait, reading, rates, _ = compared
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
        *(_jobs(compared, jobs, key) for key in (better, worse)),
    )


def _distance(one: Rate, other: Rate) -> float:
    """Return how many standard errors lie between two rates if they were the same one."""
    together = (one.hits + other.hits) / (one.n + other.n)
    error = sqrt(together * (1 - together) * (1 / one.n + 1 / other.n))
    return (one.hits / one.n - other.hits / other.n) / error if error else 0.0


def _jobs(compared: Compared, jobs: Sequence[str], key: str) -> tuple[str, ...]:
    known = zip(compared.trait.keys, compared.got, jobs, strict=True)
    return tuple(job for its, got, job in known if its == key and got is not None)
