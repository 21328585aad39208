"""What a resume only lists: skills, languages, certificates, awards, interests."""

import re
from collections.abc import Iterator, Sequence

from services.parsing.curriculum import Award, Skill
from services.parsing.dates import Span, spans
from services.parsing.pieces import dated, is_place, pieces
from services.parsing.rows import Block, Row, blocks, dangles, lines_of, word
from services.parsing.vocabulary import company_score, words
from services.record import fold

_ITEM = re.compile(r"\s*(?:[,;•·|▪■●‣∙]|\s{2,}|\s[–—]\s)\s*(?![^(]{0,80}\))")
_GROUP = re.compile(r"^\**([^:,;|•·()]{2,50}?)\**\s?:\**\s*")
_COLUMN = re.compile(r"^([A-Z][^:,;|•·()]{2,30}?)\s{3,}(?=[^,]+,)(?!.*\s{3})")
_LATER = re.compile(
    r"^(?:issued|expires|valid|licen[sc]e (?:no|number|#)|credential|id\b|no\.)", re.I
)

_EXPIRY = re.compile(
    r"\b(?:exp(?:ires?|iry|iration)?\.?|valid (?:un)?til|gültig bis|renewal)\s*:?\s*$",
    re.IGNORECASE,
)
_LEVELS = {"Associate", "Professional", "Expert", "Foundation", "Practitioner", "Specialty"}
_CITED = re.compile(r"\w{3}\.\s+[A-Z\"“][^.]{8,200}\.\s+\S|\bet al\b|\d;\d")
"""Names of authors, a title and where it stood: "Roe A, Poe B. On looms. J Weav. 2020;15"."""
MOST_TITLED = 160
MOST_AWARDS = 60


def skills_of(rows: Sequence[Row]) -> list[Skill]:
    """Return the skills in the groups that the resume makes."""
    found: list[Skill] = []
    for block in blocks(rows):
        text = " ".join(row.text for row in block)
        match = _GROUP.match(text) or _COLUMN.match(text)
        keywords = tuple(items(text[match.end() :] if match else text))[:200]
        group = word(match[1]) if match else ""
        if not match and found and (not found[-1].name or not found[-1].keywords):
            last = found.pop()
            found.append(
                Skill(
                    name=last.name,
                    keywords=(*last.keywords, *keywords)[:200],
                    lines=(*last.lines, *lines_of(block))[:500],
                )
            )
        else:
            found.append(Skill(name=group, keywords=keywords, lines=lines_of(block)))
    return [skill for skill in found if skill.keywords]


def items(text: str) -> Iterator[str]:
    """Yield what a line lists; what stands in brackets stays with what it is said of."""
    for part in _ITEM.split(text):
        item = word(part)
        if item:
            yield item


def interests_of(rows: Sequence[Row]) -> list[str]:
    """Return the interests that a section lists."""
    return [item for block in blocks(rows) for item in items(" ".join(row.text for row in block))]


def languages_of(rows: Sequence[Row]) -> list[Award]:
    """Return the natural languages, each with its level as it is written."""
    found = []
    for block in blocks(rows):
        text = "  ".join(row.text for row in block)
        parts = list(items(text))
        for at, part in enumerate(parts):
            if is_tongue(part):
                level = parts[at + 1] if at + 1 < len(parts) else ""
                whole = text[text.find(part) :]
                title = part if not level or is_tongue(level) else _with_level(whole, part, level)
                found.append(Award(title=word(title), lines=lines_of(block)))
    return found or [
        Award(title=match[0], lines=(row.line,))
        for row in rows
        for match in re.finditer(r"[^\W\d_]+", row.text)
        if match[0][0].isupper() and is_tongue(match[0])
    ]


def _with_level(whole: str, part: str, level: str) -> str:
    end = whole.find(level, len(part)) + len(level)
    between = whole[len(part) : end - len(level)]
    return whole[:end] if between.strip() in ("–", "—", "") else part


def is_tongue(text: str) -> bool:
    """Tell whether the text begins with the name of a natural language."""
    first = re.match(r"[^\W\d_]+", text)
    return first is not None and (
        fold(first[0]) in words("tongues.txt") or text[first.end() :].startswith(" (")
    )


def awards_of(rows: Sequence[Row]) -> list[Award]:
    """Return certificates, awards or publications: what, from whom, when."""
    found: list[Award] = []
    for block in blocks(rows):
        if found and _LATER.match(block[0].text):
            last = found[-1]
            found[-1] = last.model_copy(update={"lines": (*last.lines, *lines_of(block))[:500]})
        else:
            found += _awards(block)
        if len(found) >= MOST_AWARDS:
            break
    return found


def _awards(block: Block) -> Iterator[Award]:
    row = block[0]._replace(text=_apart(block))
    parts = row.text.split("; ")
    if len(parts) > 1 and all(map(_is_dated_title, parts)):
        for part in parts:
            yield from _titled(row._replace(text=part), block)
    else:
        yield from _titled(row, block)


def _titled(row: Row, block: Block) -> Iterator[Award]:
    where, span = lines_of(block), dated(row)
    day = span.day if span and not _EXPIRY.search(row.text[: span.left]) else ""
    if len(row.text) > MOST_TITLED or _CITED.search(row.text):
        yield Award(title=word(row.text), date=day, lines=where)
        return
    parts = list(items(row.text))
    if len(parts) > 1 and _is_list(parts, span is not None):
        for part in parts:
            yield from _award(row._replace(text=part), dated(row._replace(text=part)), where)
    else:
        yield from (award.model_copy(update={"date": day}) for award in _award(row, span, where))


def _apart(block: Block) -> str:
    """Return the text with a gap where a line ends, unless it cannot end there."""
    texts = [row.text for row in block]
    gaps = [" " if dangles(text) else "  " for text in texts[:-1]]
    return "".join(text + gap for text, gap in zip(texts, [*gaps, ""], strict=True))


def _is_list(parts: Sequence[str], has_date: bool) -> bool:
    """Tell whether each part is an award of its own, and not a title, an issuer and a date."""
    if has_date:
        return all(map(_is_dated_title, parts))
    alike = all(part.count(" ") < 3 and not is_place(part) for part in parts)
    return alike and not any(map(company_score, parts))


def _is_dated_title(part: str) -> bool:
    span = next(spans(part), None)
    return span is not None and bool(word(part[: span.left] + part[span.right :]))


def _award(row: Row, span: Span | None, where: tuple[int, ...]) -> Iterator[Award]:
    found = [piece for piece in pieces(row, span) if not _EXPIRY.fullmatch(piece.text)]
    if found:
        title, issuer = found[0].text, found[1].text if len(found) > 1 else ""
        if issuer in _LEVELS and (whole := _from(row.text, title, issuer)):
            title, issuer = whole, found[2].text if len(found) > 2 else ""
        day = span.day if span else ""
        yield Award(title=title, issuer=issuer, date=day, lines=where)


def _from(text: str, first: str, last: str) -> str:
    """Return the text from one piece to another."""
    start, end = text.find(first), text.find(last, text.find(first) + len(first))
    return word(text[start : end + len(last)]) if 0 <= start < end else ""
