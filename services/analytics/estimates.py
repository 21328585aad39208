"""What a job that does not say may pay, shown only where it proved better than the average."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, exp, log, sqrt

from services.analytics.about import FEWEST, About
from services.analytics.facts import Facts
from services.analytics.gain import TRIALS, Gain
from services.analytics.money import Money, money_words
from services.analytics.span import ALL_TIME, week_of
from services.record import fold

WEIGHT = 1
"""How many typical jobs each title is given beforehand, so that it is not told by its own alone."""

KNOWN = 5
"""How many jobs of a title must say what they pay before it tells anything."""

SHARE = 0.9

ESTIMATE = (
    f"What your jobs of the same title pay typically, where at least {KNOWN} say so, drawn towards "
    "what all your jobs do as if one more of those were added: geometric means of the middles of "
    "ranges, so that half and double count alike. The interval is as wide as held nine in ten of "
    "your own past jobs, each told by those that came before its week. Shown only if that would "
    "have told them better than what all jobs pay typically. Only the most frequent currency and "
    "period is looked at, and jobs without a first day are left out."
)

# What a title says of who may apply: “(m/f/d)”, “[all genders]”, “m/w/x”. Anything else in it may
# be another job: an intern is no engineer.
_GENDERS = re.compile(
    r"[(\[]?\b(?:[mfwdxi]\s?[/|*]\s?){1,3}[mfwdxi]\b[)\]]?|[(\[]all genders[)\]]", re.I
)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the jobs of one title may pay, told by so many that say it; `jobs` are the open ones
    that do not."""

    key: str
    title: str
    n: int
    middle: float
    low: float
    high: float
    jobs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Estimates:
    """What jobs may pay in one currency, by title, if that may be shown; else `words` say why
    not. `typical` is that of all jobs; `trials` estimates of the past were judged."""

    about: About
    money: str
    typical: float | None
    estimates: tuple[Estimate, ...]
    trials: int
    words: str


Weeks = Mapping[int, Sequence[tuple[str, float]]]
"""The jobs that say what they pay, by the week they came: the title, the logarithm of the pay."""


class Mean:
    """A mean of logarithms that grows with what is added to it."""

    def __init__(self) -> None:
        self.n = 0
        self.total = 0.0

    @property
    def value(self) -> float:
        """The mean of at least one."""
        return self.total / self.n

    @property
    def doubt(self) -> float:
        """By how much wider one more may miss it than if infinitely many were known."""
        return sqrt(1 + 1 / self.n)

    def drawn_to(self, typical: float) -> float:
        """Return the mean as it is with typical ones added."""
        return (self.total + WEIGHT * typical) / (self.n + WEIGHT)


def estimates(facts: Sequence[Facts]) -> Estimates:
    """Return what a person's open jobs may pay that do not say so."""
    monies = Counter([fact.pay.money for fact in facts if fact.pay])
    if not monies:
        return _refused("", None, 0, 0, 0)
    money = min(monies, key=lambda each: (-monies[each], each))
    weeks = _told(facts, money)
    n = sum(map(len, weeks.values()))
    every, titles = Mean(), defaultdict[str, Mean](Mean)
    gain, misses = _rehearse(weeks, every, titles)
    if not gain.is_sure:
        return _refused(money_words(money), exp(every.value) if n else None, n, gain.n, len(titles))
    typical, reach = every.value, _reach(misses)
    found = tuple(
        _estimate(key, name, titles[key], jobs, typical, reach)
        for key, name, jobs in _untold(facts, titles)
    )
    return Estimates(
        About(n, ALL_TIME, ESTIMATE),
        money_words(money),
        exp(typical),
        found,
        gain.n,
        f"By its title, what a job pays was told better than by the {exp(typical):,.0f} that is "
        f"typical of all, in {gain.n:,} estimates of your past.",
    )


def title_key(position: str) -> str:
    """Return what jobs of one title have in common, however it is written."""
    return fold(title_of(position))


def title_of(position: str) -> str:
    """Return the title without who may apply; all of it where it says nothing else."""
    return " ".join(_GENDERS.sub(" ", position).split()) or position


def _estimate(
    key: str, title: str, its: Mean, jobs: tuple[str, ...], typical: float, reach: float
) -> Estimate:
    pay, wide = its.drawn_to(typical), reach * its.doubt
    return Estimate(key, title, its.n, exp(pay), exp(pay - wide), exp(pay + wide), jobs)


def _told(facts: Iterable[Facts], money: Money) -> Weeks:
    keys: dict[str, str] = {}
    weeks: dict[int, list[tuple[str, float]]] = defaultdict(list)
    for fact in facts:
        pay, days = fact.pay, fact.days
        if pay and days and (day := days[0]) and pay.money == money and pay.middle > 0:
            key = keys.get(fact.position)
            if key is None:
                key = keys[fact.position] = title_key(fact.position)
            weeks[week_of(day.toordinal())].append((key, log(pay.middle)))
    return weeks


def _rehearse(weeks: Weeks, every: Mean, titles: Mapping[str, Mean]) -> tuple[Gain, list[float]]:
    """Estimate each job of the past from what was known before its week, where its title was;
    return what that gained, and by how much each estimate missed, measured by its doubt. The
    means then know all."""
    total = squares = 0.0
    misses = []
    for number in sorted(weeks):
        week = weeks[number]
        if every.n >= FEWEST:
            typical = every.value
            for title, pay in week:
                known = titles[title]
                if KNOWN <= known.n < every.n:
                    miss = pay - known.drawn_to(typical)
                    gain = (pay - typical) ** 2 - miss * miss
                    total += gain
                    squares += gain * gain
                    misses.append(abs(miss) / known.doubt)
        for title, pay in week:
            known = titles[title]
            known.n += 1
            known.total += pay
        every.n += len(week)
        every.total += sum([pay for _, pay in week])
    return Gain(len(misses), total, squares), misses


def _reach(misses: Sequence[float]) -> float:
    """Return how far off so many estimates were at most, and the next one counted in.

    V. Vovk, A. Gammerman, G. Shafer, “Algorithmic Learning in a Random World” (2005), ch. 4.
    """
    place = min(len(misses), ceil(SHARE * (len(misses) + 1)))
    return sorted(misses)[place - 1]


def _untold(
    facts: Iterable[Facts], titles: Mapping[str, Mean]
) -> Iterable[tuple[str, str, tuple[str, ...]]]:
    """Return the open jobs that say no pay, by the titles that are known, most jobs first."""
    names: dict[str, str] = {}
    open_jobs: dict[str, list[str]] = defaultdict(list)
    jobs: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        if fact.pay is None and fact.shape.outcome is None:
            open_jobs[fact.position].append(fact.job)
    for position, those in open_jobs.items():
        key = title_key(position)
        if key in titles and titles[key].n >= KNOWN:
            names.setdefault(key, title_of(position))
            jobs[key] += those
    for key in sorted(jobs, key=lambda each: (-len(jobs[each]), each)):
        yield key, names[key], tuple(jobs[key])


def _refused(money: str, typical: float | None, told: int, trials: int, titles: int) -> Estimates:
    words = "There is not enough of your own history yet to estimate what a job pays."
    if titles == 1:
        words = "All jobs go by one title here, so it tells nothing of what they pay."
    elif typical is not None and trials >= TRIALS:
        words = (
            f"Titles do not tell what a job pays better than the {typical:,.0f} that is typical of "
            "all, so no estimate is shown."
        )
    return Estimates(About(told, ALL_TIME, ESTIMATE), money, typical, (), trials, words)
