"""What is said of a match, and the resume's lines as it quotes them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from services.matching.coverage import Evidence, Finding, Sort, Weight
from services.reading.transcript import TextLine

_GROUPS = {Weight.MUST: "Must have", Weight.PLAIN: "Asked for", Weight.NICE: "Nice to have"}
_SORTS = {
    Sort.SKILL: "",
    Sort.YEARS: "Years",
    Sort.DEGREE: "Degree",
    Sort.LICENCE: "Licence",
    Sort.SOFT: "Soft skill",
    Sort.LANGUAGE: "Language",
}


def group_words(weight: Weight) -> str:
    """Return what requirements of this weight are called together."""
    return _GROUPS[weight]


def sort_words(sort: Sort) -> str:
    """Return what sort of thing is asked for; nothing for an ordinary skill."""
    return _SORTS[sort]


def quoted(finding: Finding, lines: Sequence[TextLine]) -> list[dict[str, Any]]:
    """Return each quoted line once, in pieces of which the evidence is marked, with its page."""
    by_line: dict[int, list[Evidence]] = defaultdict(list)
    for each in finding.evidence:
        by_line[each.line].append(each)
    return [
        {"line": number, **_pieces(found, lines[number] if number < len(lines) else None)}
        for number, found in sorted(by_line.items())
    ]


def _pieces(found: Sequence[Evidence], line: TextLine | None) -> dict[str, Any]:
    if line is None:
        return {"page": 0, "pieces": [{"text": each.quote, "marked": True} for each in found]}
    pieces, end = [], 0
    for each in sorted(found, key=lambda one: one.start):
        start = max(each.start, end)
        if start >= each.end:
            continue
        pieces.append({"text": line.text[end:start], "marked": False})
        pieces.append({"text": line.text[start : each.end], "marked": True})
        end = each.end
    pieces.append({"text": line.text[end:], "marked": False})
    return {"page": line.page + 1, "pieces": [piece for piece in pieces if piece["text"]]}
