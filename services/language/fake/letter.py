"""The practice model's cover letter: its lines are the resume's, in the first person."""

import re
from functools import cached_property
from typing import TYPE_CHECKING

from services.language.fake.lines import Line, Pair

if TYPE_CHECKING:
    from services.language.fake.writing import Item, Writing

_SEEKS = re.compile(
    r"(?P<company>[^,.]+?) (?:is|are) (?:looking for|hiring|seeking)"
    r"(?: an?)? (?P<position>[^,.]+?)(?: in [^,.]+)?[,.]?\s*$"
)
_DID = re.compile(
    r"(?:^|(?<=; ))(?!need)(?:\w+ed|built|cut|led|ran|wrote|kept|taught|made|won"
    r"|held|sold|brought|took|set|forecast|grew|began|drew|found|gave|lead|manage|run|care|document|train|build|own|write"
    r"|plan|teach|support|prepare|develop|cover)\b",
    re.IGNORECASE,
)


class Letter:
    """A letter about one posting, from what was found to fit."""

    def __init__(self, posting: str, about: str, writing: "Writing") -> None:
        first = next(iter(posting.strip().splitlines()), "")
        found = _SEEKS.match(first.strip())
        named = about.splitlines()
        self._position = found["position"] if found else named[0] if len(named) > 1 else ""
        self._company = found["company"] if found else named[1] if len(named) > 1 else ""
        self._writing = writing

    @property
    def edges(self) -> dict[str, str]:
        """Return how it begins and ends."""
        greeting = f"Dear {self._company} team," if self._company else "Dear hiring team,"
        return {"greeting": greeting, "closing": "Yours sincerely,"}

    @cached_property
    def paragraphs(self) -> "list[Item]":
        """Return why, what was done, and what comes next, each with what it rests on."""
        best = self._writing.best
        used = [each.said.text for each in best]
        others = [line for line in self._writing.strengths if line.text not in used][:2]
        return [self._why(best), *([_deeds(others)] if others else []), self._end()]

    def _why(self, pairs: list[Pair]) -> "Item":
        wish = (
            f"I would like to join you as {self._position}."
            if self._position
            else ("I am writing because the work that you describe is work I like.")
        )
        fits = [
            f"Your posting says “{each.asked.bare}”. I know that work: {mine(each.said)}."
            for each in pairs
        ]
        return _paragraph(
            [each.said.text for each in pairs],
            [each.asked.text for each in pairs],
            " ".join([wish, *fits]),
        )

    def _end(self) -> "Item":
        open_ends = self._writing.missing[:1]
        frank = [
            f"Your posting also names “{line.bare}”, which my resume does not show; I will gladly"
            " say how I would go about it."
            for line in open_ends
        ]
        text = " ".join([*frank, "I look forward to talking about the work with you."])
        return _paragraph([], [line.text for line in open_ends], text)


def _deeds(lines: list[Line]) -> "Item":
    told = [f"Above all, {mine(line)}." for line in lines[:1]]
    told += [f"What may be of use to you as well: {mine(line)}." for line in lines[1:]]
    told += ["I will gladly tell you how that came about, and what I learnt from it."]
    return _paragraph([line.text for line in lines], [], " ".join(told))


def mine(line: Line) -> str:
    """Return a line of the resume in the first person, or quoted where it is no deed."""
    if _DID.match(line.text):
        return _DID.sub(lambda found: f"I {found[0][0].lower()}{found[0][1:]}", line.bare)
    return f"my resume says “{line.bare}”"


def _paragraph(resume: list[str], posting: list[str], text: str) -> "Item":
    return {"resume_quotes": resume, "posting_quotes": posting, "text": text}
