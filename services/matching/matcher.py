"""The match without a model: what a posting asks for, and the resume's line for each."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from services.matching.coverage import Coverage, Sort, Weight
from services.matching.demand import Answer
from services.matching.demands import demands
from services.matching.folding import Folded
from services.matching.gazetteer import Gazetteer, load
from services.matching.mentions import Finder
from services.matching.resume import Resume
from services.parsing.parse import parse

VERSION = "1"
WEIGHTS = {Weight.MUST: 2.0, Weight.PLAIN: 1.0, Weight.NICE: 0.5}
SOFT = 0.25
"""A soft skill weighs this much of any other."""


class Matcher:
    """Compares resumes with postings, the same way each time; any thread may use it."""

    def warm(self) -> None:
        """Read the gazetteer now rather than at the first match."""
        _ = self._finder

    def match(self, lines: Sequence[str], posting: str, today: date) -> Coverage:
        """Return what the posting asks for, and the evidence in the resume's lines."""
        asked = Folded(posting.splitlines())
        told = Folded(lines)
        rows = demands(asked, self._finder.find(asked), self._gazetteer.entries)
        resume = Resume(
            told, self._finder.find(told), self._gazetteer.entries, parse(lines).work, today
        )
        answers = [row.answer(resume) for row in rows]
        return Coverage(
            version=VERSION,
            findings=tuple(answer.finding for answer in answers),
            score=round(_score(answers), 1),
        )

    # Two threads may both read the files; they read the same, and one result stays.
    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return load()

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self._gazetteer)


def _score(answers: Iterable[Answer]) -> float:
    """Return the share of what is asked that is met, by weight, as 0 to 100."""
    met = total = 0.0
    for finding, credit in answers:
        asked = finding.requirement
        weight = WEIGHTS[asked.weight] * (SOFT if asked.sort is Sort.SOFT else 1)
        met += weight * credit
        total += weight
    return 100 * met / total if total else 0.0
