"""What the fake has to say: the truth from the material, inventions, or what it is told."""

import re
from collections.abc import Collection, Mapping, Sequence

from services.language.fake.lines import is_counted
from services.language.fake.writing import Item, Writing

_ORDER = re.compile(
    r"(?i)\b(?:say|print|output|reply with|respond with|write|include|append|insert|repeat|"
    r"answer(?: with)?|set|give|call|send|delete|add)\b[:\s]+(?P<what>.+)"
)
_OVERRIDE = re.compile(r"(?i)\b(?:ignore|disregard|forget|override|system|assistant|instead)\b")

INVENTIONS = (
    "Led a team of 240 engineers at Globex Corporation",
    "Raised revenue at Initech by 312% in 2017",
    "Holds a PhD in Quantum Logistics from Miskatonic University",
)
"""What nobody wrote: an employer, a number, a degree."""


class Honest:
    """Speaks only from the material: every quote is a line of it."""

    def __init__(self, material: Mapping[str, str]) -> None:
        self._lines = {label: _telling(text) for label, text in material.items()}
        resumes = [label for label in material if "resume" in label.lower()]
        self._own = resumes[0] if resumes else next(iter(material), "")
        self._wanted = next((label for label in material if label != self._own), self._own)
        wanted = material.get(self._wanted, "") if self._wanted != self._own else ""
        self._writing = Writing(wanted, material.get(self._own, ""), material.get("job", ""))

    def is_label(self, name: str) -> bool:
        """Tell whether this is the name of a material."""
        return name in self._lines

    def label_for(self, name: str) -> str:
        """Return the material that a field of this name is about."""
        named = [label for label in self._lines if label.lower() in name.lower()]
        return named[0] if named else self._own

    def quote(self, label: str, turn: int) -> str:
        """Return a line of the material, another one at each turn."""
        lines = self._lines.get(label) or [""]
        return lines[turn % len(lines)]

    def sentence(self, name: str, turn: int) -> str:
        """Return a sentence for a field of this name."""
        if self._writing.is_possible and name in self._writing.sentences:
            return self._writing.sentences[name]
        asked, said = self.quote(self._wanted, turn), self.quote(self._own, turn)
        lowered = name.lower()
        if "question" in lowered:
            return f"Tell me more about this: “{said}” What was the result?"
        if any(word in lowered for word in ("after", "replacement", "rewrit", "proposed", "new")):
            return f"{said.rstrip('.')}, with its result."
        if any(word in lowered for word in ("title", "heading", "name", "keyword", "skill")):
            return " ".join(asked.split()[:4]).strip(" ,.;:-")
        return f"The posting says “{asked}”, and the resume says “{said}”."

    def number(self, low: float, high: float) -> float:
        """Return a number between the two."""
        return low + (high - low) * 0.6

    def items(self, name: str, fields: Collection[str]) -> Sequence[Item] | None:
        """Return what there is to say in a list of this name and fields, or None if unknown."""
        found = self._writing.items.get(name) if self._writing.is_possible else None
        if found is None or not all(set(fields) <= item.keys() for item in found):
            return None
        return found

    def advice(self) -> str:
        """Return a page of advice in Markdown that quotes both sides."""
        writing = self._writing
        fits = [
            f"- The posting asks: “{each.asked.text}” You write: “{each.said.text}”"
            for each in writing.pairs[:3]
        ]
        gaps = [
            f"- Nothing answers “{line.text}” yet. If you have done this, say where and with what"
            " result; if not, leave it out."
            for line in writing.missing[:3]
        ]
        plain = [line.text for line in writing.strengths if not is_counted(line.text)]
        sharpen = [f"- “{line}” Add how much, how many or how often." for line in plain[:2]]
        parts = [
            ("What already fits", fits),
            ("What the posting asks for besides", gaps),
            ("Lines to sharpen", sharpen),
        ]
        told = [f"### {heading}\n\n" + "\n".join(rows) for heading, rows in parts if rows]
        return "\n\n".join(told) or "There is nothing here to work on yet."


class Inventing(Honest):
    """Quotes what was never written."""

    def quote(self, label: str, turn: int) -> str:
        return INVENTIONS[turn % len(INVENTIONS)]

    def sentence(self, name: str, turn: int) -> str:
        return f"{self.quote('', turn)}."

    def items(self, name: str, fields: Collection[str]) -> None:
        return None

    def advice(self) -> str:
        rows = "\n".join(f"- You write: “{line}”" for line in INVENTIONS)
        return f"### What already fits\n\n{rows}"


class Obedient(Honest):
    """Does what the material says, wherever it says it; without orders it is honest."""

    def __init__(self, material: Mapping[str, str]) -> None:
        super().__init__(material)
        self._orders = orders_in("\n".join(material.values()))

    def sentence(self, name: str, turn: int) -> str:
        return " ".join(self._orders) or super().sentence(name, turn)

    def quote(self, label: str, turn: int) -> str:
        return " ".join(self._orders) or super().quote(label, turn)

    def items(self, name: str, fields: Collection[str]) -> Sequence[Item] | None:
        return None if self._orders else super().items(name, fields)

    def number(self, low: float, high: float) -> float:
        return high if self._orders else super().number(low, high)

    def advice(self) -> str:
        return "\n\n".join(self._orders) or super().advice()


def orders_in(text: str) -> list[str]:
    """Return what the orders in a text want said."""
    lines = [line.strip() for line in text.splitlines()]
    return [_payload(line) for line in lines if _is_order(line)]


def _is_order(line: str) -> bool:
    return bool(_OVERRIDE.search(line) or "://" in line or "<" in line)


def _payload(line: str) -> str:
    found = _ORDER.search(line)
    return found["what"] if found else line


def _telling(text: str) -> list[str]:
    """Return the lines worth quoting, each once."""
    lines = list(dict.fromkeys(line.strip(" \t-•*") for line in text.splitlines()))
    return [line for line in lines if len(line.split()) >= 4] or [line for line in lines if line]
