"""What a posting asks for, row by row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from services.matching.coverage import Requirement, Sort, Weight
from services.matching.demand import Demand, Skill
from services.matching.folding import Folded
from services.matching.gazetteer import Entry
from services.matching.groups import groups
from services.matching.mentions import Mention
from services.matching.statements import Statement, statements

HEAVY = (Weight.NICE, Weight.PLAIN, Weight.MUST)
SOFT_ROWS = 4
"""More soft skills than this say little about a posting."""


def demands(
    folded: Folded, mentions: Sequence[Mention], entries: Mapping[str, Entry]
) -> list[Demand]:
    """Return what a posting asks for, each thing once with the highest weight, in its order."""
    skills: list[Skill] = []
    for statement in statements(folded.lines):
        skills += _skills(statement, folded, mentions, entries)
    rows = merged(skills)
    soft = [row for row in rows if row.requirement.sort is Sort.SOFT]
    return [row for row in rows if row not in soft[SOFT_ROWS:]]


def _skills(
    statement: Statement,
    folded: Folded,
    mentions: Sequence[Mention],
    entries: Mapping[str, Entry],
) -> Iterator[Skill]:
    inside = [mention for mention in mentions if _is_inside(mention, statement, folded)]
    start = folded.start_of(statement.line)
    for group in groups(folded.text, inside, start, entries):
        names = tuple(dict.fromkeys(mention.name for mention in group))
        place = folded.places(group[0].start, group[-1].end)[0]
        requirement = Requirement(
            name=either(names),
            sort=entries[names[0]].sort,
            weight=statement.weight,
            quote=folded.lines[place.line][place.start : place.end],
            line=place.line,
        )
        yield Skill(requirement, names)


def either(names: Sequence[str]) -> str:
    """Return the names as alternatives: "AWS, GCP or Azure"."""
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _is_inside(mention: Mention, statement: Statement, folded: Folded) -> bool:
    line, start, _ = folded.places(mention.start, mention.end)[0]
    return line == statement.line and statement.start <= start < statement.end


def merged(rows: Iterable[Skill]) -> list[Skill]:
    """Return each thing once, where it weighs most; a choice goes if one of it is asked anyway."""
    best: dict[frozenset[str], Skill] = {}
    for row in rows:
        key = frozenset(row.names)
        known = best.get(key)
        if known is None or _heavier(row, known):
            best[key] = row
    alone = {row.names[0] for row in best.values() if len(row.names) == 1}
    return [row for row in best.values() if len(row.names) == 1 or alone.isdisjoint(row.names)]


def _heavier(row: Skill, other: Skill) -> bool:
    return HEAVY.index(row.requirement.weight) > HEAVY.index(other.requirement.weight)
