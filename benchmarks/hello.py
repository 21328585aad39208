"""The floor that the dashboard is compared with: NiceGUI's smallest page, at its defaults."""

import sys

from nicegui import ui


@ui.page("/")
def hello() -> None:
    ui.label("Hello world").classes("hello")


ui.run(port=int(sys.argv[1]), reload=False, show=False, show_welcome_message=False)
