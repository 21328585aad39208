"""Several versions side by side against one posting: requirements down, versions across."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from nicegui import ui
from nicegui.events import GenericEventArguments

from components.entered import Entered
from components.match_words import groups
from services.errors import Invalid
from services.matching.coverage import Coverage
from services.reading.transcript import TextLine

Use = Callable[[str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Column:
    """One version and what was found in it; `key` is what a job keeps to name the version."""

    key: str
    name: str
    coverage: Coverage
    lines: Sequence[TextLine] = ()


class MatchTable(ui.element, component="match_table.js", esm={"careervault-match": "matching"}):
    """Shows coverages of the same posting, the one with the most evidence first.

    `on_use(key)` is called when a version is chosen to be the one that is sent.
    """

    def __init__(self, on_use: Use | None = None) -> None:
        super().__init__()
        self._keys: list[str] = []
        self._props["usable"] = on_use is not None

        async def use(event: GenericEventArguments) -> None:
            index = Entered({"index": event.args}).whole("index")
            if not 0 <= index < len(self._keys):
                raise Invalid("This version is no longer shown.")
            if on_use:
                await on_use(self._keys[index])

        self.on("use", use)

    def show(self, columns: Sequence[Column], sent: str = "") -> None:
        """Show these versions; `sent` is the key of the one that the job names."""
        ordered = sorted(columns, key=lambda each: (-each.coverage.met, -each.coverage.score))
        self._keys = [each.key for each in ordered]
        most = {each.coverage.met for each in ordered}
        self._props["columns"] = [
            {
                "name": each.name,
                "words": each.coverage.words,
                "warnings": each.coverage.warnings,
                "most": len(most) > 1 and each.coverage.met == max(most),
                "sent": bool(sent) and each.key == sent,
            }
            for each in ordered
        ]
        self._props["groups"] = _across([groups(each.coverage, each.lines) for each in ordered])
        self.update()


def _across(columns: Sequence[list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return the first column's rows, each with the cells of all columns beside one another.

    What is asked for comes from the posting alone, so it is the same in every column.
    """
    return [
        {
            "name": same[0]["name"],
            "rows": [
                {name: rows[0][name] for name in ("name", "sort", "quote")} | {"cells": rows}
                for rows in zip(*(group["rows"] for group in same), strict=True)
            ],
        }
        for same in zip(*columns, strict=True)
    ]
