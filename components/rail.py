"""The way between the screens: a rail on a laptop, a bar on a phone."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from nicegui import ui

from components.icons import OUTLINES

Place = tuple[str, str, str]


class Rail(ui.element, component="rail.js"):
    """Links to the places (address, name, icon), the current one marked, and an undo button.

    The `further` places, and undo, stand behind "More" on a phone.
    """

    def __init__(
        self,
        places: Sequence[Place],
        further: Sequence[Place],
        on_undo: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__()
        self._props["places"] = _drawn(places)
        self._props["further"] = _drawn(further)
        self._props["outlines"] = {name: OUTLINES[name] for name in ("vault", "undo", "menu")}
        self.on("undo", on_undo)


def _drawn(places: Sequence[Place]) -> list[dict[str, Any]]:
    return [{"path": path, "name": name, "outline": OUTLINES[icon]} for path, name, icon in places]
