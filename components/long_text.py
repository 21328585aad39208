"""A room for long text that saves itself as it is typed."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from nicegui import ui
from nicegui.events import GenericEventArguments

from components.entered import Entered


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a text that was sent: it stands, at this version of its record."""

    version: int


@dataclass(frozen=True, slots=True)
class Disputed:
    """The text was changed elsewhere: `theirs` stands now, at this version of its record."""

    theirs: str
    version: int


@dataclass(frozen=True, slots=True)
class Refused:
    """The text cannot be taken as it is, and why."""

    why: str


Answer = Saved | Disputed | Refused
Save = Callable[[str, int], Awaitable[Answer]]


class LongText(ui.element, component="long_text.js"):
    """Keeps what is typed in the browser until `save(text, seen)` has answered that it stands.

    So nothing is lost when the connection, the page or the server goes away in between: the
    unsaved text is offered again when the page comes back. If the text was changed elsewhere,
    both are shown and the person chooses.
    """

    def __init__(self, label: str, key: str, text: str, version: int, save: Save) -> None:
        super().__init__()
        self._props.update({"label": label, "storage": key, "text": text, "version": version})
        self._save = save
        self.on("save", self._send)

    def show(self, text: str, version: int) -> None:
        """Show the text as it is now; what is typed and unsaved stays and is compared."""
        self.run_method("show", text, version)

    async def _send(self, event: GenericEventArguments) -> None:
        sent = Entered(event.args)
        text, seen = str(sent["text"]), sent.whole("seen")
        match await self._save(text, seen):
            case Saved(version):
                self.run_method("stands", text, version)
            case Disputed(theirs, version):
                self.run_method("dispute", theirs, version)
            case Refused(why):
                self.run_method("refuse", why)
