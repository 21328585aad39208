"""The trash: what was thrown away, until it is restored or deleted for good."""

from nicegui import ui

from app.desk import Desk
from components.confirm import confirmed
from components.icons import svg
from components.trash_list import TrashList


async def trash_page(desk: Desk) -> None:
    """Show the trash, and empty it only after a plain question."""
    ui.page_title("Trash · CareerVault")
    vault, owner = desk.vault, desk.owner

    async def restore(job: str) -> None:
        await vault.jobs.restore(owner, [job])

    async def empty() -> None:
        count = len(await vault.jobs.trashed(owner))
        if await confirmed(
            f"Delete {count:,} for good?",
            "Their notes and their history go too. This is the one thing that cannot be undone.",
            "Delete for good",
        ):
            await vault.trash.empty(owner)

    async def show(_: int = 0) -> None:
        cards = await vault.jobs.trashed(owner)
        listed.show(cards)
        emptying.set_visibility(bool(cards))
        resumes = await vault.resumes.trashed(owner)
        papers.set_visibility(bool(resumes))
        nothing.set_visibility(not cards and not resumes)

    with ui.element("header").classes("cv-page-head"):
        ui.label("Trash").classes("cv-page-title").props("role=heading aria-level=1")
        emptying = ui.button("Empty the trash", on_click=empty).props(
            "outline no-caps color=negative"
        )
    listed = TrashList(restore)
    with ui.element("div").classes("cv-empty") as nothing:
        ui.html(svg("trash"), sanitize=False)
        ui.label("The trash is empty. What you throw away waits here until you say otherwise.")
    papers = ui.link("The resumes in the trash wait below your resumes.", "/resumes")
    papers.classes("cv-link")
    await show()
    desk.show(news=show)
