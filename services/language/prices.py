"""What models cost, by day.

From Google's price list for the Gemini API (ai.google.dev/gemini-api/docs/pricing) as others had
copied it by 2026-10-07: Gemini 3.8 Flash is half price until the end of 2026. The Lite model's
prices are those of July 2026, its price for cached tokens is an estimate (a tenth, as for the
others). An operator who knows better passes prices of their own to `Spending`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from services.language.model import Usage

MILLION = 1_000_000

DOLLAR = 1_000_000
"""In micro-dollars."""

FREE = "practice-model"
"""The name of the model that runs beside the demo and costs nothing."""


@dataclass(frozen=True, slots=True)
class Price:
    """Micro-dollars for a million tokens, from a day on. Thinking costs as much as answers."""

    model: str
    since: date
    prompt: int
    answer: int
    cached: int

    def of(self, usage: Usage) -> int:
        """Return the cost in micro-dollars, rounded up."""
        cached = min(usage.cached, usage.prompt)
        cost = (
            (usage.prompt - cached) * self.prompt
            + cached * self.cached
            + (usage.answer + usage.thought) * self.answer
        )
        return -(-cost // MILLION)


PRICES = (
    Price("gemini-3.8-flash", date(2026, 9, 2), 750_000, 3_750_000, 75_000),
    Price("gemini-3.8-flash", date(2027, 1, 1), 1_500_000, 7_500_000, 150_000),
    Price("gemini-3.5-flash-lite", date(2026, 7, 1), 300_000, 2_500_000, 30_000),
    Price(FREE, date(2026, 1, 1), 0, 0, 0),
)


def price_of(model: str, day: date, prices: Sequence[Price] = PRICES) -> Price:
    """Return the model's price on a day; a model that nobody priced costs as much as the dearest.

    A day before the first known price has that price.
    """
    known = [price for price in prices if price.model == model]
    if not known:
        return max(prices, key=lambda price: price.answer)
    past = [price for price in known if price.since <= day]
    return max(past, key=lambda price: price.since) if past else min(known, key=lambda p: p.since)


def money(micros: int) -> str:
    """Return an amount of micro-dollars as people read it, never less than it is."""
    if micros <= 0:
        return "$0.00"
    cents = -(-micros // 10_000)
    return "less than 1 cent" if micros < 10_000 else f"${cents // 100}.{cents % 100:02}"
