"""Files that are being read without a tab that waits for them, and those that could not be."""

from collections.abc import Awaitable, Callable, Sequence

from components.asking import Asking
from components.entered import Entered
from components.icons import OUTLINES
from services.resumes.reading import Reading


class ReadingList(Asking, component="reading_list.js"):
    """Lists files that are on their way; `on_dismiss` is called with a reading's id."""

    def __init__(self, on_dismiss: Callable[[str], Awaitable[None]]) -> None:
        super().__init__()
        self._props["icons"] = {name: OUTLINES[name] for name in ("close", "warning")}

        async def dismiss(entered: Entered) -> None:
            await on_dismiss(str(entered["id"]))

        self.on_asked("dismiss", dismiss)

    def show(self, readings: Sequence[Reading]) -> None:
        """Show these files; nothing if there are none."""
        self._props["readings"] = [
            {"id": each.id, "name": each.file_name, "problem": each.problem} for each in readings
        ]
        self.update()
