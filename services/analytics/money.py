"""Salaries told apart by currency and period, and cut into bands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import floor, log10
from typing import NamedTuple

from services.jobs.job import Salary

Money = tuple[str, str]
"""A currency and what it is paid for, each empty where the posting does not say."""


class Pay(NamedTuple):
    """What a posting offers: in which money, from where to where, and the middle of it."""

    money: Money
    low: float
    high: float
    middle: float


def pay_of(salary: Salary | None) -> Pay | None:
    """Return what a salary says, None where it tells no amount; one end stands for both."""
    if salary is None:
        return None
    told = salary.__dict__  # one question instead of four, of thousands of salaries
    low, high = told["min"], told["max"]
    if low is None:
        low = high
    if high is None:
        high = low
    if low is None or high is None:
        return None
    return Pay((told["currency"] or "", told["period"] or ""), low, high, (low + high) / 2)


@dataclass(frozen=True, slots=True)
class Bands:
    """Where a person's salaries are cut into three, for each currency and period apart: the two
    cuts and the keys of the bands, and the name of each key."""

    cuts: Mapping[Money, tuple[float, float, tuple[str, ...]]]
    names: Mapping[str, str]

    def of(self, pay: Pay) -> str:
        """Return the key of the band of one of these salaries."""
        low, high, keys = self.cuts[pay.money]
        return keys[(pay.middle >= low) + (pay.middle >= high)]


def bands(pays: Iterable[Pay | None]) -> Bands:
    """Return the bands of these salaries: cut near their thirds, at numbers that are round."""
    amounts: dict[Money, list[float]] = {}
    for pay in pays:
        if pay is not None:
            amounts.setdefault(pay.money, []).append(pay.middle)
    cuts = {}
    names: dict[str, str] = {}
    for money, those in amounts.items():
        those.sort()
        third = len(those) // 3
        low, high = _round(those[third]), _round(those[-1 - third])
        words = (f"under {low:,.0f}", f"{low:,.0f} to {high:,.0f}", f"{high:,.0f} and over")
        keys = tuple(f"{'-'.join(money)}-{number}" for number in range(3))
        cuts[money] = (low, high, keys)
        names |= {
            key: f"{each} {money_words(money)}" for key, each in zip(keys, words, strict=True)
        }
    return Bands(cuts, names)


def money_words(money: Money) -> str:
    """Say a currency and period: “EUR a year”, “EUR, period not told”."""
    currency, period = money
    article = "an" if period == "hour" else "a"
    paid = f" {article} {period}" if period else ", period not told"
    return f"{currency or 'currency not told'}{paid}"


def _round(amount: float) -> float:
    """Return the nearest number of two significant digits."""
    return float(round(amount, 1 - floor(log10(amount)))) if amount >= 1 else amount
