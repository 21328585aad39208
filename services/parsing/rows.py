"""Lines made ready for parsing: their bullets told apart, what was wrapped joined again."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from services.parsing.captions import is_caption
from services.parsing.sections import Heading, Section


class Row(NamedTuple):
    """One line that is not empty. `text` lacks bullet, # and margin, but keeps wide gaps."""

    line: int
    text: str
    indent: int = 0
    bullet: bool = False
    titled: bool = False
    apart: bool = False
    """Whether an empty line or a rule is above."""
    mark: str = ""
    """The sign that is its bullet."""

    @property
    def width(self) -> int:
        return self.indent + len(self.text)


Block = tuple[Row, ...]
"""Rows that are one bullet, one sentence or one line."""

LONGEST = 5_000
_BULLET = re.compile(
    r"(?:[•·▪▫◦‣⁌⦁●○■□◆◇◊\u2751\u2752\u276f\u2605\u2606\u27a2\u27a4►▶\u2713\u2714\u2756\u2726\u2794→∙⁃]\s*|(?:[-–—*»>+]|o|\d{1,2}[.)]|(?:[a-h]|[ivx]{1,4})[.)]|\(\d\))(?:\s+|$))"
)
_RULE = re.compile(r"[-=_*~─━—–.|+:\s]{3,}")
_TABLED = {Heading.WORK, Heading.EDUCATION}
_END = (".", "!", "?", ":", ";")
_DANGLING = re.compile(r"[&/]$|\s(?:[–—-]|and|und|et|y|of)$")


def clean(lines: Sequence[str]) -> list[str]:
    """Return the lines without what no record may hold: control characters and endless length."""
    return [_clean(line[:LONGEST]) for line in lines]


def _clean(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(char if char.isprintable() else _stand_in(char) for char in line)


def _stand_in(char: str) -> str:
    if char == "\t":
        return "   "
    return "•" if "\ue000" <= char <= "\uf8ff" else " "


def body(lines: Sequence[str], section: Section) -> list[Row]:
    """Return the rows of a section's contents."""
    found: list[Row] = []
    apart, bullet = True, False
    for index in range(section.body_start, section.end):
        line = lines[index]
        if index == section.body_start and section.offset:
            line = line[section.offset :]
        text = line.strip()
        if not text or _RULE.fullmatch(text) or (section.heading in _TABLED and is_caption(text)):
            apart = True
            continue
        row = _row(index, line, text, apart, bullet)
        bullet = row.bullet and not row.text
        if row.text:
            found.append(row)
            apart = False
    return found


def _row(index: int, line: str, text: str, apart: bool, bullet: bool) -> Row:
    indent = len(line) - len(line.lstrip())
    if text.startswith("#"):
        return Row(index, text.strip("#* "), indent, titled=True, apart=apart)
    match = _BULLET.match(text)
    marked = match is not None and not text.startswith("**")
    mark = ""
    if match and marked:
        mark, text = match[0].strip(), text[match.end() :]
    bare = (
        text.strip("*_ ") if text.startswith(("**", "__")) and text.endswith(("*", "_")) else text
    )
    return Row(index, bare, indent, bullet or marked, bare != text and not marked, apart, mark)


def fullness(rows: Iterable[Row]) -> int:
    """Return from which width on a row may have been wrapped."""
    return max(60, max((row.width for row in rows), default=0) * 3 // 4)


def goes_on(row: Row, block: Sequence[Row], full: int) -> bool:
    """Tell whether the row is the rest of the block above it."""
    above = block[-1]
    if row.bullet or row.titled or row.apart or row.line != above.line + 1:
        return False
    if row.text[0].islower() or above.text.endswith(",") or dangles(above.text):
        return True
    if block[0].bullet and block[0].indent < row.indent <= block[0].indent + 6:
        return True
    done = above.text.endswith((*_END, ")")) or above.text[-1].isdigit()
    return above.width >= full and not done


def dangles(text: str) -> bool:
    """Tell whether the text cannot end there: "University of Science and"."""
    return _DANGLING.search(text) is not None


def blocks(rows: Sequence[Row]) -> list[Block]:
    """Return the rows with what was wrapped joined to where it began."""
    full = fullness(rows)
    found: list[list[Row]] = []
    for row in rows:
        if found and goes_on(row, found[-1], full):
            found[-1].append(row)
        else:
            found.append([row])
    return [tuple(block) for block in found]


def text_of(block: Sequence[Row]) -> str:
    """Return what the rows say, in one line."""
    return " ".join(" ".join(row.text for row in block).split())


def lines_of(rows: Iterable[Row]) -> tuple[int, ...]:
    """Return which lines the rows are."""
    return tuple(sorted({row.line for row in rows}))[:500]


def word(text: str, most: int = 300) -> str:
    """Return a piece of a line as a record keeps it: gaps narrowed, the ends bare."""
    bare = " ".join(text.split())[:most].strip(' ,;|·•–—-:*_/"“”„')
    if bare.count("(") != bare.count(")"):
        bare = bare.strip("()").strip(" ,;|·•–—-:*_/")
    return bare
