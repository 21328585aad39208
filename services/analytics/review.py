"""What a week or a month brought: the deeds and the news of one stretch, on one page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from re import fullmatch

from services.analytics.about import applications
from services.analytics.facts import Facts, gather
from services.analytics.span import Span
from services.errors import Invalid
from services.jobs.job import Card
from services.jobs.stages import StageKind, Stages

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened, or is to come, and to which job."""

    day: date
    job: str
    company: str
    position: str
    what: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """Entries of one sort, the first one first; `before` counts those of the stretch before."""

    title: str
    entries: tuple[Entry, ...]
    before: int


@dataclass(frozen=True, slots=True)
class Review:
    """What a stretch brought. `before` and `after` are the words of its neighbours; there is no
    `after` where that has not begun."""

    title: str
    period: Span
    words: str
    chapters: tuple[Chapter, ...]
    coming: tuple[Entry, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A week from Monday to Sunday, or a calendar month."""

    since: date
    is_week: bool

    @property
    def until(self) -> date:
        """The last day of it."""
        if self.is_week:
            return self.since + WEEK - timedelta(days=1)
        return (self.since + timedelta(days=31)).replace(day=1) - timedelta(days=1)

    @property
    def words(self) -> str:
        """How an address says it."""
        return f"{self.since:%G-W%V}" if self.is_week else f"{self.since:%Y-%m}"

    @property
    def title(self) -> str:
        """How a person says it."""
        return f"Week of {self.since:%-d %B %Y}" if self.is_week else f"{self.since:%B %Y}"

    def beside(self, day: date) -> "Stretch":
        """Return the stretch of this kind that holds the day."""
        since = day - timedelta(days=day.weekday()) if self.is_week else day.replace(day=1)
        return Stretch(since, self.is_week)

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.since <= day <= self.until


def stretch(words: str, today: date) -> Stretch:
    """Return the week (“2026-W10”) or month (“2026-03”) of these words.

    Without any it is the week of yesterday: on a Monday one looks back on the last.
    """
    if not words:
        return Stretch(today, True).beside(today - timedelta(days=1))
    if found := fullmatch(r"(20\d\d)-W(\d\d)|(20\d\d)-(\d\d)", words):
        year, week, month_year, month = found.groups()
        try:
            if year:
                return Stretch(date.fromisocalendar(int(year), int(week), 1), True)
            return Stretch(date(int(month_year), int(month), 1), False)
        except ValueError:
            pass
    raise Invalid("This is no week or month.", fields={"of": "Please write 2026-W10 or 2026-03."})


def review(
    cards: Iterable[Card], stages: Stages, words: str, today: date, goal: int | None = None
) -> Review:
    """Return what the stretch of these words brought to the jobs, as it is known today."""
    asked = stretch(words, today)
    earlier = asked.beside(asked.since - timedelta(days=1))
    later = asked.beside(asked.until + timedelta(days=1))
    facts = gather(cards, stages, today)
    chapters = tuple(
        Chapter(
            title,
            tuple(entry for entry in found if asked.holds(entry.day)),
            sum(earlier.holds(entry.day) for entry in found),
        )
        for title, found in _found(facts)
    )
    return Review(
        asked.title,
        Span(asked.title, asked.since, asked.until),
        _words(chapters, asked, goal),
        chapters,
        tuple(_coming(facts, today, asked)),
        earlier.words,
        later.words if later.since <= today else "",
    )


def _found(facts: Sequence[Facts]) -> Iterator[tuple[str, list[Entry]]]:
    """Yield all that ever happened, by sort and by day; what has no day is in no stretch."""
    for title, happened in (
        ("Applied", _applied),
        ("First replies", _answered),
        ("Interviews and calls", _interviewed),
        ("Offers", _offered),
        ("Ended", _ended),
    ):
        entries = [entry for fact in facts for entry in happened(fact)]
        yield title, sorted(entries, key=lambda entry: (entry.day, entry.job))


def _entry(fact: Facts, day: date, what: str) -> Entry:
    return Entry(day, fact.job, fact.card.company, fact.card.position, what)


def _applied(fact: Facts) -> Iterator[Entry]:
    if fact.shape.is_application and fact.applied_on:
        yield _entry(fact, fact.applied_on, f"via {fact.source}" if fact.source else "")


def _answered(fact: Facts) -> Iterator[Entry]:
    if fact.response_on and fact.shape.response:
        waited = f" after {fact.wait} days" if fact.wait else ""
        yield _entry(fact, fact.response_on, f"{fact.shape.response}{waited}")


def _interviewed(fact: Facts) -> Iterator[Entry]:
    for visit in fact.shape.visits:
        day = fact.days[visit.move]
        if day and visit.kind in (StageKind.SCREENING, StageKind.INTERVIEW):
            yield _entry(fact, day, visit.kind)


def _offered(fact: Facts) -> Iterator[Entry]:
    if day := fact.reached_on(StageKind.OFFER):
        yield _entry(fact, day, "")


def _ended(fact: Facts) -> Iterator[Entry]:
    if fact.ended_on and fact.shape.outcome:
        yield _entry(fact, fact.ended_on, fact.shape.outcome)


def _coming(facts: Iterable[Facts], today: date, asked: Stretch) -> list[Entry]:
    """Return the next steps of as many days from today on, in their order."""
    end = today + (asked.until - asked.since)
    steps = [
        _entry(fact, fact.card.next_step_on, fact.card.next_step)
        for fact in facts
        if fact.card.next_step_on
        and not fact.shape.outcome
        and today <= fact.card.next_step_on <= end
    ]
    return sorted(steps, key=lambda entry: (entry.day, entry.job))


def _words(chapters: Sequence[Chapter], asked: Stretch, goal: int | None) -> str:
    sent, *others = (len(chapter.entries) for chapter in chapters)
    if not sent and not any(others):
        return f"A quiet {'week' if asked.is_week else 'month'}: nothing is on record."
    names = (("first reply", "first replies"), ("interview or call", "interviews and calls"))
    counted = [
        applications(sent),
        *(_many(n, *name) for n, name in zip(others, names, strict=False)),
    ]
    met = f" Your goal of {goal} is met." if asked.is_week and goal and sent >= goal else ""
    return f"{', '.join(counted)}.{met}"


def _many(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"
