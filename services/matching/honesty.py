"""What is done about a resume that repeats the posting, or lists more than it tells of."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from services.matching.coverage import Sort
from services.matching.folding import Folded
from services.matching.gazetteer import Entry

RUN = 8
"""So many words in a row that are the posting's are no accident."""
SHARE = 0.3
"""More of the posting than this in the resume, or of the resume from the posting, is a copy."""


class Copy(NamedTuple):
    """The lines that are the posting's own words, and how much of the texts they are."""

    lines: frozenset[int]
    share: float


def copied(told: Folded, asked: Folded) -> Copy:
    """Return which lines of a resume are taken from the posting."""
    words = _words(told)
    posting = [word for _, word in _words(asked)]
    runs = set(zip(*(posting[at:] for at in range(RUN)), strict=False))
    taken, seen = set[int](), set[tuple[str, ...]]()
    resume = list(zip(*([word for _, word in words[at:]] for at in range(RUN)), strict=False))
    for at, run in enumerate(resume):
        if run in runs:
            seen.add(run)
            taken.update(range(at, at + RUN))
    of_line = Counter(line for line, _ in words)
    of_copy = Counter(words[at][0] for at in taken)
    lines = {line for line, count in of_copy.items() if 2 * count > of_line[line]}
    return Copy(frozenset(lines | _same(told, asked)), _share(seen, runs, taken, words))


def _share(
    seen: set[tuple[str, ...]],
    runs: set[tuple[str, ...]],
    taken: set[int],
    words: Sequence[tuple[int, str]],
) -> float:
    if not seen:
        return 0.0
    return max(len(seen) / len(runs), len(taken) / len(words))


def _words(folded: Folded) -> list[tuple[int, str]]:
    return [
        (line, word) for line, text in enumerate(_lines(folded)) for word in _WORD.findall(text)
    ]


def _same(told: Folded, asked: Folded) -> set[int]:
    """Return the lines of some length that the posting has as well."""
    posting = {tuple(_WORD.findall(text)) for text in _lines(asked)}
    lines = [tuple(_WORD.findall(text)) for text in _lines(told)]
    return {index for index, line in enumerate(lines) if len(line) > 3 and line in posting}


def _lines(folded: Folded) -> list[str]:
    return [
        folded.text[folded.start_of(line) : folded.start_of(line + 1)]
        for line in range(len(folded.lines))
    ]


_WORD = re.compile(r"[\w+#]+")


class Lists(NamedTuple):
    """How far bare lists may be believed: in each field, and in what the posting asks for."""

    trust: Mapping[str, float]
    fit: float
    is_stuffed: bool


KIN = {"infrastructure": "software", "data": "software", "design": "marketing", "soft": "office"}
"""Fields whose work speaks for each other's lists."""
FREE, EACH = 4, 3
"""A field's list is believed up to so many names, and so many more for each that work shows."""
LONG = 25
REPEATS = 8


def weigh_lists(
    listed: Counter[str], shown: set[str], asked: Collection[str], entries: Mapping[str, Entry]
) -> Lists:
    """Return what the lists are worth beside what is shown in work."""
    bare = [name for name in listed if name not in shown and entries[name].sort is Sort.SKILL]
    told = Counter(field(entries[name]) for name in shown)
    lists = Counter(field(entries[name]) for name in bare)
    is_stuffed = len(bare) > max(LONG, FREE + EACH * len(shown)) or any(
        count >= REPEATS for count in listed.values()
    )
    met = shown.union(*(entries[name].implies for name in shown)).intersection(asked)
    hoped = [name for name in listed if name in asked and name not in met]
    fit = min(1.0, (1 + len(met)) / len(hoped)) if hoped else 1.0
    trust = {each: min(1.0, (FREE + EACH * told[each]) / count) for each, count in lists.items()}
    return Lists(trust, 0.0 if is_stuffed else fit, is_stuffed)


def field(entry: Entry) -> str:
    """Return the field an entry is counted in."""
    return KIN.get(entry.field, entry.field)
