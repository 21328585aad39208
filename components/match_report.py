"""How a resume meets a posting, requirement by requirement."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from nicegui import ui
from nicegui.events import GenericEventArguments

from components.entered import Entered
from components.icons import OUTLINES
from components.match_words import groups
from services.matching.coverage import Coverage
from services.reading.transcript import TextLine

Look = Callable[[int], Awaitable[None]]

_MODULES = {"careervault-papers": "papers", "careervault-match": "matching"}


class MatchReport(ui.element, component="match_report.js", esm=_MODULES):
    """Shows a coverage: what is asked for, how well it is evidenced, and the lines that say so.

    A line that is pointed at is pointed at on its page too, where a `PageView` shows the paper.
    `on_look(index)` is called when one of the earlier results is chosen.
    """

    def __init__(self, on_look: Look | None = None) -> None:
        super().__init__()
        self._props["icons"] = {name: OUTLINES[name] for name in ("warning", "info", "back")}

        async def look(event: GenericEventArguments) -> None:
            if on_look:
                await on_look(Entered({"index": event.args}).whole("index"))

        self.on("look", look)

    def show(
        self,
        coverage: Coverage,
        *,
        name: str,
        lines: Sequence[TextLine] = (),
        paper: str = "",
        at: datetime | None = None,
        is_past: bool = False,
    ) -> None:
        """Show what was found in the resume called `name`, whose lines these are.

        `paper` is the address of its pages where there are pictures of them. `at` is when it was
        compared; `is_past` says that posting or resume may have changed since.
        """
        self._props["report"] = {
            "words": coverage.words,
            "warnings": coverage.warnings,
            "groups": groups(coverage, lines),
            "matcher": coverage.version,
            "name": name,
            "at": at.isoformat() if at else "",
            "past": is_past,
            "paper": paper,
            "paged": any(line.page for line in lines),
        }
        self._props["wanted"] = None
        self.update()

    def show_history(self, results: Sequence[tuple[datetime, str, str]]) -> None:
        """Offer earlier results: when, of which resume, and what was found in words."""
        self._props["history"] = [
            {"at": at.isoformat(), "name": name, "words": words} for at, name, words in results
        ]
        self.update()

    def ask_for(self, words: str, deed: str, address: str) -> None:
        """Say what is missing and lead there; `#id` is a field of the page to write in."""
        self._props["report"] = None
        self._props["wanted"] = {"words": words, "deed": deed, "address": address}
        self.update()
