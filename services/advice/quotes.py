"""Where a quote stands: compared without regard to spaces, quotation marks, hyphens and case."""

import unicodedata
from bisect import bisect_right
from functools import lru_cache

from services.advice.result import Quote, Source

_SHORT = 12
"""A quote below this length must consist of whole words: "on" stands in everything."""

_PIECE = 3
"""How many words in a row are looked for to tell a copy."""

_MARKS = str.maketrans({"‘": "'", "’": "'", "‚": "'", "`": "'", "´": "'", "“": '"', "”": '"'})
_MARKS |= str.maketrans({"„": '"', "«": '"', "»": '"'})
_EDGES = " \"'-*•·–—…."
"""What models put around a quote that is not part of it."""


class Text:
    """A source that quotes are looked up in; `written` is what they are pieces of."""

    def __init__(self, source: Source, written: str) -> None:
        self.source = source
        self.written = written
        self._folded, self._origins = _fold(written)
        self._breaks = [at for at, char in enumerate(written) if char == "\n"]

    def find(self, quote: str) -> Quote | None:
        """Return where the quote stands, or None if it stands nowhere or is next to nothing."""
        wanted = _fold(quote)[0].strip()
        bare = wanted.strip(_EDGES)
        if sum(char.isalnum() for char in bare) < 2:
            return None
        return self._find(wanted) or self._find(bare)

    def is_copied(self, text: str) -> bool:
        """Tell whether a text says next to nothing but pieces of this source."""
        words = _fold(text)[0].strip(_EDGES).split(" ")
        pieces = [
            " ".join(words[at : at + _PIECE]) for at in range(max(1, len(words) - _PIECE + 1))
        ]
        own = sum(piece not in self._folded for piece in pieces)
        # Where two copied pieces meet, some words stand together as they do nowhere else.
        return own <= 3 + len(pieces) // 20 and 2 * own < len(pieces)

    def _find(self, wanted: str) -> Quote | None:
        at = self._folded.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            if len(wanted) >= _SHORT or self._is_whole(at, end):
                return self._quote(self._origins[at], self._origins[end - 1] + 1)
            at = self._folded.find(wanted, at + 1)
        return None

    def _is_whole(self, start: int, end: int) -> bool:
        before, after = self._folded[start - 1 : start], self._folded[end : end + 1]
        return not before.isalnum() and not after.isalnum()

    def _quote(self, start: int, end: int) -> Quote:
        return Quote(
            source=self.source,
            text=self.written[start:end],
            line=bisect_right(self._breaks, start - 1),
            last_line=bisect_right(self._breaks, end - 1),
            start=start,
            end=end,
        )


def _fold(text: str) -> tuple[str, list[int]]:
    """Return the text as it is compared, and where each of its characters came from."""
    folded: list[str] = []
    origins: list[int] = []
    for index, written in enumerate(text):
        for char in _folded(written):
            if char != " " or folded[-1:] != [" "]:
                folded.append(char)
                origins.append(index)
    return "".join(folded), origins


@lru_cache(maxsize=4_000)
def _folded(char: str) -> str:
    if char.isspace():
        return " "
    kind = unicodedata.category(char)
    if kind in {"Cf", "Cc", "Cs"}:
        return ""
    if kind == "Pd" or char == "−":
        return "-"
    return unicodedata.normalize("NFKC", char).lower().translate(_MARKS)
