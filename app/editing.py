"""Editing one job on a page: saving each field, and settling with other tabs who wrote it too."""

from typing import Any

from nicegui import ui

from app.desk import Desk, is_left
from components.long_text import Answer, Disputed, Refused, Saved
from services.errors import Invalid
from services.jobs.clash import Changed
from services.jobs.job import Job


class Editing:
    """One job as the page last saw it."""

    def __init__(self, desk: Desk, job: Job) -> None:
        self.desk = desk
        self.job = job

    async def reload(self) -> bool:
        """Read the job again; tell whether it is another version now."""
        known = self.job.version
        self.job = await self.desk.vault.jobs.get(self.desk.owner, self.job.id)
        return self.job.version != known

    async def save(self, field: str, value: Any, seen: int | None = None) -> Job:
        """Write a field that was typed over the version `seen`, and return the job as it stands.

        If the field was changed elsewhere since, show both values and do what is chosen.
        """
        try:
            self.job = await self._edit({field: value}, seen or self.job.version)
        except Changed as clash:
            self.job = clash.job
            if is_left():
                raise  # They have left the page: there is nobody to ask.
            theirs = await self._spoken(field, getattr(clash.job, field))
            if await _keeps_own(field, theirs, await self._spoken(field, value)):
                self.job = await self._edit({field: value}, clash.job.version)
        return self.job

    async def save_text(self, field: str, text: str, seen: int) -> Answer:
        """Write a long text that was typed over the version `seen`."""
        try:
            self.job = await self._edit({field: text}, seen)
        except Changed as clash:
            return Disputed(getattr(clash.job, field), clash.job.version)
        except Invalid as problem:
            return Refused(problem.fields.get(field, str(problem)))
        return Saved(self.job.version)

    async def _spoken(self, field: str, value: Any) -> str:
        if value in (None, "", [], ()):
            return "nothing"
        if field == "resume":
            return (await self.desk.resume_names()).spoken(value)
        return str(value)

    async def _edit(self, changes: dict[str, Any], seen: int) -> Job:
        return await self.desk.vault.jobs.edit(self.desk.owner, self.job.id, changes, seen=seen)


async def _keeps_own(field: str, theirs: str, yours: str) -> bool:
    title = f"The {field.replace('_', ' ')} was changed elsewhere"
    with ui.dialog().props("persistent") as dialog, ui.card().classes("cv-panel-card"):
        dialog.props["aria-label"] = title
        ui.label(title).classes("cv-dialog-title")
        ui.label(f"There it now reads: {theirs}").props("dir=auto")
        ui.label(f"You were about to write: {yours}").props("dir=auto")
        with ui.row():
            ui.button("Keep the other", on_click=lambda: dialog.submit(False)).props("flat no-caps")
            ui.button("Write mine", on_click=lambda: dialog.submit(True)).props("no-caps")
    return bool(await dialog)
