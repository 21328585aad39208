"""By how much a forecast told the past better than an average alone."""

from math import sqrt
from typing import NamedTuple

TRIALS = 50
"""How many forecasts of the past it takes to judge them."""

SURE = 1.645
"""One side of the normal distribution at 95 %."""


class Gain(NamedTuple):
    """By how much the squared error of the average was larger than that of the forecast, over
    so many of them: the sum and the sum of squares."""

    n: int
    total: float
    squares: float

    @property
    def is_sure(self) -> bool:
        """Whether the forecast was better by more than chance would explain, often enough."""
        if self.n < TRIALS:
            return False
        mean = self.total / self.n
        variance = max(0.0, self.squares / self.n - mean * mean)
        return mean > SURE * sqrt(variance / self.n)
