"""A section cut into entries: a head of a few lines, and what is told beneath it."""

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from services.parsing.dates import Span, is_length
from services.parsing.forms import filled
from services.parsing.pieces import dated
from services.parsing.rows import Block, Row, fullness, goes_on
from services.parsing.vocabulary import company_score, title_score


class Entry(NamedTuple):
    """The rows of an entry's head, the blocks beneath it, and what forms ask besides."""

    head: tuple[Row, ...]
    body: tuple[Block, ...]
    asides: tuple[Row, ...] = ()

    @property
    def rows(self) -> list[Row]:
        return [*self.head, *(row for block in self.body for row in block), *self.asides]


class _Run(NamedTuple):
    """Head rows that stand together, and the blocks that follow them."""

    head: list[Row]
    body: list[list[Row]]


MOST_WORDS = 14
MOST_ABOVE = 3
MOST_DATED = 160
_ABBREVIATIONS = ("Inc.", "Ltd.", "Co.", "Corp.", "e.V.", "S.A.", "S.L.", "U.S.", "Bros.", "St.")
_ABBREVIATED = tuple(map(str.lower, _ABBREVIATIONS))
WIDE = 50
"""Letters of a line that may have been wrapped, at the least."""
_LABEL = re.compile(
    r"^(?:(?:name of (?:the )?)?(?:employer|company|organi[sz]ation)(?:['’]?s)?(?: name)?"
    r"|(?:job |work )?title|designation|post|position(?: held)?|role|dates?|years?|duration"
    r"|(?:work(?:ing)? )?period|tenure"
    r"|arbeitgeber|firma|tätigkeit|zeitraum|entreprise|poste|empresa|puesto|cargo|período|periodo"
    r"|azienda|datore di lavoro|ruolo|mansione|função|werkgever|functie|pracodawca|stanowisko"
    r"|okres)\s*:[\s-]*|\s*\(this is a federal job\)$",
    re.IGNORECASE,
)
_TOLD = re.compile(r"(?<=[\dt])\)?:\s+(?=\S)")
"""Parts "Clerk (2008 – 2023): kept the books"."""
_IN_PASSING = {"in", "by", "during", "for", "over", "of", "on", "since", "through", "until", "im"}


def entries(rows: Sequence[Row], undated: bool = False) -> list[Entry]:
    """Return the entries of a section, in order; every row is in one of them.

    `undated` entries may begin without a date even where others have one, as projects do.
    """
    rows, asides = filled(rows)
    rows = _unbulleted([row._replace(text=_LABEL.sub("", row.text) or row.text) for row in rows])
    rows = [part for row in rows for part in _parted(row)]
    runs = _runs(rows)
    first = next((run for run in runs if any(map(is_dated, run.head))), None)
    above = next((at for at, row in enumerate(first.head) if is_dated(row)), 0) if first else 0
    found: list[Entry] = []
    for run in runs:
        heads = _heads(run.head, above)
        if found and (not heads or not _begins(run.head, first is not None and not undated)):
            last = found.pop()
            found.append(
                Entry(last.head, (*last.body, *((row,) for row in run.head), *map(tuple, run.body)))
            )
            continue
        found += [Entry(tuple(head), ()) for head in heads[:-1]]
        found.append(Entry(tuple(heads[-1]) if heads else (), tuple(map(tuple, run.body))))
    return list(_with_asides(found, asides)) if asides else found


def _with_asides(found: Sequence[Entry], asides: Sequence[Row]) -> Iterator[Entry]:
    """Yield the entries, each with the asides that stand between its beginning and the next."""
    if not found:
        yield Entry((), (), tuple(asides))
    starts = [0, *(entry.rows[0].line for entry in found[1:]), sys.maxsize]
    for entry, (start, end) in zip(found, pairwise(starts), strict=False):
        own = tuple(row for row in asides if start <= row.line < end)
        yield entry._replace(asides=own)


def _parted(row: Row) -> Iterator[Row]:
    """Yield the head and what is told in its own line, where a colon after its date parts them."""
    mark = None if row.bullet else _TOLD.search(row.text)
    head = row._replace(text=row.text[: mark.end()].rstrip(": ")) if mark else row
    if mark and title_score(head.text) and is_dated(head):
        yield head
        yield row._replace(text=row.text[mark.end() :], bullet=True)
    else:
        yield row


def _unbulleted(rows: Sequence[Row]) -> Sequence[Row]:
    """Take the bullets off where they stand before the entries themselves."""
    outermost = rows[0].mark if rows else ""
    if outermost and any(row.mark not in ("", outermost) for row in rows):
        return [
            row._replace(bullet=False, mark="") if row.mark == outermost else row for row in rows
        ]
    if any(is_dated(row) for row in rows):
        return rows
    bare = [row._replace(bullet=False) for row in rows]
    marked = [row for row in rows if row.bullet]
    outer = min((row.indent for row in marked), default=0)
    firsts = [row for row in marked if row.indent == outer]
    count = sum(is_dated(row._replace(bullet=False)) for row in firsts)
    if not firsts or count * 2 < len(firsts):
        return rows
    return [
        plain if row.bullet and row.indent == outer else row
        for row, plain in zip(rows, bare, strict=True)
    ]


