"""Light or dark, as the person chose in this browser."""

from nicegui import ui


class Appearance(ui.element, component="appearance.js"):
    """Wears what was chosen, by default what the system wears; with `is_choice`, offers to choose.

    The choice stays in the browser and reaches its other tabs.
    """

    def __init__(self, *, is_choice: bool = False) -> None:
        super().__init__()
        self._props["choice"] = is_choice
