"""The match without a model: what a posting asks for, and the resume's line for each."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from services.matching.career import career
from services.matching.coverage import Coverage, Sort, Weight
from services.matching.demand import Answer
from services.matching.demands import demands
from services.matching.folding import Folded
from services.matching.honesty import SHARE, Copy, copied
from services.matching.mentions import finder
from services.matching.resume import Resume

VERSION = "4"
WEIGHTS = {Weight.MUST: 2.0, Weight.PLAIN: 1.0, Weight.NICE: 0.5}
SOFT = 0.25
"""A soft skill weighs this much of any other."""


class Matcher:
    """Compares resumes with postings, the same way each time; any thread may use it."""

    def warm(self) -> None:
        """Read the gazetteer now rather than at the first match."""
        finder()

    def match(self, lines: Sequence[str], posting: str, today: date) -> Coverage:
        """Return what the posting asks for, and the evidence in the resume's lines."""
        wanted = Folded(posting.splitlines())
        told = Folded(lines)
        names, copy = finder(), copied(told, wanted)
        asked = demands(wanted, names.find(wanted), names.entries)
        resume = Resume(
            told, names.find(told), names.entries, career(lines), today, copy.lines, asked.names
        )
        answers = [row.answer(resume) for row in asked.rows]
        warnings = tuple(_warnings(copy, resume))
        return Coverage(
            version=VERSION,
            findings=tuple(answer.finding for answer in answers),
            warnings=warnings,
            score=round(_score(answers) * _damping(copy, resume), 1),
        )


def _warnings(copy: Copy, resume: Resume) -> Iterator[str]:
    if copy.share > SHARE:
        yield (
            "Much of this resume is the posting word for word. Those lines are not counted as"
            " evidence."
        )
    elif copy.lines:
        count = len(copy.lines)
        said = "line is" if count == 1 else "lines are"
        yield f"{count} {said} the posting's own words and not counted as evidence."
    if resume.lists.is_stuffed:
        yield (
            "This resume lists far more skills than its work tells of, or repeats them. Bare"
            " lists are hardly believed."
        )


def _damping(copy: Copy, resume: Resume) -> float:
    return (0.2 if copy.share > SHARE else 1.0) * (0.5 if resume.lists.is_stuffed else 1.0)


def _score(answers: Iterable[Answer]) -> float:
    """Return the share of what is asked that is met, by weight, as 0 to 100."""
    met = total = 0.0
    for finding, credit in answers:
        asked = finding.requirement
        weight = WEIGHTS[asked.weight] * (SOFT if asked.sort is Sort.SOFT else 1)
        met += weight * credit
        total += weight
    return 100 * met / total if total else 0.0
