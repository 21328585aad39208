"""In which order a person reads what stands on a page: a recursive cut along its white space."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from statistics import median

from services.reading.transcript import Box, TextLine

GUTTER = 8.0
"""Points of white between two columns, at the least."""

ENOUGH = 3
"""Lines that each of two columns has, at the least."""

LARGE = 1.6
"""By so much the line with a person's name is larger than all of the column beside it."""

SPARSE = 1.6
"""By so much labels in a margin are further apart than the lines they belong to."""

EVEN = 3.0
"""Points by which the ends of lines that are set flush differ, at the most."""

RAGGED = 30.0
"""Points by which their beginnings do, at the least."""

MOST = 600
"""Lines on a page beyond which nobody set them in columns, and looking would take long."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line to be put in order: its place, and whether it only adds to the one beside it."""

    index: int
    box: Box
    is_aside: bool = False
    """A short date, what follows a label (": Single"), or the sign before an item."""


_DATE = re.compile(
    r"\W*((\w{3,9}\.? )?[\d/.-]{4,10}|present|now|today)"
    r"(\s*\W+\s*((\w{3,9}\.? )?[\d/.-]{2,10}|present|now|today))?\W*",
    re.IGNORECASE,
)


_MARK = re.compile(r"[^\w\s]{1,2}|o|§|(?:\d{1,2}|[a-zA-Z]|[ivx]{2,4})[.)]")
"""What stands alone before an item of a list."""


def in_reading_order(lines: list[TextLine]) -> list[TextLine]:
    """Return the lines of one page, each with its box, as a person reads them."""
    boxes = [line.box or (0.0, 0.0, 0.0, 0.0) for line in lines]
    return [lines[index] for index in reading_order(boxes, [_is_aside(line) for line in lines])]


def _is_aside(line: TextLine) -> bool:
    if line.text.startswith(":") or _MARK.fullmatch(line.text):
        return True
    return len(line.text) < 30 and _DATE.fullmatch(line.text) is not None


def reading_order(boxes: Sequence[Box], asides: Sequence[bool] = ()) -> list[int]:
    """Return the indices of the boxes as they are read: each exactly once."""
    known = asides or [False] * len(boxes)
    pieces = [Piece(index, box, known[index]) for index, box in enumerate(boxes)]
    return [piece.index for piece in _order(pieces)]


def _order(pieces: list[Piece]) -> list[Piece]:
    bands = list(_bands(pieces))
    found = _columns(bands)
    if found is None:
        return [piece for band in bands for piece in _rows(band)]
    first, last, gutter = found
    middle = [piece for band in bands[first:last] for piece in band]
    left, right = _sides(middle, gutter)
    above = [piece for band in bands[:first] for piece in band]
    below = [piece for band in bands[last:] for piece in band]
    if _opens(right, left):
        left, right = right, left
    return [*_order(above), *_order(left), *_order(right), *_order(below)]


def _opens(column: list[Piece], other: list[Piece]) -> bool:
    """Tell whether a column begins with so large a line that a person starts there: the name."""
    first = min(column, key=lambda piece: piece.box[1])
    return _height(first) > LARGE * max(map(_height, other))


