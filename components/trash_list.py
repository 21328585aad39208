"""The jobs in the trash."""

from collections.abc import Awaitable, Callable, Sequence

from nicegui import ui
from nicegui.events import GenericEventArguments

from services.jobs.job import Card

SHOWN = 200


class TrashList(ui.element, component="trash_list.js"):
    """Lists what was thrown away, the last first; `on_restore` is called with a job's id."""

    def __init__(self, on_restore: Callable[[str], Awaitable[None]]) -> None:
        super().__init__()

        async def restore(event: GenericEventArguments) -> None:
            await on_restore(str(event.args))

        self.on("restore", restore)

    def show(self, cards: Sequence[Card]) -> None:
        """Show these jobs; of very many, the newest."""
        self._props["jobs"] = [
            {
                "id": card.id,
                "words": f"{card.company} · {card.position}",
                "at": card.trashed.isoformat() if card.trashed else "",
            }
            for card in cards[:SHOWN]
        ]
        self._props["more"] = max(0, len(cards) - SHOWN)
        self.update()
