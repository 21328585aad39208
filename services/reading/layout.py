# mypy: untyped-calls-exclude=pymupdf
"""What stands on a page of a PDF: its lines as they were painted, and what hides some of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

import pymupdf
from PIL import Image

from services.reading.clean import as_printed, clean
from services.reading.hidden import Run, Shape, why_hidden
from services.reading.justified import Piece, unstretched
from services.reading.transcript import Box, Hidden, TextLine

_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_COLLECT_VECTORS
_TEXT, _PICTURE, _VECTOR = 0, 1, 3
_PAINTED = 16 | 32 | 64
"""Filled, stroked or used as a clip; letters that are none of these cannot be seen."""

_MUCH = 0.4
_NEAR = 90
_MOST_COLORS = 100_000
_MOST_DOTS = 4_000


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a page in no order, and the share of the page that pictures take."""

    width: float
    height: float
    lines: list[TextLine]
    pictured: float
    has_layer: bool


def lay_out(page: Any, number: int) -> Layout:
    """Return what stands on the page, each hidden line with the reason."""
    width, height = page.rect.width, page.rect.height
    everything = page.get_textpage(
        clip=pymupdf.INFINITE_RECT(), flags=_FLAGS | pymupdf.TEXT_PRESERVE_IMAGES
    )
    pictures = list(_pictures(everything.extractBLOCKS()))
    if pictures:
        # The dictionary would hold each picture's bytes, encoded anew: seconds for a scan.
        everything = page.get_textpage(clip=pymupdf.INFINITE_RECT(), flags=_FLAGS)
    blocks = everything.extractDICT()["blocks"]
    shapes = sorted([*_vectors(blocks), *pictures], key=lambda shape: shape.lines)
    see = _Look(page, number, shapes)
    pictured = _share((shape.box for shape in pictures), *see.size)
    lines = [part for order, line in _lines(blocks) for part in see.parts(line, order)]
    layer = [line for line in lines if line.hidden in _LAYERED] if pictured > _MUCH else []
    if layer:
        lines = [
            line.model_copy(update={"hidden": None}) if line.hidden in _LAYERED else line
            for line in lines
        ]
    return Layout(width, height, lines, pictured, bool(layer))


_LAYERED = {Hidden.INVISIBLE, Hidden.COVERED}
"""How a scanner's software lays recognised text under or over its picture."""


class _Look:
    """Looks at one page's lines through what was painted over and under them."""

    def __init__(self, page: Any, number: int, shapes: list[Shape]) -> None:
        self._page = page
        self._number = number
        self._shapes = shapes
        # Text is told as on the unturned page, but shown on the turned one.
        self._turn = page.rotation_matrix if page.rotation else None
        unturned = page.cropbox
        self.size = (unturned.width, unturned.height)
        self._scale = min(2.0, _MOST_DOTS / max(self.size))

    def parts(self, line: dict[str, Any], order: int) -> Iterator[TextLine]:
        """Yield the line, in parts where some of it is hidden."""
        spans = [(span, self._why(span, order)) for span in line["spans"]]
        for why, group in groupby(spans, key=lambda pair: pair[1]):
            found = [span for span, _ in group]
            text = clean(as_printed("".join(span["text"] for span in found)))
            if text:
                box = _around([span["bbox"] for span in found])
                yield TextLine(text=text, page=self._number, box=self._place(box), hidden=why)

    def _why(self, span: dict[str, Any], order: int) -> Hidden | None:
        run = Run(
            span["bbox"],
            span["size"],
            span["color"],
            span["alpha"],
            bool(span["char_flags"] & _PAINTED),
        )
        why = why_hidden(run, order, self._shapes, *self.size)
        return None if why is Hidden.COVERED and self._shows(run) else why

    def _shows(self, run: Run) -> bool:
        """Tell whether the text's own color is to be seen where it should be."""
        left, top, right, bottom = (max(0, edge * self._scale) for edge in self._place(run.box))
        width, height = self._drawn.size
        place = self._drawn.crop((left, top, min(right, width), min(bottom, height)))
        colors: list[tuple[int, Any]] = place.getcolors(_MOST_COLORS) or []
        wanted = [run.color >> shift & 255 for shift in (16, 8, 0)]
        return any(
            all(abs(part - want) < _NEAR for part, want in zip(color, wanted, strict=True))
            for _, color in colors
        )

    @cached_property
    def _drawn(self) -> Image.Image:
        matrix = pymupdf.Matrix(self._scale, self._scale)
        drawn = self._page.get_pixmap(matrix=matrix, alpha=False)
        return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.samples)

    def _place(self, box: Box) -> Box:
        return tuple(pymupdf.Rect(box) * self._turn) if self._turn else box


def _lines(blocks: list[dict[str, Any]]) -> Iterator[Piece]:
    count = 0
    for block in blocks:
        lines = block.get("lines", ())
        yield from unstretched(list(enumerate(lines, count)))
        count += len(lines)


def _pictures(blocks: list[tuple[Any, ...]]) -> Iterator[Shape]:
    lines = 0
    for block in blocks:
        if block[6] == _TEXT:
            lines += block[4].count("\n")
        elif block[6] == _PICTURE:
            yield Shape(block[:4], lines, None)


def _vectors(blocks: list[dict[str, Any]]) -> Iterator[Shape]:
    lines = 0
    for block in blocks:
        lines += len(block.get("lines", ()))
        if block["type"] == _VECTOR and not block["stroked"] and block["alpha"] == 255:
            yield Shape(block["bbox"], lines, block["color"] if block["isrect"] else None)


def _share(boxes: Iterator[Box], width: float, height: float) -> float:
    """Return the part of the page that the boxes take, those that overlap counted twice."""
    inside = sum(
        max(0.0, min(box[2], width) - max(box[0], 0))
        * max(0.0, min(box[3], height) - max(box[1], 0))
        for box in boxes
    )
    return inside / (width * height or 1)


def _around(boxes: list[Box]) -> Box:
    if len(boxes) == 1:
        return boxes[0]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
