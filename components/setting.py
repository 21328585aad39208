"""One subject of a settings screen: its name and a word about it, then what can be set."""

from html import escape

from nicegui import ui


class Setting(ui.element):
    """A section whose content is what is made inside its `with`."""

    def __init__(self, name: str, about: str) -> None:
        super().__init__("section")
        self.classes("cv-setting").props(f'aria-label="{escape(name)}"')
        with self, ui.element("header"):
            ui.html(escape(name), sanitize=False, tag="h2")
            ui.html(escape(about), sanitize=False, tag="p")
