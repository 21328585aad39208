"""A person specification pasted as a table: a column of essentials, one of desirables."""

import re
from collections.abc import Iterator, Sequence

from services.matching.coverage import Weight

_EDGE = re.compile(r"[\t|]|$")
_COLUMNS = {
    "essential": Weight.MUST,
    "essential criteria": Weight.MUST,
    "required": Weight.MUST,
    "desirable": Weight.NICE,
    "desirable criteria": Weight.NICE,
    "preferred": Weight.NICE,
}


class Columns:
    """The columns of a table, by its head; before any head was seen there is none."""

    def __init__(self) -> None:
        self._weights: Sequence[Weight | None] = ()

    def opened(self, line: str) -> bool:
        """Tell whether the line is the head of such a table, whose rows are now read by it."""
        weights = [
            _COLUMNS.get(line[left:right].strip(" *").lower()) for left, right in _cells(line)
        ]
        if not {Weight.MUST, Weight.NICE}.issubset(weights):
            return False
        self._weights = weights
        return True

    def cells(self, line: str) -> list[tuple[int, int, Weight]]:
        """Return where a row asks for something, and how much; what is no row has none."""
        if not self._weights:
            return []
        found = list(_cells(line))
        if len(found) < 2:
            return []
        return [
            (left, right, weight)
            for (left, right), weight in zip(found, self._weights, strict=False)
            if weight
        ]


def _cells(line: str) -> Iterator[tuple[int, int]]:
    start = len(line) - len(line.lstrip("|"))
    for match in _EDGE.finditer(line, start):
        yield start, match.start()
        start = match.end()
