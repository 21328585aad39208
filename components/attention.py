"""Whether somebody is at the page."""

from collections.abc import Callable

from nicegui import ui


class Attention(ui.element, component="attention.js"):
    """Says when the page is left alone, hidden or untouched for minutes, and when it is used again.

    Nothing else of what is done at the page is told.
    """

    def __init__(self, on_change: Callable[[bool], None]) -> None:
        super().__init__()
        self.on("attention", lambda event: on_change(event.args is True))
