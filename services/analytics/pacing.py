"""This week beside the goal and the usual week, in kind words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from services.analytics.about import About, applications
from services.analytics.facts import Facts
from services.analytics.span import Span

WEEKS_BACK = 8
PACING = (
    "Applications of this week, Monday to Sunday, beside your goal and your usual week: the "
    "median of the last eight full weeks since your first application."
)


@dataclass(frozen=True, slots=True)
class Pacing:
    """This week so far: its `jobs`, the `goal` if there is one, the usual week if known."""

    about: About
    week: date
    jobs: tuple[str, ...]
    goal: int | None
    usual: float | None
    days_left: int
    words: str


def pacing(applied: Sequence[Facts], goal: int | None, today: date) -> Pacing:
    """Return how this week goes."""
    week = today - timedelta(days=today.weekday())
    days = [fact.applied_on for fact in applied if fact.applied_on]
    jobs = tuple([fact.job for fact in applied if (on := fact.applied_on) and on >= week])
    # Negative where they lie back: -1 is last week.
    first = max((min(days, default=week) - week).days // 7, -WEEKS_BACK)
    since = week + timedelta(weeks=first)
    weeks = Counter([(day - week).days // 7 for day in days if day >= since])
    counts = [weeks[back] for back in range(first, 0)]
    left = 6 - today.weekday()
    span = Span("this week", week, week + timedelta(days=6))
    return Pacing(
        About(len(jobs), span, PACING),
        week,
        jobs,
        goal,
        median(counts) if counts else None,
        left,
        _words(len(jobs), goal, left),
    )


def _words(sent: int, goal: int | None, left: int) -> str:
    said = f"{applications(sent).capitalize()} this week"
    if not goal:
        return f"{said}."
    if sent >= goal:
        return f"{said}: your goal of {goal} is met. The rest of the week is yours."
    if not left:
        return f"{said}. Next week starts afresh."
    days = "one day is" if left == 1 else f"{left} days are"
    return f"{said}, on the way to {goal}; {days} left."
