"""The parts of a long page, each a click away."""

from collections.abc import Sequence

from nicegui import ui


class Contents(ui.element):
    """Links to parts of this page, each given by its id and its name."""

    def __init__(self, parts: Sequence[tuple[str, str]]) -> None:
        super().__init__("nav")
        self.classes("cv-contents").props('aria-label="On this page"')
        with self:
            for part, name in parts:
                ui.link(name, f"#{part}")
