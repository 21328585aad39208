"""How many inventions the fabrication gate catches, and how often it cries wolf:
`python -m benchmarks.gate`.

`--show` names the sentences that went wrong, of the half that the gate was tuned on alone.
"""

import re
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from services.advice.ask import Texts
from services.advice.gate import Gate, Gates

TESTS = Path(__file__).parent.parent / "tests"
SENTENCES = TESTS / "advice/sentences.txt"
TODAY = datetime(2026, 10, 1, tzinfo=UTC)
"""The day on which the resumes are read: what lasts until "present" ends here."""

_INVENTED = re.compile(r"\{([^}]*)\}")


@dataclass(frozen=True)
class Sentence:
    """A sentence about somebody, with the pieces of it that were invented."""

    resume: str
    posting: str
    split: str
    text: str
    is_claim: bool
    invented: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Verdict:
    """What the gate made of a sentence."""

    sentence: Sentence
    marked: tuple[tuple[int, int], ...]

    @property
    def is_right(self) -> bool:
        """Tell whether an invention was caught in each of its pieces, or the truth let pass."""
        pieces = self.sentence.invented
        if not pieces:
            return not self.marked
        return all(any(a < end and start < b for a, b in self.marked) for start, end in pieces)


def sentences() -> Iterator[Sentence]:
    """Yield all that were written down."""
    resume = posting = split = ""
    for line in SENTENCES.read_text("utf-8").splitlines():
        if line.startswith("== "):
            resume, posting, split = line[3:].split()
        elif line and not line.startswith("#"):
            text, pieces = _read(line.removeprefix("~ "))
            yield Sentence(resume, posting, split, text, not line.startswith("~ "), pieces)


def verdicts(gates: Gates) -> list[Verdict]:
    """Put every sentence to the gate of its texts."""
    opened: dict[tuple[str, str], Gate] = {}
    found = []
    for sentence in sentences():
        pair = (sentence.resume, sentence.posting)
        if pair not in opened:
            opened[pair] = gates.open(Texts(resume=text_of("resumes", pair[0]), **job_of(pair[1])))
        marks = opened[pair].check(sentence.text, sentence.is_claim)
        found.append(Verdict(sentence, tuple((mark.start, mark.end) for mark in marks)))
    return found


def lines(gates: Gates) -> tuple[list[bool], list[bool]]:
    """Put whole lines of resumes to the gate: to their own, where nothing may be marked, and to
    every other, where each line that holds a number should be. Return what was marked."""
    folder = TESTS / "matching/fixtures/resumes"
    resumes = {path.stem: path.read_text("utf-8").splitlines() for path in folder.glob("*.txt")}
    own: list[bool] = []
    foreign: list[bool] = []
    for name, told in resumes.items():
        gate = gates.open(Texts(resume="\n".join(told), posting="Somebody."))
        own += [bool(gate.check(line, True)) for line in told if len(line.split()) > 2]
        others = [line for other in resumes if other != name for line in resumes[other]]
        numbered = [line for line in others if len(line.split()) > 6 and re.search(r"\d", line)]
        foreign += [bool(gate.check(line, True)) for line in numbered]
    return own, foreign


def _read(line: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    pieces = tuple(
        (match.start() - 2 * number, match.end() - 2 * number - 2)
        for number, match in enumerate(_INVENTED.finditer(line))
    )
    return _INVENTED.sub(r"\1", line), pieces


def text_of(kind: str, name: str) -> str:
    """Return a resume or a posting that was written for the match's own fixtures."""
    return (TESTS / f"matching/fixtures/{kind}/{name}.txt").read_text("utf-8")


def job_of(name: str) -> dict[str, str]:
    """Return a posting and what its job is called."""
    posting = text_of("postings", name)
    return {"posting": posting, "position": posting.splitlines()[0]}


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true")
    show = parser.parse_args().show
    gates = Gates(lambda: TODAY)
    every = verdicts(gates)
    for split in ("tune", "held-out"):
        of_split = [each for each in every if each.sentence.split == split]
        false = [each for each in of_split if each.sentence.invented]
        true = [each for each in of_split if not each.sentence.invented]
        caught, alarms = sum(v.is_right for v in false), sum(not v.is_right for v in true)
        print(
            f"{split:9} inventions caught {caught}/{len(false)} ({caught / len(false):.0%}),"
            f" false alarms {alarms}/{len(true)} ({alarms / len(true):.0%})"
        )
    own, foreign = lines(gates)
    shares = [f"{sum(each)}/{len(each)} ({sum(each) / len(each):.0%})" for each in (foreign, own)]
    print("lines     marked of other resumes {}, of one's own {}".format(*shares))
    for each in every:
        if show and each.sentence.split == "tune" and not each.is_right:
            marked = [each.sentence.text[start:end] for start, end in each.marked]
            print(f"  {each.sentence.resume}: {each.sentence.text} -> {marked}")


if __name__ == "__main__":
    main()
