"""What part of a resume each line stands in, and the work it tells of."""

from collections.abc import Sequence
from typing import NamedTuple

from services.parsing.curriculum import Work
from services.parsing.headings import Heading
from services.parsing.rows import body, clean
from services.parsing.sections import sections
from services.parsing.work import work_of


class Career(NamedTuple):
    """The part each line stands in, and the work; nothing else of a curriculum is needed here."""

    zones: Sequence[Heading]
    work: Sequence[Work]


def career(lines: Sequence[str]) -> Career:
    """Return the parts and the work of a resume."""
    lines = clean(lines)
    zones = [Heading.CONTACT] * len(lines)
    parts = sections(lines)
    for part in parts:
        zones[part.start : part.end] = [part.heading] * (part.end - part.start)
    headed = [part for part in parts if part.heading is Heading.WORK]
    untold = [part for part in parts if part.heading in UNTOLD]
    work = [work for part in headed or untold for work in work_of(body(lines, part))]
    return Career(zones, [each for each in work if each.start])


UNTOLD = {Heading.CONTACT, Heading.OTHER}
"""Where a resume whose work stands under no known heading may tell of it."""


def lines_of(work: Work) -> list[int]:
    """Return the lines that tell of a work, its highlights among them."""
    return [*work.lines, *(line for each in work.highlights for line in each.lines)]
