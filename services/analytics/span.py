"""Which stretch of time a picture is about."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from services.errors import Invalid
from services.jobs.job import Day
from services.record import Record

Named = Literal["30d", "90d", "year", "all"]

DAYS = {"30d": 30, "90d": 90, "year": 365}


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `since` to `until`, both included; None is open. `name` says it in words."""

    name: str = "all time"
    since: date | None = None
    until: date | None = None

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it. An unknown day lies in all time alone."""
        if day is None:
            return self.since is None and self.until is None
        return (self.since or day) <= day <= (self.until or day)

    def before(self, today: date) -> "Span | None":
        """Return the stretch of the same length right before it, if it has a beginning."""
        if self.since is None:
            return None
        length = max(self.end(today) - self.since, timedelta()) + timedelta(days=1)
        return Span(
            f"the {length.days} days before", self.since - length, self.since - timedelta(days=1)
        )

    def end(self, today: date) -> date:
        """Return the last day of it that is not still to come."""
        return min(self.until or today, today)


class Ends(Record):
    """The first and the last day of a stretch, as somebody wrote them."""

    since: Day | None
    until: Day | None


ALL_TIME = Span()


def named(name: str, today: date) -> Span:
    """Return the stretch of this name: the last 30, 90 or 365 days up to today, or all time."""
    if name == "all":
        return ALL_TIME
    days = DAYS[name]
    return Span(f"the last {days} days", today - timedelta(days=days - 1), today)


def told(words: str, today: date) -> Span:
    """Return the stretch of a name, or of days written “2026-01-01..2026-03-31”, each of which may
    be left out; raise `Invalid` for anything else.
    """
    if words in get_args(Named):
        return named(words, today)
    since, dots, until = words.partition("..")
    if not dots:
        raise Invalid(fields={"period": f"Please choose one of {', '.join(get_args(Named))}."})
    ends = Ends.check({"since": since or None, "until": until or None})
    return between(ends.since, ends.until)


def between(since: date | None, until: date | None) -> Span:
    """Return the stretch between two days, or raise `Invalid` if it ends before it begins."""
    if since and until and since > until:
        raise Invalid(
            "The period ends before it begins.", fields={"to": "Please give a later day."}
        )
    if since and until:
        return Span(f"{since} to {until}", since, until)
    if since or until:
        return Span(f"since {since}" if since else f"until {until}", since, until)
    return ALL_TIME


def week_of(ordinal: int) -> int:
    """Return the number of the week that a day is in, told as `date.toordinal` counts; weeks begin
    on Monday, as the first day of all was one."""
    return (ordinal - 1) // 7
