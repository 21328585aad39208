"""Adding a job: company, position, and as much more as one likes."""

from typing import Any

from nicegui import ui

from app.desk import Desk
from components.alike import Alike
from components.draft_keeper import DraftKeeper
from components.job_form import JobForm
from services.jobs.job import JobDraft

DRAFT = "careervault-new-job"
"""Where a tab keeps what was typed, by field."""

SHORT = frozenset({"company", "position", "applied_on"})
"""What can be typed while the rest is folded away."""


async def add_job(desk: Desk) -> None:
    """Show a short form; the rest is folded away, and what is typed survives a reload."""
    ui.page_title("Add a job · CareerVault")
    today = await desk.vault.jobs.today(desk.owner)
    stages = (await desk.vault.people.profile(desk.owner)).stages
    resumes = await desk.resume_names()

    async def save() -> None:
        job = await desk.vault.jobs.add(desk.owner, form.draft(JobDraft))
        desk.say(f"Added {job.company}, {job.position}.", can_undo=True)
        desk.go(f"/jobs/{job.id}")

    async def look(values: dict[str, Any]) -> None:
        company, position = str(values["company"]), str(values["position"])
        url = str(values.get("url", ""))
        cards = await desk.vault.jobs.alike(desk.owner, company, position, url)
        alike.show(cards[:5], len(cards), stages)

    def fill(kept: dict[str, Any]) -> None:
        more.set_value(bool(set(kept) - SHORT))
        form.fill(kept)

    ui.label("Add a job").classes("cv-page-title").props("role=heading aria-level=1")
    with ui.element("form").classes("cv-form").on("submit.prevent", save) as sheet:
        form = JobForm(resumes)
        form.add_essentials()
        form.add_standing(stages, today.isoformat())
        alike = Alike()
        more = _add_more(form)
        with ui.element("div").classes("cv-actions"):
            ui.button("Save").props("type=submit unelevated no-caps")
            ui.button("Cancel", on_click=lambda: desk.go("/")).props("type=reset flat no-caps")
    with sheet:
        DraftKeeper(DRAFT, fill)
    form.on_typed(("company", "position", "url"), look)
    desk.show()
    form.focus("company")


def _add_more(form: JobForm) -> ui.expansion:
    with ui.expansion("More about it").classes("cv-more w-full") as more:
        form.add_details()
        form.add_salary()
        form.add_next()
        form.add_text("posting", "Posting")
        form.add_text("notes", "Notes")
    return more
