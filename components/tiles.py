"""A row of numbers with their names."""

from collections.abc import Sequence

from nicegui import ui


class Tiles(ui.element, component="tiles.js"):
    """Shows pairs of a name and a number; all of them are one element."""

    def __init__(self, tiles: Sequence[tuple[str, int]] = ()) -> None:
        super().__init__()
        self.show(tiles)

    def show(self, tiles: Sequence[tuple[str, int]]) -> None:
        """Show these numbers."""
        self._props["tiles"] = [list(tile) for tile in tiles]
        self.update()
