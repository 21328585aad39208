"""Adding a job: company, position, and as much more as one likes."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from nicegui import ui

from app.desk import Desk
from components.alike import Alike
from components.draft_keeper import DraftKeeper
from components.new_job_form import NewJobForm
from services.errors import VaultError
from services.jobs.job import Job, JobDraft
from services.jobs.stages import Stages

Look = Callable[[dict[str, Any]], Awaitable[None]]

DRAFT = "careervault-new-job"
"""Where a tab keeps what was typed, by field."""

SHORT = frozenset({"company", "position", "stage", "applied_on"})
"""What can be entered while the rest is folded away."""


async def add_job(desk: Desk) -> None:
    """Show a short form; the rest is folded away, and what is typed survives a reload."""
    ui.page_title("Add a job · CareerVault")
    today = await desk.vault.jobs.today(desk.owner)
    stages = (await desk.vault.people.profile(desk.owner)).stages
    resumes = await desk.resume_names()

    async def add() -> Job:
        try:
            job = await desk.vault.jobs.add(desk.owner, form.draft(JobDraft))
        except VaultError:
            keeper.keep()
            _correct(form, more)
            raise
        desk.say(f"Added {job.company}, {job.position}.", can_undo=True)
        return job

    def fill(kept: dict[str, Any]) -> None:
        more.set_value(bool(set(kept) - SHORT))
        form.fill(kept)

    ui.label("Add a job").classes("cv-page-title").props("role=heading aria-level=1")
    with ui.element("form").classes("cv-form").on("submit.prevent", _saving(desk, add)) as sheet:
        form = NewJobForm(resumes)
        form.add_essentials()
        form.add_standing(stages, today.isoformat())
        alike = Alike()
        more = _add_more(form)
        with ui.element("div").classes("cv-actions"):
            ui.button("Save").props("type=submit unelevated no-caps")
            ui.button("Cancel", on_click=lambda: desk.go("/")).props("type=reset flat no-caps")
    with sheet:
        keeper = DraftKeeper(DRAFT, fill)
    form.on_chosen(keeper.hold)
    form.on_typed(("company", "position", "url"), _looking(desk, alike, stages))
    desk.show()
    form.focus("company")


def _saving(desk: Desk, add: Callable[[], Awaitable[Job]]) -> Callable[[], Awaitable[None]]:
    """Add the job once, however often one clicks, and open it."""
    turn = asyncio.Lock()
    added: list[Job] = []

    async def save() -> None:
        async with turn:
            if not added:
                added.append(await add())
        desk.go(f"/jobs/{added[0].id}")

    return save


def _add_more(form: NewJobForm) -> ui.expansion:
    with ui.expansion("More about it").classes("cv-more w-full") as more:
        form.add_details()
        form.add_salary()
        form.add_next()
        form.add_text("posting", "Posting")
        form.add_text("notes", "Notes")
    return more


def _correct(form: NewJobForm, more: ui.expansion) -> None:
    """Bring the first of what is to be corrected into sight and under the cursor."""
    more.set_value(more.value or bool(set(form.wrong) - SHORT))
    for name in form.wrong[:1]:
        form.focus(name)


def _looking(desk: Desk, alike: Alike, stages: Stages) -> Look:
    async def look(values: dict[str, Any]) -> None:
        company, position = str(values["company"]), str(values["position"])
        url = str(values.get("url", ""))
        cards = await desk.vault.jobs.alike(desk.owner, company, position, url)
        alike.show(cards[:5], len(cards), stages)

    return look
