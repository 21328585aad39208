"""What was graded by hand, and how an order is judged by it."""

import csv
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import mean

FIXTURES = Path(__file__).parent.parent / "tests/matching/fixtures"
SPLITS = ("tune", "held-out")
FIT = 2
"""The lowest grade of somebody worth considering."""


@dataclass(frozen=True)
class Grade:
    """What a resume is worth for a posting, and why."""

    resume: str
    posting: str
    grade: int
    split: str
    hard: bool
    reason: str


class Fixtures:
    """The texts and the grades."""

    def __init__(self) -> None:
        self.resumes = texts("resumes")
        self.postings = texts("postings")
        with (FIXTURES / "grades.tsv").open(newline="") as file:
            self.grades = [
                Grade(
                    row["resume"],
                    row["posting"],
                    int(row["grade"]),
                    row["split"],
                    {"yes": True, "no": False}[row["hard"]],
                    row["reason"],
                )
                for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            ]

    def of(self, split: str) -> list[Grade]:
        return [grade for grade in self.grades if grade.split == split]


def texts(folder: str) -> dict[str, str]:
    return {path.stem: path.read_text() for path in sorted((FIXTURES / folder).glob("*.txt"))}


def ranked(grades: Iterable[Grade], scores: dict[Grade, float]) -> list[Grade]:
    """Return the best first; what scores alike stands in alphabetical order."""
    return sorted(grades, key=lambda grade: (-scores[grade], grade.resume, grade.posting))


def ndcg(scores: dict[Grade, float], query: Callable[[Grade], str], depth: int = 5) -> float:
    """Return the mean nDCG over the queries that have anything to find."""
    found = []
    for _, group in groupby(sorted(scores, key=query), query):
        order = [grade.grade for grade in ranked(group, scores)]
        if ideal := gain(sorted(order, reverse=True)[:depth]):
            found.append(gain(order[:depth]) / ideal)
    return mean(found)


def gain(order: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(order))


def hard_pairs(grades: Iterable[Grade]) -> Iterator[tuple[Grade, Grade]]:
    """Yield a posting worth considering beside each one that only looks like it, by resume."""
    for _, group in groupby(sorted(grades, key=lambda it: it.resume), lambda it: it.resume):
        own = list(group)
        for hard in own:
            if hard.hard:
                yield from ((good, hard) for good in own if good.grade >= FIT)
