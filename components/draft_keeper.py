"""Keeps what is typed into a form across a reload or a lost connection."""

from collections.abc import Callable
from typing import Any

from nicegui import ui


class DraftKeeper(ui.element, component="draft_keeper.js"):
    """Placed inside a form: remembers its fields in this tab until they are sent or reset.

    `on_restore` is called with the values by field name when the form comes back unsent.
    """

    def __init__(self, key: str, on_restore: Callable[[dict[str, Any]], object]) -> None:
        super().__init__()
        self._props["storage"] = key
        self.on("restore", lambda event: on_restore(event.args))

    def hold(self, chosen: dict[str, Any]) -> None:
        """Remember what was chosen, too: unlike what is typed, it does not stand in the form."""
        self.run_method("hold", chosen)

    def keep(self) -> None:
        """Go on remembering what was sent: it was refused."""
        self.run_method("keep")
