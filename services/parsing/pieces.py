"""The heads of entries cut into pieces: a title, an employer, a place, in any order."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from services.parsing.dates import Span, is_length, spans
from services.parsing.rows import Row, word
from services.parsing.vocabulary import company_score, is_city, is_region, title_score

MARKS = " \t,;|·•–—-:*_/()[]"
_STRONG = re.compile(
    r"\s{2,}|\s*[|•·]\s*|\s[–—‒-]{1,2}\s|\s*(?:\||@)\s+|\s//\s|;\s+|\]\([^()\s]{1,200}\)|\*\*\s*|\s—|—\s"
)
_AT = re.compile(r"\s+(?:at|bei|chez|@|beim)\s+")
_COMMA = re.compile(
    r"\s*,(?!\s*(?:Inc|LLC|Ltd|L\.L\.C|LLP|PLC|S\.A|Co|Corp|GmbH|P\.C|PLLC)\b)(?![^()]*\))\s*"
)
_ZIP_PLACE = re.compile(
    r"[A-Z][\w.' -]{1,40},?\s[A-Z]{2}(?:\s\d{5}(?:-\d{4})?)?|\d{4,5}\s[A-ZÄÖÜ][\w.' -]{1,40}"
)
_NAMED_PLACE = re.compile(r"\s*\(([^()]{2,60})\)\s*$")

_COUNTRY = re.compile(r"(?:(?<=,\s[A-Z]{2})|(?<=\s\d{5}))\s(?:United States(?: of America)?|USA?)$")
"""What an address ends with although its state has said it: "NC 28301 United States"."""
MOST_CODE = 3
"""Letters of a country's or state's short form, at the most."""

_WARD = re.compile(r"\b(?:department|unit|ward|team|division|abteilung|service)\b", re.IGNORECASE)


class Piece(NamedTuple):
    """A piece of a row; `follows` if only a comma stands between it and the piece before."""

    text: str
    row: Row
    follows: bool = False
    is_place: bool = False

    @property
    def title(self) -> int:
        return 0 if self.is_place else title_score(self.text)

    @property
    def company(self) -> int:
        return 0 if self.is_place else company_score(self.text)


def dated(row: Row) -> Span | None:
    """Return the time that a row names, the longest of several."""
    return max(spans(row.text), key=lambda span: span.right - span.left, default=None)


def pieces(row: Row, span: Span | None) -> list[Piece]:
    """Return the row's pieces without its dates."""
    texts = [row.text[: span.left], row.text[span.right :]] if span else [row.text]
    found: list[Piece] = []
    for text in texts:
        for strong in _STRONG.split(text):
            bare = strong.strip(MARKS.replace("(", "").replace(")", ""))
            if bare.strip(MARKS) and not is_length(bare):
                found += _cut(bare, row)
    return found


def post_at(piece: Piece) -> tuple[Piece | None, Piece]:
    """Return a post that no word gives away, and its employer, of "Help Desk at Acme"."""
    left, *right = _AT.split(piece.text, maxsplit=1)
    if not right or company_score(left) or is_place(right[0]) or not right[0][0].isupper():
        return None, piece
    return piece._replace(text=left), piece._replace(text=right[0])


def _cut(text: str, row: Row) -> list[Piece]:
    left, *right = _AT.split(text, maxsplit=1)
    if right and title_score(left) and (title_score(left) > 2 or company_score(left) < 3):
        return [*_cut(left, row), *_cut(right[0], row)]
    if (aside := _NAMED_PLACE.search(text)) and is_place(aside[1]):
        return [*_cut(text[: aside.start()], row), Piece(word(aside[1]), row, is_place=True)]
    if is_place(text, is_whole=text == row.text.strip(MARKS)):
        return [Piece(word(text), row, is_place=True)]
    starts = [0, *(match.end() for match in _COMMA.finditer(text)), len(text)]
    parts = [text[left:right] for left, right in pairwise(starts)]
    count = _placed([part.strip(MARKS) for part in parts])
    kept = len(parts) - count
    place = [Piece(word("".join(parts[kept:])), row, is_place=True)] if count else []
    return [*_joined(parts[:kept], row), *place]


def _placed(parts: Sequence[str]) -> int:
    """Return how many of the last parts are a place."""
    if len(parts) < 2:
        return 0
    last, before = parts[-1], parts[-2]
    if is_region(last) or _is_coded(last):
        if _is_coded(last) and not is_region(last):
            return 1
        plain = not title_score(before) and not company_score(before) and before.count(" ") < 3
        town = plain and (is_city(before) or not is_region(before))
        return 2 if len(parts) > 2 and town else 1
    return int(is_city(last))


def _joined(parts: Sequence[str], row: Row) -> list[Piece]:
    """Join what a comma parted although it belongs together, as a ward to the nurse's title."""
    found: list[str] = []
    for at, part in enumerate(parts):
        employer = any(company_score(each) > 1 and not _is_ward(each) for each in parts[at + 1 :])
        aside = _is_ward(part) or not (company_score(part) or title_score(part))
        if found and employer and aside and title_score(found[-1]):
            found[-1] += part
        else:
            found.append(part)
    return [Piece(word(part), row, follows=at > 0) for at, part in enumerate(found) if word(part)]


def _is_ward(text: str) -> bool:
    return bool(_WARD.search(text)) and not re.search("police|fire", text, re.IGNORECASE)


def is_place(text: str, *, is_whole: bool = False) -> bool:
    """Tell whether all of the text is a location; one that has a line to itself may be unknown."""
    parts = [part.strip(MARKS) for part in _COUNTRY.sub("", text).split(",")]
    if not all(parts) or len(parts) > 4:
        return False
    if len(parts) == 1:
        bare = parts[0]
        return is_city(bare) or is_region(bare) or _is_coded(bare)
    if any(title_score(part) or company_score(part) for part in parts[:-1]):
        return False
    last = parts[-1].rstrip("0123456789- ")
    if len(parts) == 2:
        return is_city(parts[0]) or (is_region(last) and parts[0].count(" ") < 3)
    if len(parts) != 3 or not is_region(last):
        return False
    # "João Pessoa, Paraíba, Brazil": not every province is known.
    plain = is_whole and len(last) > MOST_CODE and max(part.count(" ") for part in parts[:2]) < 3
    return plain or is_city(parts[0]) or is_region(parts[1])


def _is_coded(text: str) -> bool:
    """Tell whether the text is "Denver CO 80203" or "80331 München"."""
    if not _ZIP_PLACE.fullmatch(text) or title_score(text) or company_score(text):
        return False
    return text[0].isdigit() or is_region(re.split(r"[,\s]+", text.rstrip("0123456789- "))[-1])
