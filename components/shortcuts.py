"""Keyboard shortcuts, their help and the command palette, for every screen."""

from collections.abc import Callable

from nicegui import ui
from nicegui.events import GenericEventArguments


class Shortcuts(ui.element, component="shortcuts.js"):
    """Listens for keys while nobody is typing and says their names: `on_key("undo")`.

    Each is offered first, as the document's event "shortcut", to what is on the page.
    """

    def __init__(self, rows: str = "/rows") -> None:
        super().__init__()
        self._props["rows"] = rows

    def on_key(self, callback: Callable[[str], object]) -> None:
        """Call back with the name of each shortcut that was pressed or chosen."""

        async def pressed(event: GenericEventArguments) -> None:
            result = callback(str(event.args))
            if hasattr(result, "__await__"):
                await result

        self.on("key", pressed)
