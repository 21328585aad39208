"""What the numbers of the search say: pictures, the ghost clock, the goal for a week."""

from urllib.parse import urlencode

from nicegui import ui

from app.desk import Desk
from components.pictures import Pictures
from services.jobs.stages import Outcome


async def analytics_page(desk: Desk) -> None:
    """Show the pictures; what is pointed at opens the list of its jobs."""
    ui.page_title("Analytics · CareerVault")
    vault, owner = desk.vault, desk.owner

    def show_jobs(picture: str, part: str, period: str) -> None:
        place = {"view": "table", "picture": picture, "part": part, "period": period}
        desk.go(f"/?{urlencode(place)}")

    async def set_goal(goal: int | None) -> None:
        await vault.people.choose(owner, {"goal": goal})

    async def mark_ghosted(job: str) -> None:
        await vault.jobs.close(owner, [job], Outcome.GHOSTED)
        desk.say("Marked as ghosted.", can_undo=True)

    with ui.element("header").classes("cv-page-head"):
        ui.html("Analytics", tag="h1", sanitize=False).classes("cv-page-title")
        ui.link("Review the week", "/review").classes("cv-button")
    pictures = Pictures(on_open=show_jobs, on_goal=set_goal, on_ghost=mark_ghosted)

    async def show(_: int) -> None:
        pictures.refresh()

    desk.show(news=show)
