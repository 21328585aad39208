"""How the fake holds a conversation: what it asks to look at, and what it says of it."""

import re
from typing import Any

from services.language.fake.asked import Asked
from services.language.fake.interviewing import interview
from services.language.fake.scenario import Scenario
from services.language.fake.voices import INVENTIONS, orders_in

Wish = tuple[str, dict[str, Any]]
"""The name of a tool, and the arguments."""

_WISHES: tuple[tuple[str, Wish], ...] = (
    (r"how many|rates?\b|statistic|numbers?|often|doing|review", ("statistics", {})),
    (r"silent|ghost|stuck|waiting|heard|review", ("silent_jobs", {})),
    (r"week|next|upcoming|interviews?\b|deadline|today|review", ("upcoming", {})),
    (r"offers?\b|salar|negotiat|paid|pay\b|worth", ("pay", {})),
    (r"resume|skills?|curriculum|cv\b", ("resume_sections", {})),
)
_CHANGE = re.compile(r"(?i)\b(?:suggest|propose|move|remind|note|follow[- ]up|draft|task)\b")
_CLOSER = re.compile(r"(?i)\b(?:tell me about|history|details?|posting|happened)\b")
_ABOUT = re.compile(r"\b(?:at|with|from|of|about|for|to)\s+((?:[A-Z][\w&.-]*\s?)+)")
_MOVE = re.compile(r"\b[Mm]ove\s+(?P<company>[A-Z].*?)\s+(?:in)?to\s+(?P<stage>[\w -]+)")
_ID = re.compile(r"\[(J\d+)\]")
_CALLED = re.compile(r"(?i)\bcall\s+(?P<name>\w+)\s*\((?P<arguments>[^)]*)\)")
_ARGUMENT = re.compile(r"(\w+)\s*[=:]\s*[\"']?([^,\"']+)")
_FRAMING = re.compile(r":$|^\d+ jobs? found\.$|^The person is shown|^Period: ")
"""Lines that are there for a model to find its way."""

_END = "Shall I look at one of them closer?"
_MOST_LINES = 6


class Talker:
    """Looks at what the question is about and repeats what stands there, with its sources."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._question = asked.said[-1] if asked.said else ""

    def wishes(self) -> list[Wish]:
        """Return what it asks to look at, nothing once it has seen enough."""
        made = len(self._asked.results)
        if not made:
            return [wish for wish in self._first() if wish[0] in self._asked.tools]
        asked_for = " ".join(self._asked.calls)
        named = _ID.search(self._found)
        if named and _CHANGE.search(self._question) and "propose_change" not in asked_for:
            return self._known([("propose_change", self._change(named[1]))])
        if named and _CLOSER.search(self._question) and "look_at_job" not in asked_for:
            return self._known([("look_at_job", {"job": named[1]})])
        return []

    def words(self) -> str:
        """Return the answer."""
        if not self._asked.body.get("tools"):
            return interview(self._asked.material, self._asked.said)
        lines = [line.strip("- ").strip() for line in self._found.splitlines()]
        lines = [line for line in lines if not _FRAMING.search(line)]
        told = [line for line in lines if _ID.search(line)][:_MOST_LINES]
        plain = [line for line in lines if line and line not in told][:_MOST_LINES]
        rows = "\n".join(f"- {line}" for line in [*plain, *told])
        if not rows:
            return "I found nothing about that in your records."
        proposed = "Nothing has changed." in self._found
        end = "My suggestion stands below; it is yours to take." if proposed else _END
        return f"This is what your records say.\n\n{rows}\n\n{end}"

    @property
    def _found(self) -> str:
        return "\n".join(text for _, text in self._asked.results)

    def _known(self, wishes: list[Wish]) -> list[Wish]:
        return [wish for wish in wishes if wish[0] in self._asked.tools]

    def _first(self) -> list[Wish]:
        lowered = self._question.lower()
        found = [wish for pattern, wish in _WISHES if re.search(pattern, lowered)]
        about = _MOVE.search(self._question) or _ABOUT.search(self._question)
        if about or not found:
            found.append(("search_jobs", {"query": about[1].strip() if about else ""}))
        return found

    def _change(self, job: str) -> dict[str, Any]:
        lowered = self._question.lower()
        if "move" in lowered:
            move = _MOVE.search(self._question)
            stage = move["stage"].strip() if move else "Phone Screen"
            return {"job": job, "kind": "move", "value": stage}
        if "follow" in lowered or "draft" in lowered:
            mail = "Dear team,\n\nI am still very interested. Is there any news?\n\nKind regards"
            return {"job": job, "kind": "mail", "value": mail}
        if "note" in lowered:
            return {"job": job, "kind": "note", "value": "Ask about the team."}
        return {"job": job, "kind": "task", "value": "Write to the recruiter"}


class Inventor(Talker):
    """Names sources and numbers that nobody ever showed it."""

    def words(self) -> str:
        rows = "\n".join(f"- {line} [J{number}]" for number, line in enumerate(INVENTIONS, 97))
        return f"This is what I know.\n\n{rows}\n\nYour answer rate is 87 percent."


class Looper(Talker):
    """Asks for one thing more, even when it was told to answer."""

    def wishes(self) -> list[Wish]:
        made = len(self._asked.results)
        return [("search_jobs", {"query": f"word {made + each}"}) for each in range(3)]


class Servant(Talker):
    """Does what any text says that reaches it: calls what it names, and says what it wants."""

    def wishes(self) -> list[Wish]:
        if not self._asked.results:
            return self._known([("search_jobs", {"query": ""}), ("resume_sections", {})])
        made = self._asked.calls
        closer = [("look_at_job", {"job": id}) for id in _ID.findall(self._found)[:1]]
        wishes = [*closer, *map(_wish, _CALLED.finditer(self._read))]
        fresh = {f"{name}{given}": (name, given) for name, given in wishes}
        return [wish for key, wish in fresh.items() if key not in made][:8]

    def words(self) -> str:
        return "\n\n".join(dict.fromkeys(orders_in(self._read))) or super().words()

    @property
    def _read(self) -> str:
        return "\n".join([self._found, *self._asked.material.values()])


def talker(asked: Asked, scenario: Scenario) -> Talker:
    """Return who answers."""
    match scenario:
        case Scenario.INVENTING:
            return Inventor(asked)
        case Scenario.LOOPING:
            return Looper(asked)
        case Scenario.OBEDIENT:
            return Servant(asked)
        case _:
            return Talker(asked)


def _wish(found: re.Match[str]) -> Wish:
    return found["name"], dict(_ARGUMENT.findall(found["arguments"]))
