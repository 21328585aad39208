"""Jobs, projects and volunteering: who for, as what, where, when, and what was done."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from services.parsing.curriculum import Highlight, Work
from services.parsing.dates import Span
from services.parsing.entries import MOST_ABOVE, Entry, entries, span_of
from services.parsing.headings import heading_of
from services.parsing.pieces import Piece, dated, pieces, post_at
from services.parsing.rows import Block, Row, lines_of, text_of, word
from services.parsing.vocabulary import is_city

MOST_NAME = 80
MOST_ENTRIES = 60
MOST_TOLD = 5_000
_NAME_END = re.compile(r":\s|\s[–—-]\s")


def work_of(rows: Sequence[Row]) -> list[Work]:
    """Return the jobs that a section tells of."""
    found: list[Work] = []
    above: Work | None = None
    for entry in entries(rows)[:MOST_ENTRIES]:
        work, is_shared = _work(entry)
        if above and not work.name and work.position and _spans(above, work):
            if found[-1] is above and _encloses(above, work):
                found.pop()
            work = _under(above, work)
        else:
            above = work if is_shared else None
        found.append(work)
    return found


def _under(above: Work, work: Work) -> Work:
    """Return the job with the employer who is named only above it."""
    return work.model_copy(
        update={
            "name": above.name,
            "location": work.location or above.location,
            "lines": tuple(sorted({*above.lines[:MOST_ABOVE], *work.lines[: 500 - MOST_ABOVE]})),
        }
    )


def projects_of(rows: Sequence[Row]) -> list[Work]:
    """Return the projects that a section tells of; each begins with its name."""
    found = entries(rows, undated=True)[:MOST_ENTRIES]
    if any(entry.head for entry in found):
        return [_project(entry) for entry in found]
    return list(_told([_listed(block) for entry in found for block in entry.body]))


def _told(listed: Sequence[Work]) -> Iterator[Work]:
    """Yield the projects; a sentence beneath a line that is none is told of it."""
    above: Work | None = None
    for each in listed:
        if above and not above.summary.endswith(".") and each.summary.endswith("."):
            name, lines = word(above.summary), (*above.lines, *each.lines)
            yield each.model_copy(update={"name": name, "lines": lines[:500]})
            above = None
            continue
        if above:
            yield above
        above = each if not each.name else None
        if not above:
            yield each
    if above:
        yield above


def _listed(block: Block) -> Work:
    """Return a project that is told in one line: its name, then what it is."""
    text = text_of(block)
    name = _NAME_END.split(text, maxsplit=1)[0]
    short = name if len(name) < len(text) and len(name) <= MOST_NAME else ""
    told = text[len(short) :].strip(" :–—-")[:MOST_TOLD]
    return Work(name=word(short), summary=told, lines=lines_of(block))


def _encloses(above: Work, work: Work) -> bool:
    """Tell whether the entry above only names the employer of those beneath it."""
    if above.position or above.highlights or above.summary or not above.name:
        return False
    return not above.start or above.start[:4] <= work.start[:4]


def _spans(above: Work, work: Work) -> bool:
    """Tell whether an employer whose own time is told may be that of a job beneath it."""
    return bool(above.position) or not above.start or above.start[:4] <= work.start[:4]


def _work(entry: Entry) -> tuple[Work, bool]:
    """Return the job, and whether its employer stands above it for the next ones too."""
    span = span_of(entry.head)
    found = [piece for row in entry.head for piece in pieces(row, dated(row))]
    position = _best(found, [piece.title * 4 - piece.company for piece in found], 2)
    rest = [
        piece
        for piece in found
        if piece is not position and not piece.is_place and not _is_told(piece)
    ]
    scores = [piece.company * 4 - piece.title + (not piece.follows) for piece in rest]
    company = _best(rest, scores, -9)
    if company is None and position is not None and position.company > position.title:
        position, company = None, position
    elif position is None and company is not None and company.company == 0 and len(rest) > 1:
        position, company = company, next(piece for piece in rest if piece is not company)
    elif position is None and company is not None and _may_be_post(rest[0], company):
        position = rest[0]
    if company is not None:
        post, company = post_at(company)
        position = position or post
    place = next((piece for piece in found if piece.is_place), None) or _beside(
        found, company, position
    )
    if company is None and place is not None and _is_before(place, entry.head):
        company, place = _towned(place)
    is_shared = company is not None and (position is None or company.row is not position.row)
    return _filled(entry, company, position, place, span), is_shared


def _may_be_post(piece: Piece, company: Piece) -> bool:
    """Tell whether what stands before an employer's known name may be the post there."""
    text = piece.text
    if piece.company >= company.company or not text[0].isupper() or text.endswith((".", ")")):
        return False
    return len(text) >= SHORTEST_POST and not heading_of(text, "") and text.lower() != "present"