def _bands(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Yield what a horizontal cut can part, from the top."""
    band: list[Piece] = []
    bottom = float("-inf")
    for piece in sorted(pieces, key=lambda piece: (_middle(piece), piece.box[0])):
        # Lines that are set tight touch each other a little.
        top = piece.box[1] + (piece.box[3] - piece.box[1]) * 0.3
        if band and top >= bottom:
            yield band
            band = []
        band.append(piece)
        bottom = max(bottom, piece.box[3] - (piece.box[3] - piece.box[1]) * 0.3)
    if band:
        yield band


def _columns(bands: list[list[Piece]]) -> tuple[int, int, float] | None:
    """Return the run of bands with the most lines that one gutter parts, and the gutter."""
    best: tuple[int, int, float] | None = None
    left = sum(map(len, bands))
    most = answered = 0
    if left > MOST or not any(map(_stand_beside, bands)):
        return None
    for first, band in enumerate(bands):
        if left <= most:
            break
        left -= len(band)
        if first < answered:
            continue
        for last, gutters in reversed(list(_runs(bands, first))):
            run = [piece for band in bands[first:last] for piece in band]
            parted = [(gutter, _sides(run, gutter)) for gutter in gutters]
            if len(run) <= most or any(_has_margin(*sides) for _, sides in parted):
                # Its last few labels alone could be anything.
                answered = last if any(_is_form(*sides) for _, sides in parted) else answered
                break
            gutter = next((gutter for gutter, sides in parted if _are_columns(*sides)), None)
            if gutter is not None:
                best, most = (first, last, gutter), len(run)
                break
    return best


def _stand_beside(band: list[Piece]) -> bool:
    return min(piece.box[2] for piece in band) + GUTTER <= max(piece.box[0] for piece in band)


def _runs(bands: list[list[Piece]], first: int) -> Iterator[tuple[int, list[float]]]:
    """Yield where runs end because a line stands in their gaps, and the middles of the gaps."""
    gaps = [(float("-inf"), float("inf"))]
    for last in range(first, len(bands)):
        narrowed = gaps
        for piece in bands[last]:
            narrowed = [part for gap in narrowed for part in _without(gap, piece.box)]
        if narrowed != gaps:
            yield last, _middles(gaps)
        gaps = narrowed
    yield len(bands), _middles(gaps)


def _middles(gaps: list[tuple[float, float]]) -> list[float]:
    """Return the middles of the gaps that have lines on both sides, the widest first."""
    inner = [gap for gap in gaps if isfinite(gap[0]) and isfinite(gap[1])]
    return [(left + right) / 2 for left, right in sorted(inner, key=_size)]


def _without(gap: tuple[float, float], box: Box) -> list[tuple[float, float]]:
    if box[2] <= gap[0] or box[0] >= gap[1]:
        return [gap]
    return [part for part in ((gap[0], box[0]), (box[2], gap[1])) if part[1] - part[0] >= GUTTER]


def _size(gap: tuple[float, float]) -> float:
    return gap[0] - gap[1]


def _sides(run: list[Piece], gutter: float) -> tuple[list[Piece], list[Piece]]:
    left = [piece for piece in run if piece.box[2] <= gutter]
    right = [piece for piece in run if piece.box[2] > gutter]
    return left, right


def _are_columns(left: list[Piece], right: list[Piece]) -> bool:
    return all(
        len(side) >= ENOUGH and sum(piece.is_aside for piece in side) * 2 < len(side)
        for side in (left, right)
    )


def _has_margin(left: list[Piece], right: list[Piece]) -> bool:
    if min(len(left), len(right)) < ENOUGH:
        return False
    return _is_margin(left, right) or _is_margin(right, left)


def _is_margin(side: list[Piece], across: list[Piece]) -> bool:
    """Tell whether lines only say when, where or what of those across, nearly each level with one.

    What, that is the labels of a form, which are set flush with their answers.
    """
    level = {id(piece) for edge in _EDGES for piece in _level(side, across, edge)}
    if len(level) * 5 < len(side) * 4:
        return False
    asides = sum(piece.is_aside for piece in side)
    return asides * 4 >= len(side) or _leading(side) > SPARSE * _leading(across) or _is_flush(side)


def _is_form(left: list[Piece], right: list[Piece]) -> bool:
    return len(right) >= ENOUGH and _is_flush(left)


def _is_flush(side: list[Piece]) -> bool:
    """Tell whether most lines end at one edge but begin anywhere."""
    if len(side) <= ENOUGH:
        return False
    begins, ends = ([piece.box[edge] for piece in side] for edge in (0, 2))
    edge = median(ends)
    even = sum(abs(end - edge) < EVEN for end in ends)
    return even * 5 >= len(side) * 4 and max(begins) - min(begins) > RAGGED


def _level(side: list[Piece], across: list[Piece], edge: "Edge") -> Iterator[Piece]:
    """Yield the pieces of a side of which the edge is at the same height as one across."""
    heights = sorted(map(edge, across))
    for piece in side:
        near = _height(piece) * 0.15
        at = bisect_left(heights, edge(piece) - near)
        if at < len(heights) and heights[at] <= edge(piece) + near:
            yield piece


def _leading(pieces: list[Piece]) -> float:
    """Return how far apart most lines are, those that stand side by side counted as one."""
    levels = sorted({round(_middle(piece)) for piece in pieces})
    return median([below - above for above, below in pairwise(levels)] or [0])


def _rows(band: list[Piece]) -> list[Piece]:
    """Put lines that stand side by side from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(band, key=lambda piece: (_middle(piece), piece.box[0])):
        if rows and _middle(piece) - _middle(rows[-1][0]) < (piece.box[3] - piece.box[1]) * 0.5:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [piece for row in rows for piece in sorted(row, key=lambda piece: piece.box[0])]


def _middle(piece: Piece) -> float:
    return (piece.box[1] + piece.box[3]) / 2


def _height(piece: Piece) -> float:
    return piece.box[3] - piece.box[1]


def _top(piece: Piece) -> float:
    return piece.box[1]


def _bottom(piece: Piece) -> float:
    return piece.box[3]


Edge = Callable[[Piece], float]
_EDGES: tuple[Edge, ...] = (_top, _middle, _bottom)
"""Any of these says that lines are level, since a tall letter makes a line's box taller."""
