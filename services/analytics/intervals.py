"""Rates and how sure of them one may be."""

from dataclasses import dataclass
from math import sqrt

from services.analytics.about import FEWEST, percent

Z = 1.959963984540054
"""The 97.5 % point of the normal distribution: two sides of it leave 95 % between them."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many: the share, None of nothing, and its 95 % interval."""

    hits: int
    n: int
    share: float | None
    low: float
    high: float

    def lies_above(self, other: "Rate") -> bool:
        """Whether it is surely the higher one: enough cases in both, and no overlap."""
        return min(self.n, other.n) >= FEWEST and self.low > other.high

    @property
    def words(self) -> str:
        """The rate as a sentence would say it: “23 % (95 % interval 14 % to 35 %) of 60”."""
        if self.share is None:
            return "none yet"
        low, high = percent(self.low), percent(self.high)
        return f"{percent(self.share)} (95 % interval {low} to {high}) of {self.n:,}"


def rate(hits: int, n: int) -> Rate:
    """Return the share with its Wilson interval; of nothing, anything is possible."""
    low, high = wilson(hits, n)
    return Rate(hits, n, hits / n if n else None, low, high)


def wilson(hits: float, n: float, z: float = Z) -> tuple[float, float]:
    """Return the score interval of a proportion, without correction for continuity.

    E. B. Wilson, “Probable inference, the law of succession, and statistical inference”,
    Journal of the American Statistical Association 22 (1927), 209-212.
    """
    if n <= 0:
        return 0.0, 1.0
    share = hits / n
    middle = share + z * z / (2 * n)
    reach = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    # The ends are exact where all or none of the cases hit; rounding would leave a speck.
    low = 0.0 if hits <= 0 else max(0.0, (middle - reach) / scale)
    return low, 1.0 if hits >= n else min(1.0, (middle + reach) / scale)
