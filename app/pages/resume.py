"""One resume: its versions, and what a program reads in the one that is looked at."""

from nicegui import ui

from app.desk import Desk
from components.curriculum_form import CurriculumForm
from components.page_view import PageView
from components.parted import Parted
from components.resume_head import ResumeHead
from components.transcript_view import TranscriptView
from components.upload_area import UploadArea
from components.version_list import VersionList
from services.parsing.curriculum import Curriculum
from services.resumes.resume import Resume

PARTS = (("read", "As read"), ("contents", "Contents"))


async def resume_page(desk: Desk, resume: str, version: str = "") -> None:
    """Show a version of a resume, the current one if none is named."""
    held = await desk.vault.resumes.get(desk.owner, resume)
    number = int(version) if version.isdecimal() and len(version) < 6 else None
    screen = ResumeScreen(desk, held, held.find(number).number)
    await screen.show()
    ui.page_title(f"{held.name} · CareerVault")
    desk.show(news=screen.show)


class ResumeScreen:
    """The parts of the page, and what each of them does to the resume."""

    def __init__(self, desk: Desk, resume: Resume, number: int) -> None:
        self._desk, self._resumes, self._owner = desk, desk.vault.resumes, desk.owner
        self._resume, self._number = resume.id, number
        paper = f"/papers/{resume.id}/{number}"
        with ui.element("div").classes("cv-resume-top"):
            self._head = ResumeHead(self._rename, self._trash, self._restore)
            self._upload = UploadArea(resume.id, lambda _, number: self._look_at(number))
        self._versions = VersionList(self._choose)
        with ui.element("div").classes("cv-paper"):
            PageView(paper)
            with ui.element("div").classes("cv-panel-card"):
                parted = Parted("What was read", PARTS)
            with parted.part("read"):
                TranscriptView(paper, self._correct, self._look_at)
            with parted.part("contents"):
                self._contents = CurriculumForm(paper, self._confirm)

    async def show(self, _: int = 0) -> None:
        """Show the resume as it is now."""
        resume = await self._resumes.get(self._owner, self._resume)
        sent = await self._resumes.sent(self._owner)
        contents = await self._resumes.contents(self._owner, self._resume, self._number)
        if not self._head.is_deleted:  # by who went on to another version meanwhile
            self._head.show(resume)
            self._upload.set_visibility(resume.trashed is None)
            self._versions.show(resume, self._number, sent)
            self._contents.show(contents.curriculum, contents.is_confirmed)

    async def _rename(self, name: str) -> Resume:
        return await self._resumes.rename(self._owner, self._resume, name)

    async def _trash(self) -> None:
        await self._resumes.trash(self._owner, self._resume)
        self._desk.say("Put in the trash. It waits below your resumes; restore it there.")

    async def _restore(self) -> None:
        await self._resumes.restore(self._owner, self._resume)

    async def _choose(self, number: int) -> None:
        await self._resumes.choose(self._owner, self._resume, number)

    async def _correct(self, text: str) -> int:
        added = await self._resumes.correct(self._owner, self._resume, self._number, text)
        return added.number

    async def _look_at(self, number: int) -> None:
        self._desk.go(f"/resumes/{self._resume}?version={number}")

    async def _confirm(self, curriculum: Curriculum) -> None:
        await self._resumes.confirm(self._owner, self._resume, self._number, curriculum)
