"""The rates of groups of applications, side by side where there are enough of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from services.analytics.about import FEWEST, About, applications
from services.analytics.facts import Facts
from services.analytics.money import bands
from services.analytics.rates import Rates, rates
from services.analytics.series import WEEKDAYS
from services.analytics.span import Span
from services.jobs.job import WorkMode
from services.record import fold
from services.resumes.resume import split_key

DAYS = tuple("0123456")
GONE = "a resume that was deleted"
GROUPS = (
    "Applications by {by}: of each group, the share that got a first human signal, that reached "
    "an interview, and of those that reached an offer, with 95 % intervals. Groups whose "
    "intervals overlap cannot be told apart. Those still waiting count as not answered yet, so "
    "that what was sent lately looks worse than it may become. It tells what happened, not why."
)


@dataclass(frozen=True, slots=True)
class Group:
    """Applications that share something. Under 20 there are no rates but a `refusal` in words."""

    key: str
    name: str
    n: int
    jobs: tuple[str, ...]
    rates: Rates | None
    refusal: str


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups by one trait, the largest first or in their natural order, never by rate.

    `untold` are applications of which the trait is not known. `refusal` says why there is
    nothing to compare, if so.
    """

    about: About
    by: str
    groups: tuple[Group, ...]
    untold: tuple[str, ...]
    refusal: str


class Trait(NamedTuple):
    """What applications are told apart by: each one's key, None where it is not known, the name
    of each key, whether the keys have an order of their own, and how many applications of each
    key have which marks."""

    by: str
    keys: Sequence[str | None]
    names: Mapping[str, str]
    is_ordered: bool
    counts: Mapping[str | None, Mapping[int, int]]


def traits_of(applied: Sequence[Facts], resumes: Mapping[str, str]) -> tuple[Trait, ...]:
    """Return what tells applications apart: source, resume, weekday, work mode, salary band."""
    marks = [fact.marks for fact in applied]
    sources, source_names = _folded([fact.source for fact in applied])
    versions, version_names = _folded([fact.resume for fact in applied])
    weekdays = [DAYS[day.weekday()] if (day := fact.applied_on) else None for fact in applied]
    modes = [fact.work_mode for fact in applied]
    banded = bands([fact.pay for fact in applied])
    paid = [banded.of(fact.pay) if fact.pay else None for fact in applied]
    return (
        _trait("source", sources, source_names, False, marks),
        _trait("resume", versions, _called(version_names, resumes), False, marks),
        _trait("weekday", weekdays, dict(zip(DAYS, WEEKDAYS, strict=True)), True, marks),
        _trait("work mode", modes, {mode: mode.title() for mode in WorkMode}, True, marks),
        _trait("salary band", paid, banded.names, True, marks),
    )


def grouped(traits: Sequence[Trait], applied: Sequence[Facts], span: Span) -> tuple[Groups, ...]:
    """Return the applications by each of these traits."""
    jobs = [fact.job for fact in applied]
    return tuple(_groups(trait, jobs, span) for trait in traits)


def _trait(
    by: str,
    keys: Sequence[str | None],
    names: Mapping[str, str],
    is_ordered: bool,
    marks: Sequence[int],
) -> Trait:
    counts: dict[str | None, dict[int, int]] = {}
    for (key, its), count in Counter(zip(keys, marks, strict=True)).items():
        counts.setdefault(key, {})[its] = count
    return Trait(by, keys, names, is_ordered, counts)


def _groups(trait: Trait, jobs: Sequence[str], span: Span) -> Groups:
    held: dict[str | None, list[str]] = {key: [] for key in trait.counts}
    for key, job in zip(trait.keys, jobs, strict=True):
        held[key].append(job)
    untold = tuple(held.pop(None, ()))
    order = sorted(key for key in held if key)
    if not trait.is_ordered:
        order.sort(key=lambda key: -len(held[key]))
    groups = tuple(
        _group(str(key), trait.names[key], tuple(held[key]), trait.counts[key]) for key in order
    )
    about = About(len(jobs) - len(untold), span, GROUPS.format(by=trait.by))
    return Groups(about, trait.by, groups, untold, _refusal(groups))


def _group(key: str, name: str, jobs: tuple[str, ...], marks: Mapping[int, int]) -> Group:
    n = len(jobs)
    few = n < FEWEST
    refusal = f"{applications(n).capitalize()}: too few for a rate, it takes {FEWEST}."
    return Group(key, name, n, jobs, None if few else rates(marks), refusal if few else "")


def _refusal(groups: Sequence[Group]) -> str:
    large = [group for group in groups if group.n >= FEWEST]
    if len(large) > 1:
        return ""
    if len(groups) < 2:
        return "There is nothing to compare yet: it takes two groups."
    return f"There is nothing to compare yet: it takes two groups of {FEWEST} applications."


def _folded(words: Sequence[str]) -> tuple[list[str | None], Mapping[str, str]]:
    """Tell apart by a word: two spellings are one key, under the name that came first."""
    keys: dict[str, str | None] = {"": None}
    names: dict[str, str] = {}
    for word in dict.fromkeys(filter(None, words)):
        # A word of accents alone folds to nothing, and is one all the same.
        key = keys[word] = fold(word) or word
        names.setdefault(key, word)
    return [keys[word] for word in words], names


def _called(names: Mapping[str, str], resumes: Mapping[str, str]) -> Mapping[str, str]:
    """Call the versions of resumes by their names; whoever reads this knows no key."""
    return {
        key: resumes.get(word) or (GONE if split_key(word) else word) for key, word in names.items()
    }
