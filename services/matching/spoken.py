"""The languages that a posting wants spoken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from services.matching.coverage import Finding, Requirement, Strength
from services.matching.demand import Answer, missing
from services.matching.mentions import Mention
from services.matching.resume import Resume
from services.matching.statements import LONG
from services.parsing.headings import Heading


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language, or any of several, at a level if the posting names one."""

    requirement: Requirement
    names: tuple[str, ...]
    level: int

    def answer(self, resume: Resume) -> Answer:
        """Look for where the resume says that the language is spoken, and how well."""
        text, known = resume.folded.text, []
        for name in self.names:
            for mention in (proof.mention for proof in resume.proofs.get(name, ())):
                zone = resume.zones[resume.folded.line_of(mention.start)]
                if zone is Heading.LANGUAGES or is_spoken(text, mention.start, mention.end):
                    level = level_of(text, mention.start, mention.end)
                    known.append((level, zone is not Heading.SKILLS, mention))
        if not known:
            return missing(self.requirement)
        level, is_stated, mention = max(known)
        if level and level < self.level:
            note = f"{_NAMES[self.level]} asked, {_NAMES[level]} found"
            return missing(self.requirement, note, 0.4 if self.level - level < 2 else 0.1)
        finding = Finding(
            requirement=self.requirement,
            strength=Strength.SHOWN if level else Strength.LISTED,
            evidence=resume.quote([mention[:2]]),
        )
        credit = 1.0 if level or not self.level else 0.8
        return Answer(finding, credit if is_stated else credit * 0.6 * resume.lists.fit)


def is_spoken(text: str, start: int, end: int) -> bool:
    """Tell whether a folded text means the language and not, say, a cuisine."""
    left, right = _line(text, start, end)
    if _CUE.search(text, left, right):
        return True
    if _WISHED.match(text, end):
        return True
    return bool(_BEFORE.search(text[left:start]) and _AFTER.match(text, end))


def level_of(text: str, start: int, end: int) -> int:
    """Return the level that a folded text gives a language, from 1 to 6, or 0 if it gives none."""
    left, right = _line(text, start, end)
    after = text[end : min(right, end + 40)]
    stop = _NEXT.search(after)
    before = _CUT.split(text[max(left, start - 30) : start])[-1]
    for part in (after[: stop.start()] if stop else after, before):
        for level, words in enumerate(_LEVELS):
            if words and re.search(rf"\b(?:{words})\b", part):
                return 6 - level
    return 0


def group_level(text: str, group: Sequence[Mention]) -> int:
    """Return the level that a posting asks of a group of languages."""
    return max(level_of(text, mention.start, mention.end) for mention in group)


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the line about a mention begins and ends, or as much of it as is near."""
    far = min(end + LONG, len(text))
    right = text.find("\n", end, far)
    left = max(start - LONG, 0)
    return max(text.rfind("\n", left, start) + 1, left), right if right >= 0 else far


_LEVELS = (
    r"native(?:ly)?|mother tongue|first language|c2|muttersprache?\w*|nativo|langue maternelle"
    r"|maternel",
    r"fluent(?:ly)?|bilingual|bilingue|courant|couramment|fluido|fluency|c1|full professional"
    r"|fliessende?s?|excellent|near native|fluente|fluentemente|vloeiende?|biegle|biegla|ottim[ao]",
    r"business|professional|proficient|proficiency|b2|advanced|upper intermediate|very good"
    r"|verhandlungssicher|strong|avancad[oa]|zaawansowan\w+",
    r"conversational(?:ly)?|intermediate|b1|good|working|limited working",
    r"basics?|elementary|a2|some|school|grundkenntnisse|limited",
    r"beginner|a1",
)
_NAMES = ("", "A1", "basic", "conversational", "professional", "fluent", "native")
_CUE = re.compile(
    r"\b(?:fluen\w+|speak\w*|spoken|native|bilingual|trilingual|multilingual|proficien\w+"
    r"|languages?|conversational|mother tongue|command of|[abc][12]|intermediate|written and"
    r"|verbal|orally|translat\w+|interpret\w+|courant|fliessend\w*|\w+kenntnisse\w*|sprachen?"
    r"|langues?"
    r"|bilingue|couramment|lingu[ae]s?|idiomas?|conoscenza|conhecimentos?|fluente|taal|kennis"
    r"|vloeiend|beheersing|jezyk\w*|znajomosc|biegl[ae]|komunikatywn\w+|avancado)\b|kenntnisse"
)
_WISHED = re.compile(
    r"\s(?:or [a-z]+ )?(?:is|are|would be|est|ist|fluency|language|speakers?|skills)\b"
    r"|\s(?:[a-z]+ )?(?:souhaite|apprecie|exige|demande|requis|indispensable"
    r"|erforderlich|erwunscht)\b"
    r"|\s(?:a|an|as a) (?:\w+ )?(?:plus|bonus|asset|advantage|must)\b"
    r"|\s(?:required|mandatory|essential|needed|necessary|preferred|desired|desirable"
    r"|advantageous)\b"
)
_BEFORE = re.compile(r"\b(?:in|into|from|and|between|to|or|knowledge of)\s$|[,/]\s?$")
_AFTER = re.compile(
    r"\s?(?:[.,;:)/(|]|\n|$|\b(?:and|or|to|with|for|into|at|is|as|on|by|preferred|required"
    r"|essential|desirable)\b)"
)
_CUT = re.compile(r"[;.)]")
_NEXT = re.compile(r"[,;/|•)]| and | or ")
