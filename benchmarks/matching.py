"""How well the match orders what was graded by hand: `python -m benchmarks.matching`.

Beside it stand TF-IDF, the usual cheap answer, and alphabetical order, which knows nothing.
`--split tune|held-out` shows one half; `--pairs` names what went wrong, for the tuning half only.
"""

import math
import re
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import mean

from benchmarks.judgement import FIT, SPLITS, Fixtures, Grade, hard_pairs, ndcg, ranked
from services.matching.matcher import Matcher

TODAY = date(2026, 10, 1)
"""The day on which the resumes are read: what lasts until "present" ends here."""

Scorer = Callable[[str, str], float]
"""Gives a resume and a posting a number, higher for the better match."""

TRICKS: dict[str, Callable[[str, list[str]], str]] = {
    "posting pasted": lambda posting, _skills: posting,
    "skill list appended": lambda _posting, skills: f"Skills\n{', '.join(skills)}",
    "skills negated": lambda _posting, skills: "\n".join(
        f"No experience with {skill}." for skill in skills
    ),
}
"""What is added to a resume, given the posting and the skills that the matcher finds in it."""


@dataclass(frozen=True)
class Order:
    """How good an order is: nDCG@5 both ways, and how many hard negatives stay behind."""

    resumes: float
    postings: float
    right: int
    pairs: int


@dataclass(frozen=True)
class Game:
    """What a trick brings an unfit resume: its scores as shares of the good match's own."""

    shares: tuple[float, ...]

    @property
    def wins(self) -> int:
        """Return how often the trick reaches the good match."""
        return sum(share >= 1 for share in self.shares)


class TfIdf:
    """The cosine of two texts' words, each weighed by how rare it is among all the texts."""

    def __init__(self, corpus: Iterable[str]) -> None:
        documents = [set(self._words(text)) for text in corpus]
        found = Counter(word for document in documents for word in document)
        self._rarity = {word: math.log(len(documents) / count) for word, count in found.items()}

    def __call__(self, resume: str, posting: str) -> float:
        one, other = self._vector(resume), self._vector(posting)
        return sum(weight * other.get(word, 0.0) for word, weight in one.items())

    def _vector(self, text: str) -> dict[str, float]:
        counts = Counter(self._words(text))
        vector = {
            word: (1 + math.log(count)) * self._rarity.get(word, 0.0)
            for word, count in counts.items()
        }
        length = math.hypot(*vector.values()) or 1.0
        return {word: weight / length for word, weight in vector.items()}

    @staticmethod
    def _words(text: str) -> list[str]:
        return re.findall(r"[a-z0-9+#]+", text.lower())


class Bench:
    """Contenders before the same grades."""

    def __init__(self, fixtures: Fixtures) -> None:
        self.fixtures = fixtures
        self._matcher = Matcher()
        corpus = [*fixtures.resumes.values(), *fixtures.postings.values()]
        self.contenders: dict[str, Scorer] = {
            "matcher": self._match,
            "TF-IDF": TfIdf(corpus),
            "alphabet": lambda _resume, _posting: 0.0,
        }

    def scores(self, contender: str, split: str) -> dict[Grade, float]:
        scorer = self.contenders[contender]
        return {
            grade: scorer(
                self.fixtures.resumes[grade.resume], self.fixtures.postings[grade.posting]
            )
            for grade in self.fixtures.of(split)
        }

    def order(self, contender: str, split: str) -> Order:
        """Judge the order of one half's resumes and postings."""
        scores = self.scores(contender, split)
        pairs = list(hard_pairs(scores))
        right = sum(ranked(pair, scores)[0] is pair[0] for pair in pairs)
        resumes = ndcg(scores, lambda grade: grade.posting)
        postings = ndcg(scores, lambda grade: grade.resume)
        return Order(resumes, postings, right, len(pairs))

    def game(self, contender: str, split: str, trick: str) -> Game:
        """Try a trick in each resume of no use to a posting that has a good match."""
        graded = sorted(self.fixtures.of(split), key=lambda grade: (grade.posting, -grade.grade))
        shares: list[float] = []
        for slug, group in groupby(graded, lambda grade: grade.posting):
            best, *others = group
            if best.grade >= FIT:
                unfit = [other.resume for other in others if other.grade == 0]
                shares += self._shares(self.contenders[contender], slug, best.resume, unfit, trick)
        return Game(tuple(shares))

    def _shares(
        self, scorer: Scorer, slug: str, best: str, unfit: list[str], trick: str
    ) -> Iterator[float]:
        resumes, posting = self.fixtures.resumes, self.fixtures.postings[slug]
        good = scorer(resumes[best], posting)
        added = TRICKS[trick](posting, self._skills(posting))
        for resume in unfit:
            gamed = scorer(f"{resumes[resume]}\n{added}", posting)
            yield gamed / good if good else math.inf

    def _match(self, resume: str, posting: str) -> float:
        return self._matcher.match(resume.splitlines(), posting, TODAY).score

    def _skills(self, posting: str) -> list[str]:
        """Return what the matcher itself looks for, so that the trick is as good as can be."""
        findings = self._matcher.match([], posting, TODAY).findings
        return [finding.requirement.name for finding in findings]


def show(bench: Bench, split: str) -> None:
    """Print one half's table."""
    orders = [bench.order(name, split) for name in bench.contenders]
    columns = "".join(f"{name:>12}" for name in bench.contenders)
    print(f"{split + ': 18 postings, 12 resumes':<44}{columns}")
    line("nDCG@5, resumes for a posting", [f"{order.resumes:.3f}" for order in orders])
    line("nDCG@5, postings for a resume", [f"{order.postings:.3f}" for order in orders])
    line("before its hard negative", [f"{order.right} of {order.pairs}" for order in orders])
    for trick in TRICKS:
        games = [bench.game(name, split, trick) for name in ("matcher", "TF-IDF")]
        counts = [f"{game.wins} of {len(game.shares)}" for game in games]
        line(f"{trick}: reaches the good match", counts)
        shares = [f"{mean(game.shares):.2f}/{max(game.shares):.2f}" for game in games]
        line("  its share of the good score, mean/most", shares)
    print()


def line(name: str, cells: Sequence[str]) -> None:
    print(f"{name:<44}" + "".join(f"{cell:>12}" for cell in cells))


def show_pairs(bench: Bench) -> None:
    """Print what the matcher orders wrongly, and why it was graded so."""
    scores = bench.scores("matcher", "tune")
    for good in scores:
        for bad in scores:
            alike = good.resume == bad.resume or good.posting == bad.posting
            if alike and bad.grade < good.grade and ranked([good, bad], scores)[0] is bad:
                print(f"{'hard negative' if bad.hard else 'order'}:")
                for grade in (good, bad):
                    print(
                        f"  {scores[grade]:5.1f}  grade {grade.grade}  {grade.resume} for "
                        f"{grade.posting}: {grade.reason}"
                    )


def main(arguments: Sequence[str] | None = None) -> None:
    parser = ArgumentParser(prog="python -m benchmarks.matching", description=__doc__)
    parser.add_argument("--split", choices=SPLITS)
    parser.add_argument("--pairs", action="store_true", help="name the tuning half's wrong pairs")
    wanted = parser.parse_args(arguments)
    if wanted.pairs and wanted.split == "held-out":
        parser.error("The held-out half stays unseen: its pairs are not shown.")
    bench = Bench(Fixtures())
    if wanted.pairs:
        show_pairs(bench)
        return
    for split in [wanted.split] if wanted.split else SPLITS:
        show(bench, split)


if __name__ == "__main__":
    main()
