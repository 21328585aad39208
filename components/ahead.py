"""What other screens are made of, fetched while this one has nothing to do."""

from collections.abc import Sequence

from nicegui import ui


class Ahead(ui.element, component="ahead.js"):
    """Brings modules, by their names in the import map, into the browser's cache.

    Without it they are fetched when they are wanted; whoever saves data has them only then.
    """

    def __init__(self, modules: Sequence[str]) -> None:
        super().__init__()
        self._props["modules"] = list(modules)
