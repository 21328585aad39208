"""A week or a month of the search, to look back on and to print."""

from nicegui import ui

from app.desk import Desk
from components.review_sheet import ReviewSheet


async def review_page(desk: Desk, week: str = "", month: str = "") -> None:
    """Show the week or the month that the address names, or else this week."""
    sheet = ReviewSheet()

    async def show(_: int = 0) -> None:
        review = await desk.vault.analytics.review(desk.owner, week or month)
        ui.page_title(f"{review.title} · CareerVault")
        sheet.show(review)

    await show()
    desk.show(news=show)
