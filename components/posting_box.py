"""A room for a posting that belongs to no job yet."""

from collections.abc import Awaitable, Callable

from nicegui import ui
from nicegui.events import GenericEventArguments

from components.entered import Entered
from services.record import Record, Text

Read = Callable[[str], Awaitable[None]]
Track = Callable[[], Awaitable[None]]


class Pasted(Record):
    """What was pasted."""

    text: Text


class PostingBox(ui.element, component="posting_box.js"):
    """Takes a posting and keeps it in this tab over a reload.

    `on_read(posting)` is called when it has changed. `on_track()` is called when it should become
    a job: the form that keeps its draft under `draft` finds the posting there, and what was handed
    to `carry`.
    """

    def __init__(self, draft: str, on_read: Read, on_track: Track) -> None:
        super().__init__()
        self._props["draft"] = draft

        async def read(event: GenericEventArguments) -> None:
            await on_read(Pasted.check({"text": Entered({"text": event.args})["text"]}).text)

        self.on("read", read)
        self.on("track", on_track)

    def carry(self, **values: str) -> None:
        """Let the draft hold these values, by field, besides the posting."""
        self._props["values"] = values
        self.update()
