"""Suggestions as changes to a resume, each to accept, to reword or to reject."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from components.advice_words import told
from components.asking import Asking
from components.entered import Entered
from components.icons import OUTLINES
from services.advice.edits import Accepted, Edit
from services.advice.result import Source, Statement
from services.errors import Invalid

Tailor = Callable[[list[Accepted]], Awaitable[dict[str, Any]]]
Link = Callable[[], Awaitable[None]]

_MODULES = {"careervault-advice": "advice", "careervault-papers": "papers"}
_ICONS = ("check", "close", "edit", "warning", "document", "download")
_KINDS = {
    "achievement": "Achievement",
    "keyword": "Keyword",
    "gap": "Gap",
    "structure": "Structure",
}


class EditList(Asking, component="edit_list.js", esm=_MODULES):
    """Shows each change word by word; what was decided is kept in the browser until it is used.

    `on_tailor(accepted)` makes the new version and returns its `resume` id, its `number` and
    whether the job has it already (`linked`); `on_link()` sends that version with the job.
    """

    def __init__(self, on_tailor: Tailor, on_link: Link) -> None:
        super().__init__()
        self._props["icons"] = {name: OUTLINES[name] for name in _ICONS}

        async def tailor(entered: Entered) -> dict[str, Any]:
            return await on_tailor(_accepted(entered["accepted"]))

        async def link(_: Entered) -> None:
            await on_link()

        self.on_asked("tailor", tailor)
        self.on_asked("link", link)

    def show(
        self,
        key: str,
        edits: Sequence[Edit],
        suggestions: Sequence[Statement],
        *,
        name: str,
        paper: str,
    ) -> None:
        """Show the changes to the version called `name`; `key` is the advice they come from."""
        facts = {
            "advice": key,
            "name": name,
            "paper": paper,
            "edits": [_told(each, suggestions[each.index]) for each in edits],
        }
        if facts != {name: self._props.get(name) for name in facts}:
            self._props.update(facts)
            self.update()

    def show_nothing(self) -> None:
        """Show nothing."""
        self.show("", (), (), name="", paper="")


def _told(edit: Edit, suggestion: Statement) -> dict[str, Any]:
    quotes = suggestion.quotes_of(Source.RESUME)
    return {
        "index": edit.index,
        "kind": _KINDS.get(edit.kind, edit.kind),
        "why": told(suggestion)["texts"].get("why", {}).get("pieces", []),
        "before": edit.before,
        "after": edit.said.text,
        "beside": quotes[0].text if quotes and not edit.before else "",
        "line": edit.line,
        "doubts": [
            {"text": words, "reason": mark.reason}
            for words, mark in zip(edit.said.doubtful, edit.marks, strict=True)
        ],
        "advice": edit.is_advice,
        "stale": edit.is_stale,
        "asked": [quote.text for quote in suggestion.quotes_of(Source.POSTING)],
    }


def _accepted(sent: Any) -> list[Accepted]:
    if not isinstance(sent, list) or len(sent) > 100:
        raise Invalid("Please choose from the suggestions.")
    return [Accepted.check(Entered(each)) for each in sent]
