"""What of an answer is borne out: its sources exist, its numbers and quotes stand somewhere."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from services.advice.gating.figures import Figure, Unit, figures
from services.assistant.conversation import Mark, Receipt

NO_SOURCE = "No record that was looked at gives this number."
NO_QUOTE = "These words stand in nothing that was looked at."

_CITED = re.compile(r"[ ]?\[([JR]\d{1,5}(?:\s*[,;]\s*[JR]\d{1,5})*)\]")
IDS = re.compile(r"[JR]\d{1,5}")
LONGEST_ID = 6
_QUOTED = re.compile(r"“([^“”\n]{12,400})”|\"([^\"\n]{12,400})\"")
_ROUGHLY = 0.05


@dataclass(frozen=True, slots=True)
class Grounded:
    """An answer with what it rests on. `unknown` counts the named sources that are none."""

    text: str
    receipts: tuple[Receipt, ...]
    marks: tuple[Mark, ...]
    unknown: int


def ground(text: str, shown: Mapping[str, Receipt], evidence: Iterable[str]) -> Grounded:
    """Return the answer with its true sources alone, and with marks where nothing bears it out."""
    kept, unknown = _cite(text, shown)
    ids = list(dict.fromkeys(IDS.findall(" ".join(_CITED.findall(kept)))))
    told = "\n".join(evidence)
    marks = sorted([*_numbers(kept, told, len(ids)), *_quotes(kept, told)], key=lambda m: m.start)
    return Grounded(kept, tuple(shown[id] for id in ids), tuple(_apart(marks)), unknown)


def _cite(text: str, shown: Mapping[str, Receipt]) -> tuple[str, int]:
    unknown = 0

    def known(found: re.Match[str]) -> str:
        nonlocal unknown
        ids = IDS.findall(found[1])
        held = [id for id in ids if id in shown]
        unknown += len(ids) - len(held)
        lead = found[0][: found[0].index("[")]
        return lead + "".join(f"[{id}]" for id in held) if held else ""

    return _CITED.sub(known, text), unknown


def _numbers(text: str, evidence: str, cited: int) -> Iterable[Mark]:
    known = figures(evidence)
    for figure in figures(text):
        is_count = figure.unit is Unit.PLAIN and figure.value == cited
        if not is_count and not any(_bears_out(each, figure) for each in known):
            yield Mark(start=figure.start, end=figure.end, reason=NO_SOURCE)


def _bears_out(known: Figure, said: Figure) -> bool:
    # Twelve people are not twelve percent; whether they are money or years is often left out.
    if (known.unit is Unit.SHARE) is not (said.unit is Unit.SHARE):
        return False
    if said.is_about:
        return abs(known.value - said.value) <= _ROUGHLY * abs(known.value)
    return known.value == said.value


def _quotes(text: str, evidence: str) -> Iterable[Mark]:
    known = _plain(evidence)
    for found in _QUOTED.finditer(text):
        if _plain(found[1] or found[2]) not in known:
            yield Mark(start=found.start(), end=found.end(), reason=NO_QUOTE)


def _plain(text: str) -> str:
    words = "".join(char if char.isalnum() else " " for char in text.casefold())
    return " ".join(words.split())


def _apart(marks: list[Mark]) -> Iterable[Mark]:
    """Yield marks that do not overlap, the first of those that do."""
    end = 0
    for mark in marks:
        if mark.start >= end:
            yield mark
            end = mark.end