SHORTEST_POST = 5


def _is_before(place: Piece, head: Sequence[Row]) -> bool:
    """Tell whether the place stands no later than the date, as an employer would."""
    rows = [row for row in head if row is place.row or dated(row)]
    return bool(rows) and rows[0] is place.row


def _towned(place: Piece) -> tuple[Piece | None, Piece]:
    """Return the employer of "Alder, Groningen, Netherlands", and the place."""
    name, _, rest = place.text.partition(", ")
    if "," not in rest or is_city(name):
        return None, place
    return place._replace(text=name), place._replace(text=rest)


def _is_told(piece: Piece) -> bool:
    """Tell whether the piece is too long for the name of an employer that no word gives away."""
    return piece.text.count(" ") >= MOST_NAMED and not piece.company


MOST_NAMED = 8
"""Gaps between the words of an employer's name, at the most."""


def _project(entry: Entry) -> Work:
    span = span_of(entry.head)
    found = [piece for row in entry.head for piece in pieces(row, dated(row))]
    name = found[0] if found else None
    position = _best(found[1:], [piece.title for piece in found[1:]], 1)
    return _filled(entry, name, position, None, span)


def _filled(
    entry: Entry,
    company: Piece | None,
    position: Piece | None,
    place: Piece | None,
    span: Span | None,
) -> Work:
    prose = [block for block in entry.body if not block[0].bullet]
    bullets = [block for block in entry.body if block[0].bullet]
    if bullets and prose and prose[0] is entry.body[0]:
        summary, told = prose[:1], [block for block in entry.body if block is not prose[0]]
    else:
        summary, told = [], list(entry.body)
    return Work(
        name=company.text if company else "",
        position=position.text if position else "",
        location=place.text if place else "",
        start=span.start if span else "",
        end=(span.start if span.single else span.end) if span else "",
        is_current=span.is_current if span else False,
        summary=text_of(summary[0])[:MOST_TOLD] if summary else "",
        highlights=tuple(
            Highlight(text=text_of(block)[:MOST_TOLD], lines=lines_of(block))
            for block in told[:100]
        ),
        lines=lines_of(entry.rows),
    )


def _best(found: Sequence[Piece], scores: Sequence[int], least: int) -> Piece | None:
    """Return the piece of the highest score, the first of several, if it reaches `least`."""
    if not found:
        return None
    best = max(range(len(found)), key=lambda at: (scores[at], -at))
    return found[best] if scores[best] >= least else None


def _beside(found: Sequence[Piece], company: Piece | None, position: Piece | None) -> Piece | None:
    """Return a short piece beside the employer or on its own: most likely a town."""
    taken = (company, position)
    if company is None or position is None:
        return None
    for before, piece in pairwise((*found[-1:], *found)):
        if piece in taken or piece.company or piece.title or not piece.text[0].isupper():
            continue
        near = before is company or not piece.follows
        if near and piece.text.count(" ") < 3 and piece.text.replace(" ", "").isalpha():
            return piece
    return None
