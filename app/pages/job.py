"""One job: everything of it, its notes as they are typed, its history."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from nicegui import ui

from app.desk import Desk
from app.editing import Editing
from app.pages.job_advice import JobAdvice
from app.pages.job_dossiers import JobDossiers
from app.pages.job_match import JobMatch
from components.contents import Contents
from components.field_keeper import FieldKeeper
from components.job_form import JobForm
from components.job_head import JobHead
from components.long_text import LongText
from components.resume_names import ResumeNames
from components.timeline import Timeline
from services.jobs.stages import Stages

PARTS = (
    ("cv-notes", "Notes"),
    ("cv-details", "Details"),
    ("cv-posting", "Posting"),
    ("cv-history", "History"),
    ("cv-match", "Match"),
    ("cv-advice", "Advice"),
    ("cv-sent", "Sent"),
)
"""What the page is long with."""


async def job_page(desk: Desk, job: str) -> None:
    """Show one job; each field saves itself, and other tabs' changes appear."""
    editing = Editing(desk, await desk.vault.jobs.get(desk.owner, job))
    stages = (await desk.vault.people.profile(desk.owner)).stages
    missing = await desk.vault.models.missing(desk.owner)
    screen = JobScreen(editing, stages, await desk.resume_names(), missing)
    await screen.show()
    ui.timer(0, screen.show_papers, once=True)
    ui.page_title(f"{editing.job.company} · CareerVault")
    desk.show(
        news=screen.hear,
        key=lambda name: screen.form.focus("company") if name == "edit" else None,
    )


class JobScreen:
    """The parts of the page, and what each of them does to the job."""

    def __init__(
        self, editing: Editing, stages: Stages, resumes: ResumeNames, missing: str
    ) -> None:
        self._editing = editing
        self._vault, self._owner = editing.desk.vault, editing.desk.owner
        self._job = editing.job.id
        self._head = JobHead(stages, editing.save, self._discard, self._restore)
        Contents(PARTS)
        with ui.element("div").classes("cv-job"):
            with ui.element("div"):
                self.form = JobForm(resumes, editing.save, editing.job)
                with self._part("next", "Next"):
                    self.form.add_next()
                self._notes = self._text("notes", "Notes")
                with self._part("details", "Details"):
                    self.form.add_essentials()
                    self.form.add_details()
                    self.form.add_salary()
                self._posting = self._text("posting", "Posting")
            key = f"careervault-fields-{self._job}"
            self._keeper = FieldKeeper(key, editing.job.version, self.form.put_back)
            with ui.element("aside").classes("cv-panel-card").props("id=cv-history"):
                self._timeline = Timeline(self._correct, self._revert)
        with ui.element("div").classes("cv-job-papers"):
            self._match = JobMatch(editing.desk, editing.job, self._advise)
            self._advice = JobAdvice(editing, missing)
            self._dossiers = JobDossiers(editing.desk, self._job)

    async def hear(self, _: int) -> None:
        """Show everything as it stands now."""
        await self.show()
        await self.show_papers()

    async def show(self) -> None:
        """Show the job as it stands now."""
        await self._editing.reload()
        job = self._editing.job
        stages = (await self._vault.people.profile(self._owner)).stages
        resumes = await self._editing.desk.resume_names()
        self._head.show(job, stages)
        self.form.show(job, resumes)
        self._keeper.show(job.version)
        self._notes.show(job.notes, job.version)
        self._posting.show(job.posting, job.version)
        events = await self._vault.jobs.events(self._owner, self._job)
        self._timeline.show(job, events, stages, resumes)

    async def show_papers(self) -> None:
        """Compare and list the job's papers, which may take a moment and so come after the rest."""
        await self._match.show(self._editing.job)
        await self._advise()
        await self._dossiers.show()

    async def _advise(self) -> None:
        await self._advice.show(self._match.key)

    @contextmanager
    def _part(self, part: str, name: str) -> Iterator[None]:
        with ui.element("section").classes("cv-panel-card").props(f"id=cv-{part}"):
            ui.label(name).props("role=heading aria-level=2")
            yield

    def _text(self, field: str, label: str) -> LongText:
        job, save_text = self._editing.job, self._editing.save_text
        with ui.element("section").classes("cv-panel-card").props(f"id=cv-{field}"):
            return LongText(
                label,
                f"careervault-{field}-{job.id}",
                getattr(job, field),
                job.version,
                lambda typed, seen: save_text(field, typed, seen),
            )

    async def _correct(self, index: int, changes: dict[str, Any] | None) -> None:
        await self._vault.jobs.correct(self._owner, self._job, index, changes)

    async def _revert(self, seq: int) -> None:
        await self._vault.history.revert(self._owner, self._job, seq)

    async def _discard(self) -> None:
        await self._vault.jobs.trash(self._owner, [self._job])
        self._editing.desk.say("Put in the trash.", can_undo=True)
        self._editing.desk.go("/")

    async def _restore(self) -> None:
        await self._vault.jobs.restore(self._owner, [self._job])
