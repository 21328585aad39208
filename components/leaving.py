"""Going away from a field by going away from its page."""

from nicegui import ui


class Leaving(ui.element, component="leaving.js"):
    """A field that somebody types in is left before its page is: by Back, a reload, a closed tab.

    So what saves itself when it is left is saved then too.
    """
