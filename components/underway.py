"""A screen that is on its way."""

from nicegui import ui


class Underway(ui.element, component="underway.js"):
    """Shows that another screen was asked for, until it stands; on a quick line nobody sees it."""
