"""What a program reads on a page and a person does not see."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from services.reading.transcript import Box, Hidden

SMALLEST = 4.0
"""Points: below this nobody reads a line."""

_FAINT_ALPHA = 26
_LEAST_CONTRAST = 1.25
_WHITE = 0xFFFFFF


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one line that look alike; `is_drawn` is false in the invisible render mode."""

    box: Box
    size: float
    color: int
    alpha: int = 255
    is_drawn: bool = True


@dataclass(frozen=True, slots=True)
class Shape:
    """Something painted after so many lines; a picture or a curve has no one color."""

    box: Box
    lines: int
    color: int | None


def why_hidden(
    run: Run, order: int, shapes: Sequence[Shape], width: float, height: float
) -> Hidden | None:
    """Say why nobody sees the run, of the line painted as `order`, on a page of this size."""
    left, top, right, bottom = run.box
    if not run.is_drawn:
        return Hidden.INVISIBLE
    if right <= 0 or bottom <= 0 or left >= width or top >= height:
        return Hidden.OFF_PAGE
    if run.size < SMALLEST:
        return Hidden.TINY
    beneath: int | None = _WHITE
    for shape in shapes:
        if _lies_within(run.box, shape.box):
            if shape.lines > order:
                return Hidden.COVERED
            beneath = shape.color
    if run.alpha < _FAINT_ALPHA or (
        beneath is not None and contrast(run.color, beneath) < _LEAST_CONTRAST
    ):
        return Hidden.PALE
    return None


@lru_cache(maxsize=256)
def contrast(one: int, other: int) -> float:
    """Return the contrast ratio of two sRGB colors as WCAG defines it: 1 is none."""
    if one == other:
        return 1.0
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: int) -> float:
    red, green, blue = (_linear((color >> shift & 255) / 255) for shift in (16, 8, 0))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _lies_within(inner: Box, outer: Box) -> bool:
    middle = (inner[1] + inner[3]) / 2
    return inner[0] >= outer[0] - 1 and inner[2] <= outer[2] + 1 and outer[1] <= middle <= outer[3]
