"""One job: everything of it, its notes as they are typed, its history."""

from typing import Any

from nicegui import ui

from app.desk import Desk, say
from app.editing import Editing
from components.job_form import JobForm
from components.job_head import JobHead
from components.long_text import LongText
from components.timeline import Timeline


async def job_page(desk: Desk, job: str) -> None:
    """Show one job; each field saves itself, and other tabs' changes appear."""
    vault, owner = desk.vault, desk.owner
    editing = Editing(desk, await vault.jobs.get(owner, job))
    stages = (await vault.people.profile(owner)).stages

    async def correct(index: int, changes: dict[str, Any] | None) -> None:
        await vault.jobs.correct(owner, job, index, changes)

    async def revert(seq: int) -> None:
        await vault.history.revert(owner, job, seq)

    async def discard() -> None:
        await vault.jobs.trash(owner, [job])
        say("Put in the trash. Press u to undo.")
        ui.navigate.to("/")

    async def restore() -> None:
        await vault.jobs.restore(owner, [job])

    def text(field: str, label: str) -> LongText:
        return LongText(
            label,
            f"careervault-{field}-{job}",
            getattr(editing.job, field),
            editing.job.version,
            lambda typed, seen: editing.save_text(field, typed, seen),
        )

    async def show(_: int = 0) -> None:
        await editing.reload()
        head.show(editing.job, stages)
        form.show(editing.job)
        notes.show(editing.job.notes, editing.job.version)
        posting.show(editing.job.posting, editing.job.version)
        timeline.show(editing.job, await vault.jobs.events(owner, job), stages)

    head = JobHead(stages, editing.save, discard, restore)
    with ui.element("div").classes("cv-job"):
        with ui.element("div"):
            with ui.element("section").classes("cv-panel-card"):
                form = JobForm(editing.save)
                form.add_essentials()
                form.add_next()
                form.add_details()
            with ui.element("section").classes("cv-panel-card"):
                notes = text("notes", "Notes")
            with ui.element("section").classes("cv-panel-card"):
                posting = text("posting", "Posting")
        with ui.element("aside").classes("cv-panel-card"):
            timeline = Timeline(correct, revert)
    await show()
    ui.page_title(f"{editing.job.company} · CareerVault")
    desk.show(news=show, key=lambda name: form.focus("company") if name == "edit" else None)
