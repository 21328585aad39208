"""How long something takes when some still wait: the estimate of Kaplan and Meier."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

from services.analytics.intervals import Z


@dataclass(frozen=True, slots=True)
class Point:
    """A day on which it happened: to whom, how many could have, and the share it had by then."""

    day: int
    at_risk: int
    jobs: tuple[str, ...]
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The share to whom it has happened by each day, with a 95 % band; flat between points.

    `median` is the day by which half had it, None if half never had; its interval may be open
    at the upper end. `last` is the longest anybody was watched.
    """

    n: int
    events: int
    points: tuple[Point, ...]
    median: int | None
    median_low: int | None
    median_high: int | None
    last: int

    def share_by(self, day: int) -> float:
        """Return the share to whom it has happened by a day."""
        share = 0.0
        for point in self.points:
            if point.day > day:
                break
            share = point.share
        return share


def estimate(happened: Mapping[int, Sequence[str]], not_yet: Iterable[int]) -> Curve:
    """Return the product-limit estimate from those to whom it happened, by the day it did, and
    the days for which the others were watched.

    E. L. Kaplan and P. Meier, “Nonparametric estimation from incomplete observations”, Journal
    of the American Statistical Association 53 (1958), 457-481. Its variance is Greenwood's
    (1926), its band made on the scale of log(-log S), which keeps it between 0 and 1
    (J. D. Kalbfleisch and R. L. Prentice, “The Statistical Analysis of Failure Time Data”,
    1980), and the interval of the median is read off that band (R. Brookmeyer and J. Crowley,
    Biometrics 38 (1982), 29-41).
    """
    leaving = Counter(not_yet)
    leaving.update({day: len(jobs) for day, jobs in happened.items()})
    n = at_risk = leaving.total()
    alive, spread, low = 1.0, 0.0, 0.0
    points = []
    for day in sorted(leaving):
        if jobs := happened.get(day):
            events = len(jobs)
            alive *= 1 - events / at_risk
            if at_risk > events:
                spread += events / (at_risk * (at_risk - events))
                low, high = _band(alive, spread)
            else:
                # The scale ends where nobody is left; the band can only stay as it was below.
                alive, high = 0.0, 1.0
            points.append(Point(day, at_risk, tuple(jobs), 1 - alive, low, high))
        at_risk -= leaving[day]
    return Curve(
        n=n,
        events=sum(len(point.jobs) for point in points),
        points=tuple(points),
        median=_first_half([(point.day, point.share) for point in points]),
        median_low=_first_half([(point.day, point.high) for point in points]),
        median_high=_first_half([(point.day, point.low) for point in points]),
        last=max(leaving, default=0),
    )


def _band(alive: float, spread: float) -> tuple[float, float]:
    """Return the interval of the share it happened to, from what is left and its variance."""
    reach = Z * sqrt(spread) / abs(log(alive))
    return 1 - float(alive ** exp(-reach)), 1 - float(alive ** exp(reach))


def _first_half(shares: Sequence[tuple[int, float]]) -> int | None:
    # A product of fractions may miss the half by less than it can be written.
    return next((day for day, share in shares if share >= 0.5 - 1e-12), None)
