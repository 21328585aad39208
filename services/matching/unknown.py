"""Tools that a posting names and the gazetteer does not know."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from services.matching.coverage import Finding, Requirement, Sort, Strength
from services.matching.demand import CREDIT, Answer, missing
from services.matching.folding import Folded, fold
from services.matching.headings import Scope
from services.matching.resume import PIECES, Resume
from services.matching.statements import Statement

MOST = 300
"""A sentence longer than this is none."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something known by its name alone."""

    requirement: Requirement

    def answer(self, resume: Resume) -> Answer:
        """Look for the same name in the resume."""
        name = re.escape(fold(self.requirement.name)[0])
        parts = [
            match.span()
            for match in re.finditer(rf"(?<!\w){name}(?!\w)", resume.folded.text)
            if resume.counts(*match.span())
        ]
        shown = [part for part in parts if resume.tells(resume.folded.line_of(part[0]))]
        if not parts:
            return missing(self.requirement)
        strength = Strength.SHOWN if shown else Strength.LISTED
        finding = Finding(
            requirement=self.requirement,
            strength=strength,
            evidence=resume.quote((shown or parts)[:PIECES]),
        )
        return Answer(finding, CREDIT[strength] * (1.0 if shown else resume.lists.fit))

    def is_employer(self, posting: Folded) -> bool:
        """Tell whether the name stands at the posting's head or speaks as "we"."""
        name = re.escape(fold(self.requirement.name)[0])
        head = posting.start_of(min(3, self.requirement.line))
        said = rf"\b(?:at|about|join|for) {name}\b|\b{name}(?:'s| is| was)\b"
        return bool(re.search(rf"\b{name}\b", posting.text[:head]) or re.search(said, posting.text))


def unknown(statement: Statement, taken: Collection[tuple[int, int]]) -> Iterator[Named]:
    """Yield the tools a requirement names in capitals, none of them in a part already taken."""
    cue = _CUE.search(statement.text)
    # In a list that lost its line breaks every item begins with a capital.
    if statement.scope is Scope.INTRO or not cue or len(statement.text) > MOST:
        return
    for match in _NAME.finditer(statement.text, cue.end()):
        quote = match["quoted"] or match["name"]
        start = statement.start + match.start("quoted" if match["quoted"] else "name")
        is_taken = any(left < start + len(quote) and start < right for left, right in taken)
        if is_taken or _PLAIN.fullmatch(quote):
            continue
        yield Named(
            Requirement(
                name=quote,
                sort=Sort.SKILL,
                weight=statement.weight,
                quote=quote,
                line=statement.line,
            )
        )


_CUE = re.compile(
    r"\b(?:experience|proficien\w+|knowledge|familiar\w*|skilled|expertise|fluency|command|working"
    r"|competen\w+|trained|certified|background|use|exposure)\s(?:\w+\s)?(?:with|in|of|using|on)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[\"“](?P<quoted>[^\"”]{3,40})[\"”]"
    r"|(?<![\w.])(?P<name>(?:[A-Z][a-z]*[A-Z0-9][\w+#]*|[A-Z][\w+#]+)"
    r"(?:[ .-](?:[A-Z][\w+#]*|\d+(?:\.\d+)?))*)"
)
_PLAIN = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?s?|I|We|You|Our|The|A|An|And|Or|Must|Ability"
    r"|Strong|Good|Excellent|Experience|Knowledge|Proficiency|Familiarity|UK|US|USA|EU|Europe\w*"
    r"|London|America\w*|British|Germany?|France|India|China|Asia|English|Team|Bachelor\w*"
    r"|Master\w*|Background|Understanding|Working|Expertise|Proficient|Familiar|Demonstrated|Have"
    r"|Degree|Diploma|PhD|BSc|MSc|BA|MA|IT|HR|Company|University|College|Grade|Level|Year\w*"
    r"|Minimum|Preferred|Required|Essential|Desirable|[IVX]+|\d+|(?:Level|Band|Grade|Tier|Class"
    r"|Stage|Phase|Key Stage) (?:[IVX]+|\d)+",
)
