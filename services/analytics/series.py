"""What happened when: applications by week and month, the trend, the days of activity."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from services.analytics.about import About
from services.analytics.facts import Facts
from services.analytics.intervals import Rate
from services.analytics.rates import rates
from services.analytics.span import Span

WEEK = timedelta(days=7)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKS = (
    "Applications by the week, Monday to Sunday, of their day; the line is the mean of that week "
    "and the three before it. The running week is not over yet."
)
MONTHS = "Applications by the month of their day."
TREND = (
    "For the applications of each month: the share that got a first human signal so far and the "
    "share that reached an interview so far. Those of the last weeks may still be answered."
)
CALENDAR = (
    "Each day's dated moves of any job, saved ones too; the applications of the day among them."
)
DAYS = "Applications by the weekday they were sent, and first replies by the weekday they came."


@dataclass(frozen=True, slots=True)
class Week:
    """The applications of a week that starts on a Monday; `mean` is None in the first three."""

    start: date
    jobs: tuple[str, ...]
    mean: float | None


@dataclass(frozen=True, slots=True)
class Month:
    """The applications of a month and what became of them so far."""

    start: date
    jobs: tuple[str, ...]
    response: Rate
    interview: Rate
    waiting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActiveDay:
    """A day on which something moved: how many moves, of which jobs, which were applied for."""

    day: date
    moves: int
    jobs: tuple[str, ...]
    applied: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weekday:
    """What fell on a day of the week; 0 is Monday."""

    weekday: int
    name: str
    applied: tuple[str, ...]
    answered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weeks:
    """Every week from the first application to now, empty ones too."""

    about: About
    undated: int
    weeks: tuple[Week, ...]


@dataclass(frozen=True, slots=True)
class Months:
    """Every month from the first application to now, empty ones too."""

    about: About
    trend: str
    undated: int
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which anything moved; `about.n` counts the moves."""

    about: About
    days: tuple[ActiveDay, ...]


@dataclass(frozen=True, slots=True)
class Weekdays:
    """The seven days of the week."""

    about: About
    days: tuple[Weekday, ...]


def weeks(facts: Sequence[Facts], span: Span, today: date) -> Weeks:
    """Return the weeks of a period; the mean looks back over its edge."""
    by_day = _by_day(facts)
    undated = len(by_day.pop(None, ())) if span.holds(None) else 0
    ever: Counter[date] = Counter()
    held: dict[date, list[str]] = defaultdict(list)
    for day, those in by_day.items():
        if day:
            ever[_monday(day)] += len(those)
            if span.holds(day):
                held[_monday(day)] += [fact.job for fact in those]
    n = sum(map(len, held.values()))
    found = []
    if ever:
        first = min(ever)
        for start in _weeks(max(first, _monday(span.since or first)), span.end(today)):
            since_first = (start - first).days // 7
            four = sum(ever[start - WEEK * back] for back in range(4))
            jobs = tuple(held[start])
            found.append(Week(start, jobs, four / 4 if since_first >= 3 else None))
    return Weeks(About(n, span, WEEKS), undated, tuple(found))


def months(applied: Sequence[Facts], span: Span, today: date) -> Months:
    """Return the months of a period with what became of their applications."""
    by_day = _by_day(applied)
    undated = len(by_day.pop(None, ()))
    held: dict[date, list[Facts]] = defaultdict(list)
    for day, those in by_day.items():
        if day:
            held[day.replace(day=1)] += those
    found = []
    if held:
        for start in _months(min(held), span.end(today)):
            those = held.get(start, [])
            shares = rates([fact.marks for fact in those])
            waiting = tuple(fact.job for fact in those if fact.shape.is_waiting)
            jobs = tuple(fact.job for fact in those)
            found.append(Month(start, jobs, shares.response, shares.interview, waiting))
    return Months(About(len(applied) - undated, span, MONTHS), TREND, undated, tuple(found))


def calendar(facts: Iterable[Facts], span: Span) -> Calendar:
    """Return the days of a period on which anything moved."""
    moved: dict[date | None, list[str]] = defaultdict(list)
    applied: dict[date | None, list[str]] = defaultdict(list)
    for fact in facts:
        job = fact.job
        for day in fact.days:
            moved[day].append(job)
        applied[fact.applied_on].append(job)
    days = tuple(
        ActiveDay(day, len(moved[day]), tuple(dict.fromkeys(moved[day])), tuple(applied[day]))
        for day in sorted(filter(None, moved))
        if span.holds(day)
    )
    return Calendar(About(sum(day.moves for day in days), span, CALENDAR), days)


def weekdays(applied: Sequence[Facts], span: Span) -> Weekdays:
    """Return on which days of the week applications went out and replies came in."""
    sent: list[list[str]] = [[] for _ in WEEKDAYS]
    came: list[list[str]] = [[] for _ in WEEKDAYS]
    for fact in applied:
        if on := fact.applied_on:
            sent[on.weekday()].append(fact.job)
        reply = fact.shape.reply
        if reply is not None and (on := fact.days[reply]):
            came[on.weekday()].append(fact.job)
    days = (
        Weekday(number, name, tuple(sent[number]), tuple(came[number]))
        for number, name in enumerate(WEEKDAYS)
    )
    return Weekdays(About(sum(map(len, sent)), span, DAYS), tuple(days))


def _by_day(facts: Iterable[Facts]) -> dict[date | None, list[Facts]]:
    by_day: dict[date | None, list[Facts]] = defaultdict(list)
    for fact in facts:
        by_day[fact.applied_on].append(fact)
    return by_day


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weeks(start: date, end: date) -> Iterator[date]:
    while start <= end:
        yield start
        start += WEEK


def _months(start: date, end: date) -> Iterator[date]:
    while start <= end:
        yield start
        start = (start + timedelta(days=31)).replace(day=1)
