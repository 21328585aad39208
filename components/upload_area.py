"""Where files are dropped or chosen, and how far each of them is."""

from collections.abc import Awaitable, Callable

from nicegui import ui
from nicegui.events import GenericEventArguments

from components.entered import Entered
from components.icons import OUTLINES

ACCEPTED = ".pdf,.docx,.txt,.md,.json,image/*"
MOST_BYTES = 10_000_000

Kept = Callable[[str, int], Awaitable[None]]


class UploadArea(ui.element, component="upload_area.js"):
    """Sends files one after another to `/uploads/resumes` and says what became of each.

    With `resume` each file becomes that resume's next version, and the area is a mere button.
    `on_kept(resume, number)` is called for each file that is kept, or was kept before.
    """

    def __init__(self, resume: str = "", on_kept: Kept | None = None) -> None:
        super().__init__()
        self._props["resume"] = resume
        self._props["accepted"] = ACCEPTED
        self._props["most"] = MOST_BYTES
        self._props["icons"] = {
            name: OUTLINES[name] for name in ("upload", "close", "check", "warning")
        }

        async def kept(event: GenericEventArguments) -> None:
            sent = Entered(event.args)
            if on_kept:
                await on_kept(str(sent["resume"]), sent.whole("number"))

        self.on("kept", kept)
