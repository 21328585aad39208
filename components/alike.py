"""A hint that one may have this job already."""

from collections.abc import Sequence

from nicegui import ui

from services.jobs.job import Card
from services.jobs.stages import Stages


class Alike(ui.element, component="alike.js"):
    """Shows the jobs that look like the one being typed; empty, it takes no room."""

    def show(self, cards: Sequence[Card], total: int, stages: Stages) -> None:
        """Show these jobs, out of `total` that were found."""
        self._props["jobs"] = [
            {
                "id": card.id,
                "words": f"{card.company} · {card.position}",
                "status": card.status(stages),
                "on": str(card.applied_on(stages) or ""),
            }
            for card in cards
        ]
        self._props["more"] = total - len(cards)
        self.update()
