"""The fields of a record that are typed in while nobody hears it."""

from collections.abc import Awaitable, Callable

from nicegui import ui
from nicegui.events import GenericEventArguments

from components.entered import Entered

Restore = Callable[[dict[str, str], int], Awaitable[None]]


class FieldKeeper(ui.element, component="field_keeper.js"):
    """Keeps what is typed into inputs with a `data-field` while the server is away.

    Once the page is there again, `on_restore` gets it by field, and the version of the record it
    was typed over. It stays in the tab's own storage, under this key.
    """

    def __init__(self, key: str, version: int, on_restore: Restore) -> None:
        super().__init__()
        self._props["storage"] = key
        self._props["version"] = version

        async def restore(event: GenericEventArguments) -> None:
            kept = Entered(event.args)
            typed = Entered(kept["typed"]).items()
            told = {name: value for name, value in typed if isinstance(value, str)}
            await on_restore(told, kept.whole("seen"))

        self.on("restore", restore)

    def show(self, version: int) -> None:
        """Remember that the page shows this version now."""
        if self._props["version"] != version:
            self._props["version"] = version
            self.update()
