"""In which time zone somebody is."""

from collections.abc import Awaitable, Callable

from nicegui import ui


class Whereabouts(ui.element, component="whereabouts.js"):
    """Tells `on_tell(zone)` once, when the page opens, which time zone the browser is in."""

    def __init__(self, on_tell: Callable[[str], Awaitable[None]]) -> None:
        super().__init__()
        self.on("zone", lambda event: on_tell(str(event.args)))
