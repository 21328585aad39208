"""What every picture says of itself."""

from dataclasses import dataclass

from services.analytics.span import Span

FEWEST = 20
"""How many cases it takes before anything is compared."""


@dataclass(frozen=True, slots=True)
class About:
    """How many cases a picture rests on, of which period, and what it shows, in words."""

    n: int
    period: Span
    definition: str


def applications(count: int) -> str:
    """Say so many applications: “1 application”, “2,000 applications”."""
    return f"{count:,} application{'' if count == 1 else 's'}"


def percent(share: float) -> str:
    """Say a share as whole percent, without calling anything certain that is not."""
    rounded = round(share * 100)
    if rounded == 0 and share > 0:
        return "under 1 %"
    return "over 99 %" if rounded == 100 and share < 1 else f"{rounded} %"