def _runs(rows: Sequence[Row]) -> list[_Run]:
    full = fullness(rows)
    runs: list[_Run] = []
    dates = [at for at, row in enumerate(rows) if is_dated(row)]
    firsts = {*dates, *_firsts(rows, dates)}
    for at, row in enumerate(rows):
        blocks = runs[-1].body if runs else []
        if blocks and at not in firsts and goes_on(row, blocks[-1], full):
            blocks[-1].append(row)
        elif at in firsts or is_head(row):
            if not runs or blocks:
                runs.append(_Run([], []))
            runs[-1].head.append(row)
        else:
            if not runs:
                runs.append(_Run([], []))
            runs[-1].body.append([row])
    return runs


def _firsts(rows: Sequence[Row], dates: Sequence[int]) -> Iterator[int]:
    """Yield where heads begin, if all have as many rows above their date as the first one has.

    Where one employer is named for several jobs, fewer do: the end of a sentence begins no head.
    """
    above = dates[0] if dates else 0
    if 0 < above <= MOST_ABOVE:
        for at in dates:
            ends = (at - back for back in range(above) if _ends_prose(rows, at - back - 1))
            first = next(ends, at - above)
            if first < at and not any(row.bullet for row in rows[first:at]):
                yield first


def _ends_prose(rows: Sequence[Row], at: int) -> bool:
    """Tell whether a row ends a sentence that was wrapped: its last words, or the very last."""
    text = rows[at].text
    if not text.endswith(".") or text.lower().endswith(_ABBREVIATED):
        return False
    if text[0].islower():
        return True
    above = rows[at - 1].text if at else ""
    return " " not in text and len(above) > WIDE and above[-1].isalpha()


def _heads(rows: Sequence[Row], above: int) -> list[list[Row]]:
    """Cut rows that stand together into heads, each around its date."""
    if not rows:
        return []
    anchors = [at for at, row in enumerate(rows) if is_dated(row)]
    starts = [0]
    for before, anchor in pairwise(anchors):
        between = range(before + 1, anchor + 1)
        apart = [at for at in between if rows[at].apart or rows[at].titled]
        starts.append(apart[0] if apart else anchor - min(above, anchor - before - 1))
    ends = [*starts[1:], len(rows)]
    return [list(rows[start:end]) for start, end in zip(starts, ends, strict=True)]


def _begins(head: Sequence[Row], others_dated: bool) -> bool:
    """Tell whether the rows begin an entry, and are not rather more of the one above."""
    if any(is_dated(row) or row.titled for row in head) or not others_dated:
        return True
    text = head[0].text
    return head[0].apart and (title_score(text) > 1 or company_score(text) > 1)


def is_dated(row: Row) -> bool:
    """Tell whether the row is of an entry's head and says when."""
    span = None if row.bullet or len(row.text) > MOST_DATED else dated(row)
    if span is None:
        return False
    left, right = row.text[: span.left].strip(), row.text[span.right :].strip(" ).,;*_")
    rest = f"{left} {right}".split()
    if len(rest) > MOST_WORDS + 4 or (left and right and span.single and len(rest) > MOST_WORDS):
        return False
    if left and left.split()[-1].lower() in _IN_PASSING:
        return False
    if row.text.endswith(".") and not right and len(rest) > 6:
        return False
    return _is_titled(rest) or not span.single


def is_head(row: Row) -> bool:
    """Tell whether the row, if it says not when, looks like a part of an entry's head."""
    if row.bullet:
        return False
    if row.titled or is_length(row.text):
        return True
    text = row.text
    if len(text) > 100 or text.endswith((":", ";", "!", "?")) or not text[0].isalnum():
        return False
    if text.endswith(".") and not text.endswith(_ABBREVIATIONS):
        return False
    label = text.partition(":")[0]
    if len(label) < len(text) and label.count(" ") < 3:
        return False
    first, _, rest = text.partition(",")
    named = title_score(first) > 0 and company_score(rest) > 1
    return len(text.split()) <= MOST_WORDS and (named or _is_titled(text.split()))


def _is_titled(rest: Sequence[str]) -> bool:
    """Tell whether most of the words that weigh begin with a capital."""
    weighing = [each for each in rest if len(each) > 3 and each[0].isalpha()]
    capital = sum(each[0].isupper() for each in weighing)
    return capital * 5 >= len(weighing) * 3


def span_of(head: Sequence[Row]) -> Span | None:
    """Return when; of several times the first that is not a single date."""
    found = [span for row in head if (span := dated(row))]
    return min(found, key=lambda span: span.single, default=None)
