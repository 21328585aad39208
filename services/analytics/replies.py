"""How long replies take, with those still waiting treated as waiting."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from services.analytics.about import FEWEST, About, applications
from services.analytics.facts import Facts
from services.analytics.span import Span
from services.analytics.survival import Curve, estimate

REPLIES = (
    "The share of applications that had a first human signal by each day after applying, as "
    "Kaplan and Meier estimate it. Those still waiting count up to today, those that ended "
    "without one up to that day, ghosted ones up to the day they were marked."
)


@dataclass(frozen=True, slots=True)
class Replies:
    """The response curve. `waiting` are those without a reply and without an end; `undated` are
    applications whose wait nobody knows. `words` say what the curve says."""

    about: About
    curve: Curve
    waiting: tuple[str, ...]
    undated: tuple[str, ...]
    words: str


def replies(applied: Sequence[Facts], span: Span) -> Replies:
    """Return the response curve of these applications."""
    curve = response_curve(applied)
    return Replies(
        About(curve.n, span, REPLIES),
        curve,
        tuple(fact.job for fact in applied if fact.shape.is_waiting),
        tuple(fact.job for fact in applied if fact.wait is None),
        _words(curve),
    )


def response_curve(applied: Sequence[Facts]) -> Curve:
    """Return the curve of the applications whose wait is known."""
    answered: dict[int, list[str]] = defaultdict(list)
    watched = []
    for fact in applied:
        if fact.wait is None:
            continue
        if fact.shape.reply is None:
            watched.append(fact.wait)
        else:
            answered[fact.wait].append(fact.job)
    return estimate(answered, watched)


def _words(curve: Curve) -> str:
    if not curve.events:
        return "No reply with a known day yet."
    if curve.n < FEWEST:
        return f"{applications(curve.n).capitalize()}: too few to say how long a reply takes."
    if curve.median is None:
        return f"Fewer than half had a reply within {curve.last} days."
    low = curve.median if curve.median_low is None else curve.median_low
    high = "open" if curve.median_high is None else curve.median_high
    return f"Half had a reply by day {curve.median} (95 % interval {low} to {high})."
