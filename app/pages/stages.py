"""A person's own stages."""

from collections import Counter

from nicegui import ui

from app.desk import Desk
from components.stage_list import StageList
from services.jobs.stages import Stages


async def stages_page(desk: Desk) -> None:
    """Show the stages to arrange; other tabs' arrangements appear, and theirs see ours."""
    ui.page_title("Stages · CareerVault")
    people, jobs = desk.vault.people, desk.vault.jobs

    async def arrange(stages: Stages, seen: Stages) -> Stages:
        profile = await people.arrange(desk.owner, stages, seen)
        return profile.stages

    async def show(_: int = 0) -> None:
        cards = await jobs.cards(desk.owner)
        counts = Counter(card.stage for card in cards)
        listed.show((await people.profile(desk.owner)).stages, counts)

    with ui.element("header").classes("cv-page-head"):
        ui.html("Stages", tag="h1", sanitize=False).classes("cv-page-title")
        ui.link("Back to your jobs", "/").classes("cv-button")
    ui.label(
        "The columns of your board, in your words. A stage's kind says what it means to the "
        "numbers, so you may rename and reorder as you like."
    ).classes("cv-lead")
    listed = StageList(arrange)
    await show()
    desk.show(news=show)
