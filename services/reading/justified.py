"""A line that was stretched to both margins: its words stand apart, all equally far."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

FEWEST = 3
"""Words, at the least, whose gaps tell a stretched line from the cells of a table."""

EVEN = 1.0
"""Points by which the gaps may differ."""

WIDEST = 4.0
"""Sizes of the letters that a gap measures, at the most."""

Piece = tuple[int, dict[str, Any]]
"""A line as it was painted, with its number in the order of painting."""


def unstretched(lines: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the lines of one block; pieces at one height with equal gaps are one line."""
    row: list[Piece] = []
    for piece in lines:
        if row and not _follows(row[-1][1], piece[1]):
            yield from _whole(row)
            row = []
        row.append(piece)
    yield from _whole(row)


def _whole(row: list[Piece]) -> list[Piece]:
    gaps = [right["bbox"][0] - left["bbox"][2] for (_, left), (_, right) in pairwise(row)]
    if len(row) < FEWEST or max(gaps) - min(gaps) > EVEN or _counts(row):
        return row
    order, first = row[0]
    spans = [_spaced(span) for _, line in row[:-1] for span in line["spans"]]
    return [(order, {**first, "spans": [*spans, *row[-1][1]["spans"]]})]


def _counts(row: list[Piece]) -> bool:
    """Tell whether more than a third of the pieces are numbers, as in a table."""
    texts = ["".join(span["text"] for span in line["spans"]) for _, line in row]
    numbers = [text for text in texts if any(map(str.isdigit, text))]
    return sum(not any(map(str.isalpha, text)) for text in numbers) * 3 > len(row)


def _spaced(span: dict[str, Any]) -> dict[str, Any]:
    return {**span, "text": span["text"].rstrip() + " "}


def _follows(line: dict[str, Any], other: dict[str, Any]) -> bool:
    (_, top, right, bottom), (left, above, _, below) = line["bbox"], other["bbox"]
    if not line["spans"] or not other["spans"]:
        return False
    size = line["spans"][-1]["size"]
    is_level = abs(top - above) < EVEN and abs(bottom - below) < EVEN
    return is_level and bool(0 <= left - right <= WIDEST * size)
