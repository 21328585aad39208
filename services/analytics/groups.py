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
    """What applications are told apart by: those of each key, None where it is not known, the name
    of each key, whether the keys have an order of their own, and how many applications of each
    key have which marks."""

    by: str
    held: Mapping[str | None, Sequence[Facts]]
    names: Mapping[str, str]
    is_ordered: bool
    marks: Mapping[str | None, Mapping[int, int]]


def traits_of(applied: Sequence[Facts], resumes: Mapping[str, str]) -> tuple[Trait, ...]:
    """Return what tells applications apart: source, resume, weekday, work mode, salary band."""
    sources, source_names = _folded([fact.source for fact in applied])
    versions, version_names = _folded([fact.resume for fact in applied])
    weekdays = [DAYS[day.weekday()] if (day := fact.applied_on) else None for fact in applied]
    day_names = dict(zip(DAYS, WEEKDAYS, strict=True))
    modes = [fact.work_mode for fact in applied]
    mode_names: dict[str, str] = {mode: mode.title() for mode in WorkMode}
    banded = bands([fact.pay for fact in applied])
    paid = [banded.of(fact.pay) if fact.pay else None for fact in applied]
    return (
        _trait("source", applied, sources, source_names),
        _trait("resume", applied, versions, _called(version_names, resumes)),
        _trait("weekday", applied, weekdays, day_names, is_ordered=True),
        _trait("work mode", applied, modes, mode_names, is_ordered=True),
        _trait("salary band", applied, paid, banded.names, is_ordered=True),
    )


def grouped(traits: Sequence[Trait], span: Span) -> tuple[Groups, ...]:
    """Return the applications by each of these traits."""
    return tuple(_groups(trait, span) for trait in traits)


def _trait(
    by: str,
    applied: Sequence[Facts],
    keys: Sequence[str | None],
    names: Mapping[str, str],
    is_ordered: bool = False,
) -> Trait:
    held: dict[str | None, list[Facts]] = defaultdict(list)
    for key, fact in zip(keys, applied, strict=True):
        held[key].append(fact)
    marks = {key: Counter([fact.marks for fact in those]) for key, those in held.items()}
    return Trait(by, held, names, is_ordered, marks)


def _groups(trait: Trait, span: Span) -> Groups:
    held = trait.held
    order = sorted(filter(None, held))
    if not trait.is_ordered:
        order.sort(key=lambda key: -len(held[key]))
    groups = tuple(
        _group(str(key), trait.names[key], _jobs(held[key]), trait.marks[key]) for key in order
    )
    about = About(sum(group.n for group in groups), span, GROUPS.format(by=trait.by))
    return Groups(about, trait.by, groups, _jobs(held.get(None, ())), _refusal(groups))


def _jobs(facts: Sequence[Facts]) -> tuple[str, ...]:
    return tuple([fact.job for fact in facts])


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
