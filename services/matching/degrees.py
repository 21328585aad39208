"""The degree that a posting asks for."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from services.matching.coverage import Finding, Requirement, Sort, Strength
from services.matching.demand import Answer, missing
from services.matching.resume import Resume
from services.matching.statements import Statement
from services.matching.studies import KIN, LEVELS, SHORT, Found, field_of, fit, is_field, levels
from services.parsing.headings import Heading


@dataclass(frozen=True, slots=True)
class Degree:
    """A level of education, in a field if the posting names one."""

    requirement: Requirement
    level: int
    field: str
    names: frozenset[str]
    is_replaceable: bool
    is_trade: bool = False

    def answer(self, resume: Resume) -> Answer:
        """Look for the level and the field; say what was found instead."""
        held = [each for each in _held(resume) if each.level >= self.level]
        if not held:
            return self._experience(resume)
        match, _, best = max((fit(self.field, each.field), not each.is_open, each) for each in held)
        if match < (1 if self.is_trade else KIN) or best.is_open:
            note = "not finished yet" if best.is_open else "but in another field"
            return missing(self.requirement, f"{LEVELS[best.level].name} found, {note}", 0.3)
        note = "" if match == 1 else "in a related field"
        finding = Finding(
            requirement=self.requirement,
            strength=Strength.SHOWN,
            evidence=resume.quote([best.part]),
            note=note,
        )
        return Answer(finding, match)

    def _experience(self, resume: Resume) -> Answer:
        work = [each for each in resume.work if resume.is_about(each, self.names, ())]
        found = resume.years(work)
        if not self.is_replaceable or self.level > _BACHELOR or found < _ENOUGH:
            return missing(self.requirement)
        finding = Finding(
            requirement=self.requirement,
            strength=Strength.IMPLIED,
            evidence=resume.headlines(work),
            note=f"equivalent experience is accepted, {found:.1f} years found",
        )
        return Answer(finding, 0.6)


_ENOUGH = 4.0
"""So many years of work may stand in for a degree, but not for one above a bachelor's."""
_BACHELOR = 2
_VOCATIONAL = 1


class _Held(NamedTuple):
    level: int
    field: str
    part: tuple[int, int]
    is_open: bool


def _held(resume: Resume) -> Iterator[_Held]:
    """Yield the levels that a resume's education names, each with the words around it."""
    folded = resume.folded
    is_headed = Heading.EDUCATION in resume.zones
    for line, zone in enumerate(resume.zones):
        if is_headed and zone not in _SCHOOLS:
            continue
        start, end = folded.start_of(line), folded.start_of(line + 1)
        text = folded.text[start:end]
        short = SHORT.finditer(text) if zone in _SCHOOLS else ()
        held = [
            *levels(text),
            *(Found(_BACHELOR + (each[0][0] == "m"), *each.span()) for each in short),
        ]
        after = folded.text[end : folded.start_of(line + 2)][:_NEAR] if held else ""
        has_more = any(levels(after))
        for level, left, right in held:
            if not resume.counts(start + left, start + right):
                continue
            near = text[max(0, left - _NEAR) : right + _NEAR]
            field = near if has_more else f"{near} {after}"
            yield _Held(
                level,
                f"{field_of(text[left:right])} {field}",
                (start + left, start + right),
                bool(_OPEN.search(field)),
            )


_NEAR = 300
"""What stands further from a degree does not say what it is in."""


def degrees(statement: Statement, names: Collection[str]) -> Iterator[Degree]:
    """Yield the degree that a sentence asks for: the lowest level it names."""
    found = min(levels(statement.text), default=None)
    if found is None or _OTHER.search(statement.text):
        return
    level, start, _ = found
    last = max(each.end for each in levels(statement.text))
    trade = _TRADE.match(statement.text, last) if level == _VOCATIONAL else None
    subject = trade or _FIELD.match(statement.text, last)
    end = subject.end() if subject else last
    before = None if subject else _BEFORE.search(statement.text, 0, start)
    if before and is_field(before["field"]):
        subject, start = before, before.start("field")
    field = f"{field_of(statement.text[start:last])} {subject['field'] if subject else ''}".strip()
    named = "Apprenticeship" if trade else LEVELS[level].name
    name = f"{named} {'as' if trade else 'in'} {field}" if field else named
    yield Degree(
        Requirement(
            name=name,
            sort=Sort.DEGREE,
            weight=statement.weight,
            quote=statement.text[start:end].strip(),
            line=statement.line,
        ),
        level,
        field,
        frozenset(names),
        bool(_REPLACEABLE.search(statement.text)),
        is_trade=bool(trade),
    )


_SCHOOLS = {Heading.EDUCATION, Heading.CERTIFICATES}
_FIELD = re.compile(
    r"['’]?s?\W{0,2}(?:degree|diploma|qualification)?\s?(?:\([^)]{0,20}\)\s?)?(?:in|of|der|des"
    r"|en|em)\s"
    r"(?:an? |the )?(?P<field>(?:(?! or (?:\w+ ){0,2}(?:equivalent|experience|relevant exp))"
    r"(?! ou | oder )(?!,? (?:plus|with|and \d|required|preferred|is |from|along"
    r"|combined))[^.;()]){2,90})",
    re.IGNORECASE,
)
_TRADE = re.compile(r" (?:as|als) (?:an? |the )?(?P<field>[^.;,()]{2,90})", re.IGNORECASE)
"""The trade that somebody was apprenticed in; no other will do."""
_BEFORE = re.compile(
    r"(?:^\W*|\b(?:an?|or|relevant|related|your|with|good) )"
    r"(?P<field>(?!(?:an?|the|or|relevant|related|your|with|good) )"
    r"(?:[\w&/]+ ){0,2}[\w&/]+) $",
    re.IGNORECASE,
)
"""What stands before a degree: "a law degree"."""
_REPLACEABLE = re.compile(
    r"equivalent|or (?:\w+ ){0,3}experience|in lieu|experience (?:may|can|will)", re.IGNORECASE
)
_OPEN = re.compile(
    r"\b(?:expected|in progress|ongoing|not completed|unfinished|dropped out|incomplete)\b"
)
_OTHER = re.compile(
    r"degree of|degrees of (?:freedom|separation)|\d+[ -]degree|360|some degree|high degree"
    r"|our diploma|diploma (?:course|students)|support (?:apprenticeship|apprentices)",
    re.IGNORECASE,
)
