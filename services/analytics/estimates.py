"""What a job that does not say may pay, shown only where it proved better than the average."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, exp, log

from services.analytics.about import FEWEST, About
from services.analytics.facts import Facts
from services.analytics.gain import TRIALS, Gain
from services.analytics.money import Money, money_words
from services.analytics.span import ALL_TIME
from services.record import fold

WEIGHT = 3
"""How many jobs of the average each title is given beforehand, so that a title with few jobs of
its own stays near the average."""

SHARE = 0.9

ESTIMATE = (
    "The mean pay of your jobs of the same title, drawn towards that of all your jobs as if "
    f"{WEIGHT} average ones were added: by the middle of each range, and so that half and double "
    "count alike. The interval is as wide as held nine in ten of your own past jobs, each told by "
    "what was known before its week. Shown only if that would have told them better than the "
    "average alone. Only the most frequent currency and period is looked at."
)

# What a title says beside the work: “(m/f/d)”, “ - Berlin”, “, part time”, “| remote”.
_ASIDE = re.compile(r"\s*(\([^)]*\)|\[[^\]]*\]|[,|].*|\s[-–—]\s.*)")


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the jobs of one title may pay, told by so many that say it; `jobs` are the open ones
    that do not."""

    title: str
    n: int
    middle: float
    low: float
    high: float
    jobs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Estimates:
    """What jobs may pay in one currency, by title, if that may be shown; else `words` say why
    not. `average` is that of all jobs; `trials` estimates of the past were judged."""

    about: About
    money: str
    average: float | None
    estimates: tuple[Estimate, ...]
    trials: int
    words: str


Weeks = Mapping[int, Sequence[tuple[str, float]]]
"""The jobs that say what they pay, by the week they came: the title, the logarithm of the pay."""


class Mean:
    """A mean that grows with what is added to it."""

    def __init__(self) -> None:
        self.n = 0
        self.total = 0.0

    @property
    def value(self) -> float:
        """The mean of at least one."""
        return self.total / self.n

    def drawn_to(self, average: float) -> float:
        """Return the mean as it is with the average ones added."""
        return (self.total + WEIGHT * average) / (self.n + WEIGHT)


def estimates(facts: Sequence[Facts]) -> Estimates:
    """Return what a person's open jobs may pay that do not say so."""
    monies = Counter([fact.pay.money for fact in facts if fact.pay])
    if not monies:
        return _refused("", None, 0, 0)
    money = min(monies, key=lambda each: (-monies[each], each))
    weeks = _told(facts, money)
    n = sum(map(len, weeks.values()))
    average, titles = Mean(), defaultdict[str, Mean](Mean)
    gain, misses = _rehearse(weeks, average, titles)
    if not gain.is_sure:
        return _refused(money_words(money), exp(average.value) if n else None, n, gain.n)
    middle, reach = average.value, _reach(misses)
    found = tuple(
        Estimate(name, titles[key].n, exp(pay), exp(pay - reach), exp(pay + reach), jobs)
        for key, name, jobs in _untold(facts, titles)
        for pay in (titles[key].drawn_to(middle),)
    )
    return Estimates(
        About(n, ALL_TIME, ESTIMATE),
        money_words(money),
        exp(middle),
        found,
        gain.n,
        f"By its title, what a job pays was told better than by your average of {exp(middle):,.0f} "
        f"in {gain.n:,} estimates of your past.",
    )


def title_key(position: str) -> str:
    """Return what jobs of one title have in common, whatever else the position says."""
    return " ".join(fold(_ASIDE.sub("", position)).split())


def _told(facts: Iterable[Facts], money: Money) -> Weeks:
    keys: dict[str, str] = {}
    weeks: dict[int, list[tuple[str, float]]] = defaultdict(list)
    for fact in facts:
        pay, day = fact.pay, fact.began_on
        if pay and day and pay.money == money and pay.middle > 0:
            position = fact.card.position
            key = keys.get(position)
            if key is None:
                key = keys[position] = title_key(position)
            weeks[day.toordinal() // 7].append((key, log(pay.middle)))
    return weeks


def _rehearse(weeks: Weeks, average: Mean, titles: Mapping[str, Mean]) -> tuple[Gain, list[float]]:
    """Estimate each job of the past from what was known before its week, where its title was;
    return what that gained, and by how much each estimate missed. The means then know all."""
    total = squares = 0.0
    misses = []
    for number in sorted(weeks):
        week = weeks[number]
        if average.n >= FEWEST:
            middle = average.value
            for title, pay in week:
                known = titles[title]
                if 0 < known.n < average.n:
                    miss = pay - known.drawn_to(middle)
                    gain = (pay - middle) ** 2 - miss * miss
                    total += gain
                    squares += gain * gain
                    misses.append(abs(miss))
        for title, pay in week:
            known = titles[title]
            known.n += 1
            known.total += pay
        average.n += len(week)
        average.total += sum([pay for _, pay in week])
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
    jobs: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        if fact.pay is None and fact.shape.outcome is None:
            key = title_key(fact.card.position)
            if key and key in titles and titles[key].n:
                names.setdefault(key, _ASIDE.sub("", fact.card.position).strip())
                jobs[key].append(fact.job)
    for key in sorted(jobs, key=lambda each: (-len(jobs[each]), each)):
        yield key, names[key], tuple(jobs[key])


def _refused(money: str, average: float | None, told: int, trials: int) -> Estimates:
    words = "There is not enough of your own history yet to estimate what a job pays."
    if average is not None and trials >= TRIALS:
        words = (
            f"Titles do not tell what a job pays better than your average of {average:,.0f}, so no "
            "estimate is shown."
        )
    return Estimates(About(told, ALL_TIME, ESTIMATE), money, average, (), trials, words)
