"""The years of experience that a posting asks for."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from services.matching.coverage import Finding, Requirement, Sort, Strength
from services.matching.demand import Answer, missing
from services.matching.resume import Resume
from services.matching.statements import Statement
from services.matching.stems import stems


@dataclass(frozen=True, slots=True)
class Years:
    """Years of work that names one of some skills, or speaks in the posting's words."""

    requirement: Requirement
    asked: float
    names: frozenset[str]
    stems: frozenset[str]
    alternatives: int = 0

    def answer(self, resume: Resume) -> Answer:
        """Count the work that is meant; what overlaps counts once."""
        meant = (self.names, self.stems, self.alternatives)
        work = [each for each in resume.work if resume.is_about(each, *meant)]
        found, asked = resume.years(work), f"{_spelled(self.asked)} asked"
        if not found:
            return missing(self.requirement, f"{asked}, none found in work that names it")
        note = f"{asked}, {found:.1f} found".replace(".0 ", " ")
        if found + _GRACE < self.asked:
            return missing(self.requirement, note, 0.8 * (found / self.asked) ** 2)
        evidence = resume.headlines(work)
        strength = Strength.SHOWN
        finding = Finding(
            requirement=self.requirement, strength=strength, evidence=evidence, note=note
        )
        return Answer(finding, 1.0)


_GRACE = 0.1
"""A month more or less is a matter of how dates are written."""


def years(
    statement: Statement, names: Collection[tuple[int, str]], all_names: Collection[str]
) -> Iterator[Years]:
    """Yield the years that a sentence asks for.

    `names` are the skills it names, with their place in the line; if it says not in what, work
    that names any skill of the posting is meant.
    """
    plain = statement.text.lower()
    if not any(unit in plain for unit in _UNITS):
        return
    for match in _YEARS.finditer(statement.text):
        before, rest = statement.text[: match.start()], match["rest"]
        if _OTHER.match(rest) or _PAST.search(before):
            continue
        label = _LABEL.fullmatch(before) if _WANTED.match(statement.text, match.end()) else None
        if not (label or _WORK.search(rest) or _EXPERIENCE.search(before)):
            continue
        part = label.span("what") if label else match.span("rest")
        from_, to = statement.start + part[0], statement.start + part[1]
        meant = frozenset(name for at, name in names if from_ <= at < to)
        told = frozenset() if meant else frozenset(stems(statement.text[slice(*part)]))
        quote = statement.text[part[0] if label else match.start() : match.end()].strip()
        yield Years(
            Requirement(
                name=_NUMERAL.sub("", quote).replace(")", "").strip()[:80],
                sort=Sort.YEARS,
                weight=statement.weight,
                quote=quote,
                line=statement.line,
            ),
            _number(match["low"].lower()) / (12 if _MONTHS.match(match["unit"]) else 1),
            meant if meant or told else frozenset(all_names),
            told,
            len(_OR.findall(rest)),
        )


def _number(word: str) -> int:
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else int(word)


def _spelled(years: float) -> str:
    if years % 1:
        return f"{years * 12:.0f} months"
    return "1 year" if years == 1 else f"{years:.0f} years"


_LABEL = re.compile(r"\W*(?P<what>[^\W\d_][\w /&+#'’-]{1,60}):\s*")
_WANTED = re.compile(r"\s?\((?:required|preferred)\)", re.IGNORECASE)
"""Job boards ask so: "Forklift: 1 year (Preferred)"."""
_UNITS = (
    *("year", "yr", "month", "jahr", "ans ", "mois", "año", "ann", "mesi", "anos", "ano "),
    *("meses", "jaar", "maand", "lat", "rok", "miesi"),
)
_OR = re.compile(r"\bor\b|/")
_MONTHS = re.compile(r"m[oe]|maand|miesi", re.IGNORECASE)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_NUMBERS)})"
_NUMERAL = re.compile(rf"\s\({_NUMBER}\)", re.IGNORECASE)
"""What stands behind a number and says it again: "three (3) years"."""
_YEARS = re.compile(
    rf"\b(?P<low>{_NUMBER})(?:\s?\({_NUMBER}\))?\s?(?:\+|plus)?(?:\s?(?:-|–|to|or)\s?{_NUMBER}\+?)?"
    r"\s?(?:or more |\+)?[\s-]?(?P<unit>years?|yrs?|months?|jahren?|monaten?|ans|mois"
    r"|años?|meses|ann[oi]|mes[ei]|anos?|jaar|maanden|lata?|roku?|miesiące|miesięcy)\b['’]?\)?"
    r"(?P<rest>[^.;()]{0,110})",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\W{0,2}(?:old|of (?:age|college)|ago|contract|fixed|warranty|degree|program|in business|we"
    r"|position|term|history|apprenticeship|diploma|college|university|in a row"
    r"|full[ -]time education|of (?:[a-z-]+ ){0,4}education"
    r"|of (?:hire|starting|employment)|probation\w*|cover|initial)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:last|past|first|every|for over|within|next|previous|aged?|under|over the|(?:less|fewer)"
    r" than)\s$",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    r"experience|erfahrung|expérience|experiencia|esperienza|experiência|ervaring|doświadczeni",
    re.IGNORECASE,
)
_WORK = re.compile(
    rf"{_EXPERIENCE.pattern}|\b(?:work|in|as|of|with|using|on|practice"
    r"|\w+ing)\b",
    re.IGNORECASE,
)
