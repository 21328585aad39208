"""The parts of a resume, told by their headings."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from services.parsing.dates import spans
from services.parsing.headings import ITEMS, heading_of, named
from services.parsing.headings import Heading as Heading


class Section(NamedTuple):
    """Lines `start` to `end`, half-open; the contents begin in line `body_start` at `offset`.

    A heading on its own line is `start`, and `body_start` comes after it. Where there is no
    heading, or contents share its line ("Skills: SQL"), both are the same line.
    """

    heading: Heading
    start: int
    body_start: int
    end: int
    offset: int = 0


class _Mark(NamedTuple):
    heading: Heading
    offset: int | None = None
    """Where the contents begin in the heading's own line; None if it holds nothing else."""


MOST_HEAD = 100
FEWEST_ENTRIES = 2
BRIEF = {Heading.SKILLS, Heading.LANGUAGES, Heading.INTERESTS}
"""Parts that "Skills: SQL, Excel" may hold in passing, after which the part around goes on."""


def sections(lines: Sequence[str]) -> tuple[Section, ...]:
    """Return the parts in order; together they are all of the lines, without gaps."""
    found: list[Section] = []
    for start, mark, alone in _starts(lines):
        if found:
            found[-1] = found[-1]._replace(end=start)
        found.append(Section(mark.heading, start, start + alone, len(lines), mark.offset or 0))
    parts = tuple(section for section in found if section.start < section.end)
    if any(section.heading is Heading.WORK for section in parts):
        return parts
    return tuple(
        section._replace(heading=Heading.WORK) if _is_career(lines, section) else section
        for section in parts
    )


def _is_career(lines: Sequence[str], section: Section) -> bool:
    """Tell whether a "Career summary" rather is the work itself, entry by entry."""
    inside = lines[section.body_start : section.end]
    dated = sum(len(line) < MOST_HEAD and next(spans(line), None) is not None for line in inside)
    return section.heading is Heading.SUMMARY and dated >= FEWEST_ENTRIES


def _starts(lines: Sequence[str]) -> Iterator[tuple[int, _Mark, bool]]:
    """Yield where each part begins, and whether its heading has that line to itself."""
    level = _level(lines)
    around, passing, opening = Heading.CONTACT, False, ""
    yield 0, _Mark(around), False
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else ""
        mark = _mark(line, before, around, level if index else 0)
        if mark and around in _LABELLED and _is_label(line.strip(), mark, opening):
            mark = None
        if mark is None:
            if passing and not _goes_on(line, before):
                passing = False
                yield index, _Mark(around), False
            continue
        passing = mark.offset is not None and mark.heading in BRIEF
        if not passing:
            around, opening = mark.heading, line.strip()
        yield index, mark, mark.offset is None


def _mark(line: str, before: str, around: Heading, level: int) -> _Mark | None:
    text = line.strip()
    if not text or len(text) > 400:
        return None
    heading = heading_of(text, before)
    if heading:
        return _Mark(heading)
    if level and around is not Heading.CONTACT and _depth(text) == level:
        return _Mark(Heading.OTHER)
    return _inline(line, around, is_apart=not before.strip())


def _is_label(text: str, mark: _Mark, opening: str) -> bool:
    """Tell whether "Key achievements:" only orders the entry that it stands in.

    What is called skills never does: a bare list must not pass for work that was done.
    """
    if mark.offset is not None or mark.heading not in (Heading.AWARDS, Heading.PROJECTS):
        return False
    return (text.endswith(":") and not opening.endswith(":")) or (
        opening.isupper() and not text.isupper()
    )


def _goes_on(line: str, before: str) -> bool:
    text = line.strip()
    return bool(text) and (
        text[0].islower() or before.rstrip().endswith((",", ";")) or bool(_LABEL.match(text))
    )


_LABEL = re.compile(r"^[^:.,;]{2,40}:\s")


def _inline(line: str, around: Heading, *, is_apart: bool) -> _Mark | None:
    """Return the heading whose contents follow on its own line."""
    label, colon, rest = line[:60].partition(":")
    if not colon or not line[len(label) + 1 :].strip() or rest.startswith("//"):
        return None
    if label.lstrip()[:1] in {*ITEMS, "-", "–"}:
        return None
    heading = named(label)
    if heading is None or heading in (Heading.CONTACT, Heading.OTHER):
        return None
    if around is Heading.SKILLS and heading in (Heading.SKILLS, Heading.LANGUAGES):
        return None
    known = BRIEF | {Heading.REFERENCES} | ({Heading.CERTIFICATES} if is_apart else set())
    if around in _LABELLED and heading not in known:
        return None
    return _Mark(heading, len(label) + 1)


_LABELLED = {Heading.WORK, Heading.PROJECTS, Heading.VOLUNTEER, Heading.EDUCATION}
"""Parts whose entries have labelled lines of their own, such as "Awards: Dean's List"."""


def _level(lines: Sequence[str]) -> int:
    """Return how many # stand before the known headings of a Markdown resume, 0 if none."""
    depths = [
        _depth(line) for line in lines if line.startswith("#") and heading_of(line.strip(), "")
    ]
    return min(depths, default=0)


def _depth(text: str) -> int:
    return len(text) - len(text.lstrip("#"))
