"""The dashboard: the search at a glance, and every job as a board or a table."""

from typing import Any

from nicegui import ui

from app.desk import Desk
from app.intents import Intents
from components.job_list import JobList
from components.tiles import Tiles


async def dashboard(desk: Desk) -> None:
    """Show all jobs; what is done to them goes to `Intents`."""
    ui.page_title("Jobs · CareerVault")
    profile = await desk.vault.people.profile(desk.owner)
    tiles = Tiles(await numbers(desk))
    intents = Intents(desk)
    jobs = JobList(
        profile.stages.shown,
        today=await desk.vault.jobs.today(desk.owner),
        views=[view.model_dump() for view in profile.views],
        on_open=intents.open,
        on_add=lambda _: desk.go("/jobs/new"),
        on_move=intents.move,
        on_close=intents.close,
        on_edit=intents.edit,
        on_bulk=intents.bulk,
        on_save_view=intents.save_view,
        on_drop_view=intents.drop_view,
    )
    intents.settle = jobs.settle

    async def show(rev: int) -> None:
        profile = await desk.vault.people.profile(desk.owner)
        jobs.show_stages(profile.stages.shown)
        jobs.show_views([view.model_dump() for view in profile.views])
        tiles.show(await numbers(desk))
        jobs.refresh(rev)

    desk.show(news=show)


async def numbers(desk: Desk) -> list[tuple[str, Any]]:
    """Return the tiles: their names and numbers."""
    today = await desk.vault.jobs.today(desk.owner)
    found = await desk.vault.selection.overview(desk.owner, today)
    return [
        ("Open", found.open),
        ("Applied in 7 days", found.applied_this_week),
        ("Interviewing", found.interviewing),
        ("Offers", found.offers),
        ("Steps due", found.due),
    ]
