"""What seems to be working: only where the intervals leave no doubt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations

from services.analytics.about import FEWEST, About
from services.analytics.groups import Group, Groups
from services.analytics.intervals import Rate
from services.analytics.rates import Rates
from services.analytics.span import Span

WORKING = (
    "Pairs of groups of at least 20 applications whose 95 % intervals do not touch; of each "
    "trait the pair that lies furthest apart. It tells what happened, not why."
)


@dataclass(frozen=True, slots=True)
class Insight:
    """One thing that did better than another: in words, with its evidence and its jobs."""

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


Reading = Callable[[Rates], Rate]

READINGS: tuple[tuple[str, Reading], ...] = (
    ("were answered more often", lambda rates: rates.response),
    ("led to an interview more often", lambda rates: rates.interview),
)


def working(groups: Iterable[Groups], n: int, span: Span) -> Working:
    """Return what the groups show beyond doubt."""
    found = [
        insight
        for each in groups
        for claim, read in READINGS
        if (insight := _insight(each, claim, read))
    ]
    refusal = (
        ""
        if found
        else f"Nothing stands out: no two groups of {FEWEST} applications differ beyond doubt."
    )
    return Working(About(n, span, WORKING), tuple(found), refusal)


def _insight(groups: Groups, claim: str, read: Reading) -> Insight | None:
    rated = [(group, read(group.rates)) for group in groups.groups if group.rates]
    apart = [pair for pair in permutations(rated, 2) if pair[0][1].lies_above(pair[1][1])]
    if not apart:
        return None
    better, worse = max(apart, key=lambda pair: pair[0][1].low - pair[1][1].high)
    return Insight(
        f"By {groups.by}, applications with {better[0].name} {claim} than with {worse[0].name}.",
        _evidence((better, worse)),
        better[0].jobs,
        worse[0].jobs,
    )


def _evidence(pairs: Sequence[tuple[Group, Rate]]) -> str:
    return "; ".join(f"{group.name}: {rate.words}" for group, rate in pairs) + "."
