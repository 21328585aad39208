"""The head of a resume's page: its name, and the way to the trash and back."""

from collections.abc import Awaitable, Callable
from typing import Any

from components.asking import Asking
from components.entered import Entered
from components.icons import OUTLINES
from services.resumes.resume import Resume

Rename = Callable[[str], Awaitable[Resume]]
Act = Callable[[], Awaitable[Any]]


class ResumeHead(Asking, component="resume_head.js"):
    """Shows the name, which can be changed in place; `on_rename(name)` returns the resume."""

    def __init__(self, on_rename: Rename, on_trash: Act, on_restore: Act) -> None:
        super().__init__()
        self._props["icons"] = {"trash": OUTLINES["trash"]}

        async def rename(entered: Entered) -> str:
            return (await on_rename(str(entered["name"]))).name

        async def trash(_: Entered) -> None:
            await on_trash()

        async def restore(_: Entered) -> None:
            await on_restore()

        self.on_asked("rename", rename)
        self.on_asked("trash", trash)
        self.on_asked("restore", restore)

    def show(self, resume: Resume) -> None:
        """Show the resume as it is now."""
        self._props["name"] = resume.name
        self._props["trashed"] = resume.trashed is not None
        self.update()
