"""The way between the screens: a rail on a laptop, a bar on a phone."""

from collections.abc import Awaitable, Callable, Sequence

from nicegui import ui

from components.icons import OUTLINES

Place = tuple[str, str, str]


class Rail(ui.element, component="rail.js"):
    """Links to the places (address, name, icon), the current one marked, and an undo button.

    When the page has had nothing to do for a while it fetches the modules that are wanted `early`
    by other places, so that they are there when one goes to them.
    """

    def __init__(
        self,
        places: Sequence[Place],
        on_undo: Callable[[], Awaitable[None]],
        early: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._props["early"] = list(early)
        self._props["places"] = [
            {"path": path, "name": name, "outline": OUTLINES[icon]} for path, name, icon in places
        ]
        self._props["brand"] = OUTLINES["vault"]
        self._props["undo"] = OUTLINES["undo"]
        self.on("undo", on_undo)
