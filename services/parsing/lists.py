"""What a resume only lists: skills, languages, certificates, awards, interests."""

import re
from collections.abc import Iterator, Sequence

from services.parsing.curriculum import Award, Skill
from services.parsing.pieces import dated, is_place, pieces
from services.parsing.rows import Block, Row, blocks, lines_of, text_of, word
from services.parsing.vocabulary import company_score, words
from services.record import fold

_ITEM = re.compile(r"\s*(?:[,;•·|▪■●‣∙]|\s{2,}|\s[–—]\s)\s*(?![^(]{0,80}\))")
_GROUP = re.compile(r"^\**([^:,;|•·()]{2,50}?)\**\s?:\**\s*")
_LATER = re.compile(
    r"^(?:issued|expires|valid|licen[sc]e (?:no|number|#)|credential|id\b|no\.)", re.I
)


def skills_of(rows: Sequence[Row]) -> list[Skill]:
    """Return the skills in the groups that the resume makes."""
    found: list[Skill] = []
    for block in blocks(rows):
        text = " ".join(row.text for row in block)
        match = _GROUP.match(text)
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
    return found


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
    return found


def _awards(block: Block) -> Iterator[Award]:
    row = block[0]._replace(text="  ".join(each.text for each in block))
    span = dated(row)
    parts = list(items(row.text))
    alike = all(part.count(" ") < 3 and not is_place(part) for part in parts)
    if span is None and len(parts) > 1 and alike and not any(map(company_score, parts)):
        yield from (Award(title=part, lines=lines_of(block)) for part in parts)
        return
    if len(row.text) > 160:
        yield Award(
            title=word(text_of(block)), date=span.day if span else "", lines=lines_of(block)
        )
        return
    found = [piece for piece in pieces(row, span) if piece.text]
    if found:
        title, issuer = found[0].text, found[1].text if len(found) > 1 else ""
        yield Award(
            title=title, issuer=issuer, date=span.day if span else "", lines=lines_of(block)
        )
