"""The first glance: a few numbers, each beside the period before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from services.analytics.about import FEWEST, About, percent
from services.analytics.facts import Facts, Ways, jobs_of
from services.analytics.intervals import Rate
from services.analytics.marks import INTERVIEWED, OFFERED, REPLIED, SCREENED
from services.analytics.rates import (
    INTERVIEW,
    OFFER,
    RESPONSE,
    SCREENING,
    Rates,
    mark_by,
    rates,
)
from services.analytics.shape import Shape
from services.analytics.span import Span

TILES = "The applications of the period, and how often they got how far until today."
APPLICATIONS = "Jobs that reached a stage of kind applied or later, by the day of applying."
WAITING = "Applications of the period without a first human signal and without an end."
BEFORE = (
    "For the comparison both periods are taken as they stood at their own ends, by the days that "
    "are known, so that neither had longer to be answered."
)


@dataclass(frozen=True, slots=True)
class Tile:
    """A number: the count of its `jobs`, and a rate where it is one. `change` says in words how
    it compares with the period before; it is empty where there is none."""

    key: str
    name: str
    definition: str
    rate: Rate | None
    before: int | Rate | None
    change: str
    jobs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tiles:
    """The numbers of a period, and which period they are compared with, and how."""

    about: About
    before: Span | None
    comparison: str
    tiles: tuple[Tile, ...]


READINGS = (
    ("response", "Response rate", RESPONSE, REPLIED),
    ("screening", "Screening rate", SCREENING, SCREENED),
    ("interview", "Interview rate", INTERVIEW, INTERVIEWED),
    ("offer", "Offer rate", OFFER, INTERVIEWED | OFFERED),
)


def tiles(
    every: Sequence[Facts], applied: Sequence[Facts], ways: Ways, span: Span, today: date
) -> Tiles:
    """Return the tiles of the applications of a period, out of `every` application.

    `ways` are those that the applications of the period went.
    """
    before = span.before(today)
    then = [f for f in every if before and f.applied_on and before.holds(f.applied_on)]
    now = rates([fact.marks for fact in applied])
    dated = _rates_by(applied, span.end(today)) if before else None
    past = _rates_by(then, before.until) if before and before.until else None
    found = [
        Tile(
            "applications",
            "Applications",
            APPLICATIONS,
            None,
            len(then) if before else None,
            _more(len(applied), len(then), before) if before else "",
            jobs_of(ways, lambda _: True),
        ),
        _waiting(ways),
    ]
    for key, name, definition, wanted in READINGS:
        jobs = jobs_of(ways, _having(wanted))
        old = getattr(past, key) if past else None
        shown = getattr(now, key)
        change = _change(shown, getattr(dated, key), old, _when(span, today)) if old else ""
        found.append(Tile(key, name, definition, shown, old, change, jobs))
    return Tiles(About(len(applied), span, TILES), before, BEFORE if before else "", tuple(found))


def _rates_by(facts: Sequence[Facts], day: date) -> Rates:
    return rates([mark_by(fact, day) for fact in facts])


def _having(wanted: int) -> Callable[[Shape], bool]:
    return lambda shape: shape.marks & wanted == wanted


def _waiting(ways: Ways) -> Tile:
    jobs = jobs_of(ways, lambda shape: shape.is_waiting)
    return Tile("waiting", "Waiting for a reply", WAITING, None, None, "", jobs)


def _more(now: int, then: int, before: Span) -> str:
    if now == then:
        return f"as many as in {before.name}"
    return f"{abs(now - then):,} {'more' if now > then else 'fewer'} than in {before.name}"


def _when(span: Span, today: date) -> str:
    return "by its end" if span.end(today) < today else "by known days"


def _change(shown: Rate, now: Rate, then: Rate, when: str) -> str:
    if min(shown.n, now.n, then.n) < FEWEST:
        return f"under {FEWEST} cases: too few to compare"
    # What has no day, or came after the period, is in the number shown but in neither side here.
    is_same = (now.hits, now.n) == (shown.hits, shown.n)
    told = "" if is_same else f"{_brief(now)} {when}, "
    if now.lies_above(then):
        return f"{told}higher than before: {_brief(then)}"
    if then.lies_above(now):
        return f"{told}lower than before: {_brief(then)}"
    return f"{told}no clear change: before {_brief(then)}"


def _brief(rate: Rate) -> str:
    return f"{percent(rate.hits / rate.n)} ({percent(rate.low)} to {percent(rate.high)})"
