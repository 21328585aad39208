"""What a posting asks for, row by row."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from services.matching.coverage import Requirement, Sort, Weight
from services.matching.degrees import degrees
from services.matching.demand import Demand, Skill
from services.matching.folding import Folded
from services.matching.gazetteer import Entry
from services.matching.groups import groups
from services.matching.headings import Scope
from services.matching.mentions import Mention
from services.matching.spoken import Spoken, group_level, is_spoken
from services.matching.statements import Statement, statements
from services.matching.unknown import Named, unknown
from services.matching.years import years

SOFT_ROWS = 4
"""More soft skills than this say little about a posting."""

MOST = 150
"""So many things nobody asks for; each is looked for in the whole resume."""


class Asked(NamedTuple):
    """What a posting asks for, and the names of the skills in it."""

    rows: list[Demand]
    names: frozenset[str]


class _Said(NamedTuple):
    """A sentence, and the names in it."""

    statement: Statement
    mentions: list[Mention]


def demands(folded: Folded, mentions: Sequence[Mention], entries: Mapping[str, Entry]) -> Asked:
    """Return what a posting asks for, each thing once with the highest weight, in its order."""
    said = list(_sentences(folded, [each for each in mentions if not _is_colleague(each, folded)]))
    if any(each.statement.scope is not Scope.INTRO for each in said):
        said = [_without_praise(each, entries) for each in said]
    hard = frozenset(
        mention.name
        for _, found in said
        for mention in found
        if entries[mention.name].sort is Sort.SKILL
    )
    rows = [row for each in said for row in _rows(each, folded, entries, hard)]
    once = [row for row in _once(rows)[:MOST] if not _is_employer(row, folded)]
    return Asked(_few(once), hard)


def _is_employer(row: Demand, folded: Folded) -> bool:
    return isinstance(row, Named) and row.is_employer(folded)


def _is_colleague(mention: Mention, folded: Folded) -> bool:
    """Tell whether a trade is only that of the people around: "with product managers"."""
    text, start, end = folded.text, *mention[:2]
    before = text[max(0, start - 60) : start]
    if _ABOVE.search(before):
        return True
    if _TRADES.search(text, start, end):
        return bool(_BESIDE.search(before))
    return bool(_TEAM.match(text, end) and _TOGETHER.search(before))


_ABOVE = re.compile(
    r"(?:\bunder (?:the )?(?:[a-z]+ )?(?:supervision|direction|guidance)(?: of)?"
    r"|\breport(?:s|ing)?(?: directly)? to|\bsupervised by)(?: (?!and |to )[\w']+){0,5} ?$"
)
"""Names whoever the job is under, as "under the supervision of the charge nurse"."""
_TEAM = re.compile(
    r"(?:,? (?:(?:and|&|or) )?\w+){0,3} (?:teams?|departments?|colleagues|partners|agencies)\b"
)
_TOGETHER = re.compile(
    r"\b(?:work\w*(?: \w+)? with|collaborat\w+ with|partner\w*(?: \w+)? with|liais\w+ with"
    r"|alongside)\b[^.;:\n]*$"
)
_TRADES = re.compile(r"(?:er|or|ist|ant|an)s$")
_BESIDE = re.compile(r"\b(?:with|alongside|between|beside|among|reports? to)\b[^.;:\n]*$")


def _without_praise(said: _Said, entries: Mapping[str, Entry]) -> _Said:
    """Leave out what an opening says of people in general: "an enthusiastic nurse"."""
    if said.statement.scope is not Scope.INTRO:
        return said
    hard = [each for each in said.mentions if entries[each.name].sort is not Sort.SOFT]
    return said._replace(mentions=hard)


Row = tuple[Demand, frozenset[str]]
"""A demand, and the names that will do; what is not of names goes by its own."""


def _rows(
    said: _Said, folded: Folded, entries: Mapping[str, Entry], hard: frozenset[str]
) -> Iterator[Row]:
    statement, mentions = said
    places = [(folded.places(each.start, each.end)[0], each.name) for each in mentions]
    for row in years(statement, [(at.start, name) for at, name in places], hard):
        yield row, frozenset([f"{row.asked} years of {sorted(row.names | row.stems)}"])
    for degree in degrees(statement, hard):
        yield degree, frozenset([f"degree {degree.level} in {degree.field}"])
        left = statement.start + statement.text.index(degree.requirement.quote)
        right = left + len(degree.requirement.quote)
        # What a degree is in is not asked for a second time.
        mentions = [
            mention
            for mention, (at, _) in zip(mentions, places, strict=True)
            if not left <= at.start < right
        ]
    for group in _groups(statement, mentions, folded, entries):
        yield from _named(group, statement, folded, entries)
    for named in unknown(statement, [at[1:] for at, _ in places]):
        yield named, frozenset((named.requirement.name,))


def _groups(
    statement: Statement, mentions: Sequence[Mention], folded: Folded, entries: Mapping[str, Entry]
) -> Iterator[Sequence[Mention]]:
    start, is_both = folded.start_of(statement.line), bool(_BOTH.search(statement.text))
    for group in groups(folded.text, mentions, start, entries):
        if is_both and entries[group[0].name].sort is Sort.LANGUAGE:
            yield from ([mention] for mention in group)
        else:
            yield group


_BOTH = re.compile(r"\b(?:bi|tri|multi)lingual|\bboth\b", re.IGNORECASE)
"""Says that "English/Spanish" is two languages, and not either of them."""


def _named(
    group: Sequence[Mention], statement: Statement, folded: Folded, entries: Mapping[str, Entry]
) -> Iterator[Row]:
    sort = entries[group[0].name].sort
    group = [mention for mention in group if entries[mention.name].sort is sort]
    names = tuple(dict.fromkeys(mention.name for mention in group))
    place = folded.places(group[0].start, _closed(folded.text, group[0].start, group[-1].end))[0]
    requirement = Requirement(
        name=" or ".join(filter(None, [", ".join(names[:-1]), names[-1]])),
        sort=sort,
        weight=statement.weight,
        quote=folded.lines[place.line][place.start : place.end],
        line=place.line,
    )
    if sort is not Sort.LANGUAGE:
        yield Skill(requirement, names), frozenset(names)
    elif _is_all(statement, requirement) or all(
        is_spoken(folded.text, mention.start, mention.end) for mention in group
    ):
        yield Spoken(requirement, names, group_level(folded.text, group)), frozenset(names)


def _is_all(statement: Statement, requirement: Requirement) -> bool:
    """Tell whether a sentence says nothing else than the requirement."""
    rest = statement.text.replace(requirement.quote, "")
    return not any(char.isalpha() for char in rest)


def _closed(text: str, start: int, end: int) -> int:
    """Return the end of a part, with the bracket that closes one inside it."""
    is_open = text.count("(", start, end) > text.count(")", start, end)
    return end + (is_open and text[end : end + 1] == ")")


def _sentences(folded: Folded, mentions: Sequence[Mention]) -> Iterator[_Said]:
    """Yield the sentences, each with its names."""
    of_line: dict[int, list[tuple[int, Mention]]] = {}
    for mention in mentions:
        line, start, _ = folded.places(mention.start, mention.end)[0]
        of_line.setdefault(line, []).append((start, mention))
    for each in statements(folded.lines):
        near = of_line.get(each.line, [])
        left, right = (bisect_left(near, (at,)) for at in (each.start, each.end))
        yield _Said(each, [mention for _, mention in near[left:right]])


def _once(rows: Sequence[Row]) -> list[Demand]:
    """Keep each thing where it weighs most; a choice goes if one of it is asked for anyway."""
    best: dict[frozenset[str], Demand] = {}
    for row, names in rows:
        known = best.get(names)
        if known is None or _weight(row) > _weight(known):
            best[names] = row
    alone = {name: _weight(row) for names, row in best.items() for name in names if len(names) == 1}
    return [
        row
        for names, row in best.items()
        if len(names) == 1 or all(alone.get(name, -1) < _weight(row) for name in names)
    ]


def _weight(row: Demand) -> int:
    return (Weight.NICE, Weight.PLAIN, Weight.MUST).index(row.requirement.weight)


def _few(rows: Sequence[Demand]) -> list[Demand]:
    """Leave out soft skills beyond the first few."""
    soft = [row for row in rows if row.requirement.sort is Sort.SOFT]
    return [row for row in rows if row not in soft[SOFT_ROWS:]]
