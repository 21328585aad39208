"""Keeps what is typed into a form across a reload or a lost connection."""

from collections.abc import Callable
from typing import Any

from nicegui import ui


class DraftKeeper(ui.element, component="draft_keeper.js"):
    """Placed inside a form: remembers its fields in this tab, and gives them back once.

    `on_restore` is called with the values by field name when the page comes back.
    """

    def __init__(self, key: str, on_restore: Callable[[dict[str, Any]], object]) -> None:
        super().__init__()
        self._props["storage"] = key
        self.on("restore", lambda event: on_restore(event.args))

    def forget(self) -> None:
        """Drop what is remembered: it has been saved."""
        self.run_method("forget")
