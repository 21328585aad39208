"""The tools: what a model may ask to look at. They read; none writes, sends or fetches."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from services.assistant import looks, papers
from services.assistant.finding import Finding
from services.assistant.proposing import propose_change
from services.assistant.sources import View
from services.assistant.wishes import (
    Ahead,
    Change,
    Held,
    Nothing,
    OneJob,
    Papers,
    Period,
    Search,
    Some,
)
from services.errors import VaultError
from services.language.turns import Tool, ToolCall
from services.record import Record

Look = Callable[[View, Any], Awaitable[Finding]]


@dataclass(frozen=True, slots=True)
class Known:
    """A tool, and what it does."""

    wish: type[Record]
    look: Look
    description: str


KNOWN: dict[str, Known] = {
    "search_jobs": Known(
        Search, looks.search_jobs, "Find jobs by words and status. Gives each an id, such as J3."
    ),
    "look_at_job": Known(OneJob, looks.look_at_job, "One job with its history, notes and posting."),
    "statistics": Known(
        Period, papers.statistics, "The counted numbers of the search, with their intervals."
    ),
    "upcoming": Known(Ahead, looks.upcoming, "Next steps, deadlines and interviews under way."),
    "silent_jobs": Known(
        Some, looks.silent_jobs, "Applications silent past the person's usual wait."
    ),
    "stuck_jobs": Known(Some, looks.stuck_jobs, "Open jobs that have not moved for long."),
    "pay": Known(Nothing, looks.pay, "What offers and postings say they pay."),
    "resume_sections": Known(Papers, papers.resume_sections, "What a resume says."),
    "match_report": Known(
        Held, papers.match_report, "How a resume meets a job's posting, with evidence."
    ),
    "propose_change": Known(
        Change,
        propose_change,
        "Show the person a card with a change to one job, to accept or decline. Changes nothing.",
    ),
}


class Tools:
    """The tools of one conversation, over one person's records."""

    def __init__(self, view: View, names: tuple[str, ...]) -> None:
        self._view = view
        self._names = names

    @property
    def declared(self) -> tuple[Tool, ...]:
        """Return the tools as a model is told of them."""
        return tuple(Tool(name, KNOWN[name].description, KNOWN[name].wish) for name in self._names)

    async def use(self, call: ToolCall) -> Finding:
        """Return what a call finds; one that cannot be answered is told why."""
        if call.name not in self._names:
            return Finding("There is no such tool.", "")
        known = KNOWN[call.name]
        try:
            return await known.look(self._view, known.wish.check(call.arguments))
        except VaultError as problem:
            fields = getattr(problem, "fields", {})
            said = [str(problem), *(f"{name}: {words}" for name, words in fields.items())]
            return Finding(" ".join(said), "")
