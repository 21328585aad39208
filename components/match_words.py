"""What is said of a match, and the resume's lines as it quotes them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from services.matching.coverage import Coverage, Evidence, Finding, Sort, Weight
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

_BULLETS = "•·▪◦‣–—-* \t"
"""What stands before a line of a list, and is left out where one line is quoted alone."""


def groups(coverage: Coverage, lines: Sequence[TextLine]) -> list[dict[str, Any]]:
    """Return a coverage as `matching/findings.js` shows it: what is a must first."""
    return [
        {"name": name, "rows": [row(each, lines) for each in found]}
        for weight, name in _GROUPS.items()
        if (found := [each for each in coverage.findings if each.requirement.weight is weight])
    ]


def row(finding: Finding, lines: Sequence[TextLine]) -> dict[str, Any]:
    """Return one requirement in words, with what the resume says to it."""
    asked = finding.requirement
    return {
        "name": asked.name,
        "sort": _SORTS[asked.sort],
        "quote": "" if asked.quote.casefold() == asked.name.casefold() else asked.quote,
        "strength": finding.strength,
        "quotes": quotes(finding, lines),
        "note": finding.note,
    }


def quotes(finding: Finding, lines: Sequence[TextLine]) -> list[dict[str, Any]]:
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
    pieces: list[dict[str, Any]] = []
    end = 0
    for each in sorted(found, key=lambda one: one.start):
        start = max(each.start, end)
        if start >= each.end:
            continue
        pieces.append({"text": line.text[end:start], "marked": False})
        pieces.append({"text": line.text[start : each.end], "marked": True})
        end = each.end
    pieces.append({"text": line.text[end:], "marked": False})
    if not pieces[0]["marked"]:
        pieces[0]["text"] = pieces[0]["text"].lstrip(_BULLETS)
    return {"page": line.page + 1, "pieces": [piece for piece in pieces if piece["text"]]}
