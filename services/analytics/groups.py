"""The rates of groups of applications, side by side where there are enough of them."""

from collections import Counter, defaultdict
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
    of each key, and whether the keys have an order of their own."""

    by: str
    keys: Sequence[str | None]
    names: Mapping[str, str]
    is_ordered: bool


def traits_of(applied: Sequence[Facts], resumes: Mapping[str, str]) -> tuple[Trait, ...]:
    """Return what tells applications apart: source, resume, weekday, work mode, salary band."""
    banded = bands([fact.pay for fact in applied])
    return (
        _words("source", [fact.source for fact in applied]),
        _called(_words("resume", [fact.resume for fact in applied]), resumes),
        Trait(
            "weekday",
            [DAYS[day.weekday()] if (day := fact.applied_on) else None for fact in applied],
            dict(zip(DAYS, WEEKDAYS, strict=True)),
            True,
        ),
        Trait(
            "work mode",
            [fact.work_mode for fact in applied],
            {mode: mode.title() for mode in WorkMode},
            True,
        ),
        Trait(
            "salary band",
            [banded.of(fact.pay) if fact.pay else None for fact in applied],
            banded.names,
            True,
        ),
    )


def grouped(
    traits: Sequence[Trait], applied: Sequence[Facts], marks: Sequence[int], span: Span
) -> tuple[Groups, ...]:
    """Return the applications by each of these traits."""
    jobs = [fact.job for fact in applied]
    return tuple(_groups(trait, jobs, marks, span) for trait in traits)


def _groups(trait: Trait, jobs: Sequence[str], marks: Sequence[int], span: Span) -> Groups:
    held: dict[str | None, list[str]] = defaultdict(list)
    for key, job in zip(trait.keys, jobs, strict=True):
        held[key].append(job)
    counts: dict[str | None, dict[int, int]] = defaultdict(dict)
    for (key, its), count in Counter(zip(trait.keys, marks, strict=True)).items():
        counts[key][its] = count
    untold = tuple(held.pop(None, ()))
    order = sorted(key for key in held if key)
    if not trait.is_ordered:
        order.sort(key=lambda key: -len(held[key]))
    groups = tuple(
        _group(str(key), trait.names[key], tuple(held[key]), counts[key]) for key in order
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


def _words(by: str, words: Sequence[str]) -> Trait:
    """Tell apart by a word: two spellings are one group, under the one that came first."""
    keys: dict[str, str | None] = {"": None}
    names: dict[str, str] = {}
    for word in dict.fromkeys(filter(None, words)):
        # A word of accents alone folds to nothing, and is one all the same.
        key = keys[word] = fold(word) or word
        names.setdefault(key, word)
    return Trait(by, [keys[word] for word in words], names, False)


def _called(trait: Trait, resumes: Mapping[str, str]) -> Trait:
    """Call the versions of resumes by their names; whoever reads this knows no key."""
    names = {
        key: resumes.get(word) or (GONE if split_key(word) else word)
        for key, word in trait.names.items()
    }
    return trait._replace(names=names)
