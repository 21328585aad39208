"""What the browser's address says of the screen, so that a reload shows the same."""

from nicegui import ui


class AddressBar(ui.element, component="address_bar.js"):
    """Says another address for the screen that is shown, without leaving it."""

    def show(self, path: str) -> None:
        """Show this path; the way back stays as it was."""
        self._props["path"] = path
        self.update()
