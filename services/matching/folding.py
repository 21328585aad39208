"""Text as it is compared, and the way back to the words as they were written."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple


class Place(NamedTuple):
    """A part of one line, half-open."""

    line: int
    start: int
    end: int


class Folded:
    """Lines without case, accents, hyphens and doubled spaces, joined where a sentence runs on.

    A line's end is a space in `text` where the next line continues it, otherwise a line feed.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self._offsets: list[Sequence[int]] = []
        self._starts: list[int] = []
        parts: list[str] = []
        length = 0
        for index, line in enumerate(lines):
            text, offsets = fold(line)
            self._offsets.append(offsets)
            self._starts.append(length)
            runs_on = index + 1 < len(lines) and _runs_on(line, lines[index + 1])
            parts += (text, " " if runs_on else "\n")
            length += len(text) + 1
        self.text = "".join(parts)

    def line_of(self, at: int) -> int:
        """Return which line a position of `text` belongs to."""
        return bisect_right(self._starts, at) - 1

    def start_of(self, line: int) -> int:
        """Return where a line begins in `text`."""
        return self._starts[line] if line < len(self._starts) else len(self.text)

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """Return where a piece of `text` stands, one place a line."""
        found = []
        for line in range(self.line_of(start), self.line_of(end - 1) + 1):
            offsets, base = self._offsets[line], self._starts[line]
            left, right = max(start - base, 0), min(end - base, len(offsets))
            if left < right:
                found.append(Place(line, offsets[left], offsets[right - 1] + 1))
        return tuple(found)

    def written(self, start: int, end: int) -> str:
        """Return a piece as it was written, a line's end as a space."""
        return " ".join(
            self.lines[line][left:right] for line, left, right in self.places(start, end)
        )


_PLAIN = str.maketrans(
    {
        **dict.fromkeys("-_\t\u2010\u2011\u2013\u2212\xa0", " "),
        **dict.fromkeys("’‘`", "'"),
        **dict.fromkeys("“”", '"'),
        **dict.fromkeys("·▪●", "•"),
        "—": ";",
    }
)


def fold(text: str) -> tuple[str, Sequence[int]]:
    """Return the text as it is compared, and for each of its characters where it came from."""
    plain = text.translate(_PLAIN)
    if plain.isascii() or plain.replace("•", "").isascii():
        plain = plain.lower()
        if "  " not in plain:
            return plain, range(len(plain))
        kept = [at for at, char in enumerate(plain) if char != " " or plain[at - 1 : at] != " "]
        return "".join([plain[at] for at in kept]), kept
    folded: list[str] = []
    offsets: list[int] = []
    for index, char in enumerate(plain):
        for each in _fold(char):
            if each != " " or folded[-1:] != [" "]:
                folded.append(each)
                offsets.append(index)
    return "".join(folded), offsets


@lru_cache(maxsize=2_000)
def _fold(char: str) -> str:
    kind = unicodedata.category(char)
    if kind in ("Pd", "Zs", "Cc", "Zl", "Zp"):
        return " "
    if kind in ("Cf", "Mn"):
        return ""
    plain = unicodedata.normalize("NFKD", char)
    return (
        "".join(each for each in plain if not unicodedata.combining(each)).lower().translate(_PLAIN)
    )


_OPEN = re.compile(
    r"(?:[,/&+]|\b(?:and|or|with|of|in|the|a|an|for|to|using|on|no|not))$", re.IGNORECASE
)


def _runs_on(line: str, following: str) -> bool:
    left, right = line.rstrip(), following.lstrip()
    if not left or not right or left[-1] in ".!?:;" or not right[0].isalnum():
        return False
    if right[0].islower():
        return len(left) > 15
    return (len(left) > 20 and bool(_OPEN.search(left))) or len(left) >= 60
