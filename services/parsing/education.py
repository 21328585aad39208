"""Courses of study: the degree, in what, where, when and how well."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from services.parsing.curriculum import Education
from services.parsing.dates import Span
from services.parsing.forms import studied
from services.parsing.pieces import MARKS, Piece, dated, pieces
from services.parsing.rows import Row, dangles, goes_on, lines_of, word
from services.parsing.vocabulary import entries

_AREA = re.compile(
    r"\s*(?:\([^()]{1,20}\)\s*)?(?:,|:|\s[–-]\s"
    r"|\b(?:in|of|en|em|im|zum|zur|als|as an?|für|de|der)\b)?\s*",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\(([^()]{5,80})\)\s*")
_SCORE = re.compile(
    r"(?:C?GPA|Grade|Abschlussnote|Gesamtnote|Note|Mention|Score|Nota media)\s?[:=]?\s?"
    r"(\d[\d.,]{0,5}(?:\s?/\s?\d[\d.,]{0,4})?|[A-Z]\w+(?:\s\w+)?)",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"universi|college|colegio|collège|school|schule|institut|academ|akademie|academy|école|escuela"
    r"|gymnasium|lycée|iut|facult|facultad|technik|polytech|conserv|seminary|university",
    re.IGNORECASE,
)
_HONOURS = re.compile(
    r"(?:magna |summa )?cum laude|(?:first|second|upper second)[- ]class(?: honours)?|2:[12]|1st",
    re.IGNORECASE,
)


_LABEL = re.compile(
    r"^(?:name of (?:the )?)?(?:course|degree|qualification|institut(?:e|ion)|university|college"
    r"|school|board|dates?|years?(?: of passing)?|duration"
    r"|period)(?: name)?\s*:[\s-]*",
    re.IGNORECASE,
)

_FIELD = re.compile(
    r"^(?:major|speciali[sz]ation|discipline|branch|stream|field of study)\s*:[\s-]*", re.IGNORECASE
)

MOST_TOLD = 140
"""A longer row is prose about the studies."""


MOST_COURSES = 30
MOST_ROWS = 40


class _Draft(NamedTuple):
    rows: list[Row]
    degrees: list[Piece]
    schools: list[Piece]
    others: list[Piece]
    spans: list[Span]


def education_of(rows: Sequence[Row]) -> list[Education]:
    """Return the courses of study that a section tells of."""
    rows = [row._replace(text=_LABEL.sub("", row.text) or row.text) for row in studied(rows)]
    return [_education(draft) for draft in islice(_drafts(rows), MOST_COURSES)]


def _drafts(rows: Sequence[Row]) -> Iterator[_Draft]:
    draft = _Draft([], [], [], [], [])
    for block in _wrapped(rows):
        if len(draft.rows) > MOST_ROWS:
            draft.rows.extend(block)
            continue
        row = block[0]._replace(text=" ".join(each.text for each in block))
        if draft.degrees and (label := _FIELD.match(row.text)):
            last = draft.degrees.pop()
            field = row.text[label.end() :].rstrip(" .,;")
            draft.degrees.append(last._replace(text=f"{last.text} in {field}"))
            draft.rows.extend(block)
            continue
        span = dated(row) if len(row.text) <= MOST_TOLD else None
        cut = pieces(row, span) if len(row.text) <= MOST_TOLD else []
        found = [piece for piece in cut if not _SCORE.match(piece.text)]
        degrees = [piece for piece in found if degree(piece.text)]
        schools = [piece for piece in found if not degree(piece.text) and _is_school(piece)]
        if not schools and not draft.schools:
            schools = [piece for piece in found if not degree(piece.text) and piece.company > 1]
        told = len(row.text) > MOST_TOLD or (row.bullet and not (degrees or schools))
        if draft.rows and not told and _is_new(draft, degrees, schools, span, row):
            yield draft
            draft = _Draft([], [], [], [], [])
        draft.rows.extend(block)
        if told and draft.rows:
            continue
        draft.degrees.extend(degrees)
        draft.schools.extend(schools)
        draft.others.extend(each for each in found if each not in degrees and each not in schools)
        draft.spans.extend([span] if span else [])
    if draft.rows:
        yield draft


def _wrapped(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows, those together that a narrow column cut."""
    block: list[Row] = []
    for row in rows:
        if block and not (dangles(block[-1].text) and goes_on(row, block, row.width + 1)):
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _is_school(piece: Piece) -> bool:
    """Tell whether the piece names a school rather than another employer, or a field."""
    return piece.company > 1 and _SCHOOL.search(piece.text) is not None


def _is_new(
    draft: _Draft, degrees: list[Piece], schools: list[Piece], span: Span | None, row: Row
) -> bool:
    twice = (degrees and draft.degrees) or (schools and draft.schools) or (span and draft.spans)
    return bool(twice or (row.apart and (degrees or schools) and (draft.degrees and draft.schools)))


def _education(draft: _Draft) -> Education:
    study, area = _study(draft.degrees[0].text) if draft.degrees else ("", "")
    school = draft.schools[0].text if draft.schools else ""
    others = [piece for piece in draft.others if not piece.is_place and _is_told(piece)]
    for piece in sorted(others, key=lambda piece: bool(area) and piece.follows):
        if study and not area and piece.follows and piece.row is draft.degrees[0].row:
            area = piece.text
        elif not school and not _HONOURS.search(piece.text):
            school = piece.text
    span = draft.spans[0] if draft.spans else None
    return Education(
        institution=school,
        study_type=study,
        area=area,
        start="" if span is None or span.single else span.start,
        end="" if span is None else span.start if span.single else span.end,
        score=_score(draft.rows),
        lines=lines_of(draft.rows),
    )


def _is_told(piece: Piece) -> bool:
    """Tell whether the piece has words, and is no number of marks."""
    return any(char.isalpha() for char in piece.text)


def _score(rows: Sequence[Row]) -> str:
    for row in rows:
        if match := _SCORE.search(row.text):
            return word(match[1])
        if match := _HONOURS.search(row.text):
            return match[0]
    return ""


def _study(text: str) -> tuple[str, str]:
    """Return the degree and what it is in."""
    match = degree(text)
    if match is None:
        return "", ""
    rest = text[match.end() :]
    if (aside := _ASIDE.fullmatch(rest)) and not degree(aside[1]):
        return word(text[match.start() : match.end()]), word(aside[1])
    if not rest.strip(MARKS):
        return word(text), ""
    area = rest[_AREA.match(rest).end() :] if _AREA.match(rest) else rest  # type: ignore[union-attr]
    kind = text[match.start() : len(text) - len(rest)]
    if rest[:1].isalpha() or rest[:1] == "-":
        return word(text), ""
    return word(kind), word(area) if any(map(str.isalnum, area)) else ""


def degree(text: str) -> re.Match[str] | None:
    """Return where the text names a degree."""
    return _degrees().search(text)


@cache
def _degrees() -> re.Pattern[str]:
    short, full = [], []
    for name in sorted(entries("degrees.txt"), key=len, reverse=True):
        escaped = re.escape(name).replace(r"\ ", r"\s").replace("'", "['’]?")
        if "." in name:
            short.append(escaped.replace(r"\.", r"\.?\s?"))
        else:
            full.append(escaped)
    return re.compile(
        rf"(?<![\w.])(?<![a-z],\s)(?:(?:{'|'.join(short)})(?![\w])|(?i:{'|'.join(full)})(?!\w))"
    )
