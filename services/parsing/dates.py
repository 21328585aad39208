"""Spans of time in a resume's lines, and the years they add up to."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from services.parsing.curriculum import Work
from services.parsing.points import Point, month_of, points


class Span(NamedTuple):
    """A time from `left` to `right` of a text; an `end` alone is "until", `single` is one date."""

    left: int
    right: int
    start: str = ""
    end: str = ""
    is_current: bool = False
    single: bool = False

    @property
    def day(self) -> str:
        """Return the one date that stands for the whole."""
        return self.end or self.start


_DASH = r"(?:-|–|—|‒|−|~|→|--|--)"
_TO = re.compile(
    rf"[\s,]*(?:{_DASH}|(?:{_DASH}\s*)?(?:to|until|till|thru|through|up\sto|bis(?:\szum?)?|à|au|a|al"
    r"|fino\sa[ld]?|hasta|até|ao|tot|t/m|do|jusqu['’]en)\s|至|到)\s*",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\(?(?:the\s|(?:un)?til{1,2}\s|up\sto\s|to\s|o\s|do\s|chwili\s)?"
    r"(?:present|now|currently|current|today|to\sdate|date|ongoing|heute|jetzt|andauernd"
    r"|aktuell|laufend|dato|aujourd['’]hui|présent|ce\sjour|actuel(?:lement)?|en\scours"
    r"|(?:la\s)?actualidad|actual(?:mente)?|presente|hoy|la\sfecha"
    r"|till(?:\s?date)?|oggi|in\scorso|attuale|attualmente|atual(?:mente)?|hoje|momento(?:\satual)?"
    r"|heden|nu|obecnie|obecnej|teraz|nadal|dziś|dzisiaj|至今|今|现在|今天)(?!\w)\)?",
    re.IGNORECASE,
)
_TO_NOW = re.compile(r"[\s,]*(?:onwards?|on|ff\.?|fortlaufend)(?!\w)", re.IGNORECASE)
_OPEN = re.compile(rf"\s*{_DASH}\s*(?=$|\s\s|[|)\]\t]|\.\.)")
_SINCE = re.compile(
    r"(?<!\w)(?:since|seit|depuis|desde|dal?|sinds|vanaf|od|ab|starting)\s{1,2}$", re.IGNORECASE
)
_FROM = re.compile(r"(?<!\w)(?:from|von|vom|van|dal?|od|de|du)\s{1,2}$", re.IGNORECASE)
_UNTIL = re.compile(
    r"(?<!\w)(?:until|till|bis|jusqu['’]en|hasta|até|tot|do)\s{1,2}$", re.IGNORECASE
)
_LENGTH = re.compile(
    r"\s{0,3}[·,;|]?\s{0,2}\(?\d{1,2}\+?\s?(?:years?|yrs?|months?|mos?|weeks?|jahre?|monate?|ans?"
    r"|mois|años?|anos?|meses|mes|ann[oi]|mes[ei]|jaar|maanden|lata?)(?!\w)"
    r"(?:[,\s]{1,2}\d{1,2}\s?(?:months?|mos?|monate?|mois|mes(?:es)?))?"
    r"\)?",
    re.IGNORECASE,
)


def spans(text: str) -> Iterator[Span]:
    """Yield the times that a text names, in order."""
    return iter(_spans(text))


# A head is looked at several times: for where it begins, for what it says and for when.
@lru_cache(maxsize=500)
def _spans(text: str) -> tuple[Span, ...]:
    return tuple(_read(text))


def _read(text: str) -> Iterator[Span]:
    waiting: Point | None = None
    for point in points(text[:MOST]):
        if waiting and _TO.fullmatch(text, waiting.right, point.left):
            yield _between(text, waiting, point)
            waiting = None
            continue
        if waiting:
            yield from _lone(text, waiting)
        waiting = point
    if waiting:
        yield from _lone(text, waiting)


MOST = 300
"""Only so much of a line is searched for dates: the rest of a longer one is prose."""


def _between(text: str, first: Point, second: Point) -> Span:
    left, right = _left(_FROM, text, first.left), _right(text, second.right)
    start, end = first.date, second.last
    if not start and end and first.weak:
        name = text[first.left : first.right]
        start = f"{end[:4]}-{month_of(name):02}" if name[:1].isalpha() else ""
    if first.weak and second.weak and not (start and end):
        return Span(left, right)
    if start and end and end < start[: len(end)]:
        start = end = ""
    return Span(left, right, start, end)


def _lone(text: str, point: Point) -> Iterator[Span]:
    right = _right(text, point.right)
    to = _TO.match(text, point.right)
    now = (to and _NOW.match(text, to.end())) or _TO_NOW.match(text, point.right)
    if now and point.date:
        yield Span(_left(_FROM, text, point.left), _right(text, now.end()), point.date, "", True)
    elif point.weak:
        return
    elif (since := _left(_SINCE, text, point.left)) < point.left:
        yield Span(since, right, point.date, "", bool(point.date))
    elif (until := _left(_UNTIL, text, point.left)) < point.left:
        yield Span(until, right, "", point.last)
    elif opened := _OPEN.match(text, point.right):
        yield Span(point.left, opened.end(), point.date, "", bool(point.date))
    elif point.last != point.date:
        yield Span(point.left, right, point.date, point.last)
    else:
        yield Span(point.left, right, point.date, single=True)


def is_length(text: str) -> bool:
    """Tell whether the text is only how long something took."""
    return _LENGTH.fullmatch(text) is not None


def _left(word: re.Pattern[str], text: str, left: int) -> int:
    near = max(0, left - 14)
    match = word.search(text[near:left])
    return near + match.start() if match else left


def _right(text: str, right: int) -> int:
    length = _LENGTH.match(text, right)
    return length.end() if length else right


def years_of(work: Sequence[Work], today: date) -> float:
    """Return the years that were worked, to the month; what overlaps counts once.

    A year without its month means its middle. Work without a known start or end counts nothing.
    """
    now = today.year * 12 + today.month
    total = reached = 0
    for left, right in sorted(filter(None, (_months(each, now) for each in work))):
        left, right = max(left, reached), min(right, now)
        if right > left:
            total += right - left
            reached = right
    return total / 12


def _months(work: Work, now: int) -> tuple[int, int] | None:
    """Return the first month, and the one after the last, counted from year 0."""
    if not work.start or not (work.end or work.is_current):
        return None
    year = int(work.start[:4]) * 12
    left = year + (int(work.start[5:7]) - 1 if work.start[4:] else 6)
    if not work.end:
        return (left if work.start[4:] or year >= now else min(left, now - 1)), now
    last = int(work.end[:4]) * 12
    right = last + (int(work.end[5:7]) if work.end[4:] else 6)
    if right > left:
        return left, right
    if year != last:
        return None
    return (left, year + 12) if work.start[4:] else (year, right)
