"""All of a person's resumes, and the way to add more."""

from nicegui import ui

from app.desk import Desk
from components.confirm import confirmed
from components.icons import svg
from components.reading_list import ReadingList
from components.resume_list import ResumeList
from components.upload_area import UploadArea

LAST_WORDS = (
    "All of its versions and their files go. What was sent with an application stays with that job."
)


async def resumes_page(desk: Desk) -> None:
    """Show the resumes; what is added in another tab appears."""
    ui.page_title("Resumes · CareerVault")
    resumes, owner = desk.vault.resumes, desk.owner

    async def trash(resume: str) -> None:
        await resumes.trash(owner, resume)
        desk.say("Put in the trash. It waits below your resumes; restore it there.")

    async def restore(resume: str) -> None:
        await resumes.restore(owner, resume)

    async def erase(resume: str) -> None:
        name = (await resumes.get(owner, resume)).name
        if await confirmed(f"Delete {name} for good?", LAST_WORDS, "Delete for good"):
            await desk.vault.sweep.erase(owner, resume)

    async def show(_: int = 0) -> None:
        every = await resumes.every(owner)
        reading.show(await desk.vault.readings.elsewhere(owner))
        listed.show(every, await resumes.trashed(owner), await resumes.sent(owner))
        nothing.set_visibility(not every)

    with ui.element("header").classes("cv-page-head"):
        ui.label("Resumes").classes("cv-page-title").props("role=heading aria-level=1")
        ui.link("Match a posting", "/match").classes("cv-button")
    UploadArea()
    reading = ReadingList(lambda id: desk.vault.readings.dismiss(owner, id))
    with ui.element("div").classes("cv-empty") as nothing:
        ui.html(svg("document"), sanitize=False)
        ui.label("Bring the resume you send").props("role=heading aria-level=2")
        ui.label("See what a program reads in it, line by line, and put it right.")
        ui.label("Every version is kept, with the jobs it was sent to.")
    listed = ResumeList(trash, restore, erase)
    await show()
    desk.show(news=show)
