"""A week or a month of the search on one page."""

from dataclasses import asdict

from nicegui import ui

from components.icons import OUTLINES
from services.analytics.review import Review


class ReviewSheet(ui.element, component="review_sheet.js"):
    """Shows what a stretch brought, with the ways to its neighbours; made for paper too."""

    def __init__(self) -> None:
        super().__init__()
        self._props["icon"] = OUTLINES["print"]

    def show(self, review: Review) -> None:
        """Show this review."""
        since = review.period.since
        is_week = "W" in review.before
        other = f"month={since:%Y-%m}" if is_week else f"week={since:%G-W%V}"
        name = "The whole month" if is_week else "Its first week"
        self._props["review"] = {
            **asdict(review),
            "other": {"name": name, "address": f"/review?{other}"},
        }
        self.update()
