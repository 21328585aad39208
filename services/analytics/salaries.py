"""What the jobs pay: of postings, applications and offers, never mixing currencies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from services.analytics.about import About
from services.analytics.facts import Facts
from services.analytics.money import Money, Pay, money_words
from services.analytics.span import Span
from services.jobs.stages import StageKind

SALARIES = (
    "What postings say they pay, by the middle of each range: the middle half of all jobs, of "
    "those applied for, and of those that reached an offer. Currencies and periods are never "
    "mixed or converted; jobs without an amount are left out."
)


@dataclass(frozen=True, slots=True)
class Range:
    """The salaries of some jobs: the lowest lower end, the quartiles of the middles, the highest
    upper end; None where there is no job."""

    n: int
    jobs: tuple[str, ...]
    lowest: float | None
    quarter: float | None
    median: float | None
    three_quarters: float | None
    highest: float | None


@dataclass(frozen=True, slots=True)
class Payroll:
    """The salaries in one currency and for one period; each is empty where nobody told it."""

    currency: str
    period: str
    name: str
    postings: Range
    applications: Range
    offers: Range


@dataclass(frozen=True, slots=True)
class Salaries:
    """The salaries by currency and period, the most frequent first; `about.n` counts the jobs."""

    about: About
    untold: tuple[str, ...]
    payrolls: tuple[Payroll, ...]


Paid = tuple[Facts, Pay]


def salaries(facts: Iterable[Facts], span: Span) -> Salaries:
    """Return what these jobs pay, saved ones among them."""
    held: dict[Money, list[Paid]] = {}
    untold = []
    for fact in facts:
        if fact.pay is None:
            untold.append(fact.job)
        else:
            held.setdefault(fact.pay.money, []).append((fact, fact.pay))
    payrolls = tuple(
        Payroll(
            *money,
            money_words(money),
            _range(those),
            _range([paid for paid in those if paid[0].shape.start is not None]),
            _range([paid for paid in those if StageKind.OFFER in paid[0].shape.first]),
        )
        for money, those in sorted(held.items(), key=lambda item: (-len(item[1]), item[0]))
    )
    n = sum(payroll.postings.n for payroll in payrolls)
    return Salaries(About(n, span, SALARIES), tuple(untold), payrolls)


def _range(paid: Sequence[Paid]) -> Range:
    if not paid:
        return Range(0, (), None, None, None, None, None)
    middles = sorted([pay.middle for _, pay in paid])
    half = (len(middles) + 1) // 2
    return Range(
        len(paid),
        tuple([fact.job for fact, _ in paid]),
        min([pay.low for _, pay in paid]),
        median(middles[:half]),
        median(middles),
        median(middles[-half:]),
        max([pay.high for _, pay in paid]),
    )
