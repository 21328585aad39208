"""The ghost clock: when silence has become an answer, by the person's own replies."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from services.analytics.about import FEWEST, About, percent
from services.analytics.facts import Facts
from services.analytics.span import ALL_TIME
from services.analytics.survival import Curve

RISK = 0.05
GHOSTS = (
    "The day by which at least 95 % of the replies you ever got had come, corrected for the "
    "applications still waiting, and after which fewer than 5 % of those still silent are "
    "likely to hear. A suggestion: nothing is marked unless you do it."
)


@dataclass(frozen=True, slots=True)
class Silence:
    """An application that is silent past the clock, and for how many days."""

    job: str
    days: int


@dataclass(frozen=True, slots=True)
class Ghosts:
    """The clock: `day` is None while there are too few replies. `share` of the replies came by
    it. `silent` are the applications past it, the longest first; `words` say it all."""

    about: About
    day: int | None
    share: float | None
    silent: tuple[Silence, ...]
    words: str


def ghosts(applications: Sequence[Facts], curve: Curve) -> Ghosts:
    """Return the clock of a person from all their applications and their response curve."""
    about = About(curve.events, ALL_TIME, GHOSTS)
    day = _day(curve)
    if day is None:
        words = f"It takes {FEWEST} replies with known days before silence says anything"
        return Ghosts(about, None, None, (), f"{words}; there are {curve.events}.")
    by_then = sum(len(point.jobs) for point in curve.points if point.day <= day)
    share = by_then / curve.events
    silent = [
        Silence(fact.job, fact.wait)
        for fact in applications
        if fact.shape.is_waiting and fact.wait is not None and fact.wait > day
    ]
    silent.sort(key=lambda each: -each.days)
    words = f"{percent(share)} of the {curve.events} replies you ever got came by day {day}."
    return Ghosts(about, day, share, tuple(silent), words)


def _day(curve: Curve) -> int | None:
    """Return the day past which silence may be called an answer.

    A new reply falls beyond the k-th of n earlier ones with a chance of 1 - k / (n + 1), whatever
    their distribution (S. S. Wilks, “Determination of sample sizes for setting tolerance limits”,
    Annals of Mathematical Statistics 12 (1941), 91-96), hence the rank below. The replies are
    weighed by the curve, since late ones of applications still waiting are yet to be seen.
    """
    n = curve.events
    if n < FEWEST:
        return None
    ever = curve.points[-1].share
    wanted = min(1.0, ceil((1 - RISK) * (n + 1)) / n)
    return next(
        point.day
        for point in curve.points
        if point.share >= ever * wanted - 1e-12
        and ever - point.share <= RISK * (1 - point.share) + 1e-12
    )
