"""What is done about a resume that repeats the posting, or lists more than it tells of."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
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
    lines, posting = _words(told), _words(asked)
    words = [word for line in lines for word in line]
    runs = set(_runs([word for line in posting for word in line]))
    seen, taken = set[tuple[str, ...]](), set[int]()
    for at, run in enumerate(_runs(words)):
        if run in runs:
            seen.add(run)
            taken.update(range(at, at + RUN))
    share = max(len(seen) / len(runs), len(taken) / len(words)) if seen else 0.0
    whole = {line for line in posting if len(line) > 3}
    copies, end = set[int](), 0
    for index, line in enumerate(lines):
        start, end = end, end + len(line)
        count = sum(at in taken for at in range(start, end)) if taken else 0
        if line in whole or 2 * count > len(line):
            copies.add(index)
    return Copy(frozenset(copies), share)


def _words(folded: Folded) -> list[tuple[str, ...]]:
    """Return the words of each line."""
    starts = [folded.start_of(line) for line in range(len(folded.lines) + 1)]
    return [tuple(_WORD.findall(folded.text, *ends)) for ends in pairwise(starts)]


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[at:] for at in range(RUN)), strict=False)


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
    # Certificates repeat a maker's name; what work shows gains nothing by being repeated.
    is_stuffed = len(bare) > max(LONG, FREE + EACH * len(shown)) or any(
        count >= REPEATS for name, count in listed.items() if name not in shown
    )
    met = shown.union(*(entries[name].implies for name in shown)).intersection(asked)
    hoped = [name for name in listed if name in asked and name not in met]
    fit = min(1.0, (1 + len(met)) / len(hoped)) if hoped else 1.0
    trust = {each: min(1.0, (FREE + EACH * told[each]) / count) for each, count in lists.items()}
    return Lists(trust, 0.0 if is_stuffed else fit, is_stuffed)


def field(entry: Entry) -> str:
    """Return the field an entry is counted in."""
    return KIN.get(entry.field, entry.field)
