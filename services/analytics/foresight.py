"""The chance of a reply or an offer, shown only where it has proved better than the average."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from services.analytics.about import FEWEST, About, percent
from services.analytics.facts import Facts, Ways
from services.analytics.gain import TRIALS, Gain
from services.analytics.intervals import Rate, rate, wilson
from services.analytics.shape import Shape
from services.analytics.span import ALL_TIME, week_of
from services.jobs.stages import Outcome, StageKind
from services.record import fold

FORECAST = (
    "The share of each source's applications with a first {of} within {days} days, drawn towards "
    "your average as if {weight} average ones were added. Of a reply, those taken back before any "
    "and those added when they had been answered tell nothing. Shown only if it would have told "
    "your own past better than the average alone, each application by what was known before its "
    "week."
)

WEIGHT = 20
"""How many applications of the average each source is given beforehand, so that a source with
few of its own stays near the average."""


@dataclass(frozen=True, slots=True)
class Chance:
    """The chance of applications of one source, counted from the day of applying, with its 95 %
    interval; `jobs` are those of them that still wait within that time."""

    key: str
    source: str
    n: int
    chance: float
    low: float
    high: float
    jobs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forecast:
    """How often it happened within so many days, and the chances by source if they may be shown;
    else `words` say why not. `trials` forecasts of the past were judged."""

    about: About
    of: str
    days: int
    base: Rate
    chances: tuple[Chance, ...]
    trials: int
    words: str


Case = tuple[int, str, bool]
"""An application as a forecast sees it: the day it was sent, its source, and whether it happened
in time. It is known when the time is over: a quick yes is heard before a no, and counting it then
would flatter the rate."""

Cases = Counter[Case]
"""How many applications went so."""


class Target(NamedTuple):
    """What is forecast, within how many days, which move of a job it is, and which jobs tell."""

    name: str
    one: str
    days: int
    move: Callable[[Shape], int | None]
    tells: Callable[[Shape], bool]


def _tells_reply(shape: Shape) -> bool:
    """Neither one taken back before any reply does, nor one added when it had been answered."""
    if shape.reply is None:
        return shape.outcome is not Outcome.WITHDRAWN
    return shape.reply != shape.start


TARGETS = (
    Target("reply", "a reply", 60, lambda shape: shape.reply, _tells_reply),
    Target(
        "offer", "an offer", 120, lambda shape: shape.first.get(StageKind.OFFER), lambda _: True
    ),
)


Sent = tuple[int, str, Sequence[date | None]]
"""An application: the day it was sent as a number, its source, and the days of its moves."""


def foresight(applications: Sequence[Facts], ways: Ways, today: date) -> tuple[Forecast, ...]:
    """Return the forecasts from all of a person's applications, and the ways they went."""
    keys = {word: fold(word) for word in {fact.source for fact in applications}}
    sent = [
        (
            shape,
            [
                (fact.applied_on.toordinal(), keys[fact.source], fact.days)
                for fact in those
                if fact.applied_on
            ],
        )
        for shape, those in ways
    ]
    return tuple(
        _forecast(applications, target, _cases(sent, target, today.toordinal()))
        for target in TARGETS
    )


def _forecast(applications: Sequence[Facts], target: Target, cases: Cases) -> Forecast:
    n = cases.total()
    base = rate(sum([count for (_, _, happened), count in cases.items() if happened]), n)
    gain = _rehearse(cases, target.days)
    is_better = gain.is_sure
    return Forecast(
        About(n, ALL_TIME, FORECAST.format(of=target.name, days=target.days, weight=WEIGHT)),
        target.name,
        target.days,
        base,
        tuple(_chances(applications, cases, base, target.days)) if is_better else (),
        gain.n,
        _words(target, base, gain.n, is_better),
    )


def _cases(sent: Iterable[tuple[Shape, Sequence[Sent]]], target: Target, today: int) -> Cases:
    length = target.days
    last = today - length
    cases: list[Case] = []
    for shape, those in sent:
        move = target.move(shape)
        if not target.tells(shape):
            continue
        if move is None:
            cases += [(on, its, False) for on, its, _ in those if on <= last]
        else:
            cases += [
                (on, its, on <= day.toordinal() <= on + length)
                for on, its, days in those
                if on <= last and (day := days[move])
            ]
    return Counter(cases)


def _rehearse(cases: Cases, length: int) -> Gain:
    """Forecast each application of the past from what was known before its week."""
    heard_in: dict[Case, int] = defaultdict(int)
    # Those sent in one week through one source had one forecast.
    asked: dict[Case, int] = defaultdict(int)
    for (sent, source, happened), count in cases.items():
        heard_in[week_of(sent + length), source, happened] += count
        asked[week_of(sent), source, happened] += count
    news = sorted(heard_in.items())
    seen: dict[str, list[int]] = {source: [0, 0] for _, source, _ in cases}
    hits = heard = at = n = 0
    total = squares = 0.0
    for (sent, source, happened), count in sorted(asked.items()):
        while news[at][0][0] < sent:
            (_, its, was_yes), number = news[at]
            seen[its][0] += was_yes * number
            seen[its][1] += number
            hits += was_yes * number
            heard += number
            at += 1
        if heard >= FEWEST:
            base = hits / heard
            chance = _shrunk(seen[source][0], seen[source][1], base)
            gain = (base - happened) ** 2 - (chance - happened) ** 2
            n, total, squares = n + count, total + gain * count, squares + gain * gain * count
    return Gain(n, total, squares)


def _shrunk(hits: int, n: int, base: float) -> float:
    return (hits + WEIGHT * base) / (n + WEIGHT)


def _chances(
    applications: Iterable[Facts], cases: Cases, base: Rate, days: int
) -> Iterable[Chance]:
    seen: Mapping[str, list[int]] = defaultdict(lambda: [0, 0])
    for (_, source, happened), count in cases.items():
        seen[source][0] += happened * count
        seen[source][1] += count
    waiting: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for fact in applications:
        if fact.shape.is_waiting and fact.wait is not None and fact.wait <= days:
            key = fold(fact.source)
            names.setdefault(key, fact.source or "Source not told")
            waiting.setdefault(key, []).append(fact.job)
    average = base.share or 0.0
    for key in sorted(waiting):
        hits, n = seen[key]
        # The added average applications carry weight in the interval as they do in the chance.
        low, high = wilson(hits + WEIGHT * average, n + WEIGHT)
        chance = _shrunk(hits, n, average)
        yield Chance(key, names[key], n, chance, low, high, tuple(waiting[key]))


def _words(target: Target, base: Rate, trials: int, is_better: bool) -> str:
    if base.n < FEWEST or base.share is None or trials < TRIALS:
        return f"There is not enough of your own history yet to forecast {target.one}."
    if not is_better:
        return (
            f"Your sources do not tell {target.one} better than your average of "
            f"{percent(base.share)} within {target.days} days, so no forecast is shown."
        )
    return (
        f"By its source, the chance of {target.one} was told better than by your average of "
        f"{percent(base.share)} within {target.days} days, in {trials} forecasts of your past."
    )
