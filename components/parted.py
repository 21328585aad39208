"""A room in parts of which one is seen at a time."""

from collections.abc import Sequence

from nicegui import ui
from nicegui.slot import Slot


class Parted(ui.element, component="parted.js"):
    """Shows one of its parts, each `(name, title)`; the address keeps which over a reload."""

    def __init__(self, label: str, parts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._props["label"] = label
        self._props["parts"] = [{"name": name, "title": title} for name, title in parts]

    def part(self, name: str) -> Slot:
        """Return the room of a part, to be filled in a `with`."""
        return self.add_slot(name)
