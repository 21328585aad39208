"""Short notices at the bottom of the window, one at a time."""

from collections.abc import Awaitable, Callable
from typing import Literal

from nicegui import ui

Tone = Literal["plain", "warning", "negative"]


class Notices(ui.element, component="notices.js"):
    """Shows what has been done or went wrong, for a moment; what can be undone has a button."""

    def __init__(self, on_undo: Callable[[], Awaitable[None]]) -> None:
        super().__init__()
        self.on("undo", on_undo)

    def show(self, words: str, tone: Tone = "plain", can_undo: bool = False) -> None:
        """Show these words in place of the last ones."""
        self.run_method("show", words, tone, can_undo)
