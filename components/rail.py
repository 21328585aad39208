"""The way between the screens: a rail on a laptop, a bar on a phone."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple

from nicegui import ui

from components.icons import OUTLINES


class Place(NamedTuple):
    """A screen one can always go to. `rooms` are how the addresses of what belongs to it begin."""

    path: str
    name: str
    icon: str
    rooms: tuple[str, ...] = ()


class Rail(ui.element, component="rail.js"):
    """Links to the places, the current one marked, and an undo button.

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
    return [
        {
            "path": place.path,
            "name": place.name,
            "rooms": place.rooms,
            "outline": OUTLINES[place.icon],
        }
        for place in places
    ]
