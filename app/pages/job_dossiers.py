"""What was sent for a job, on its page: frozen when it was, and never altered."""

from nicegui import ui

from app.desk import Desk
from components.dossier_list import DossierList


class JobDossiers:
    """The section "What was sent"."""

    def __init__(self, desk: Desk, job: str) -> None:
        self._desk, self._job = desk, job
        with ui.element("section").classes("cv-panel-card").props('aria-labelledby="cv-sent"'):
            self._listed = DossierList(self._freeze)

    async def show(self) -> None:
        """Show the dossiers there are."""
        dossiers = await self._desk.vault.dossiers.of(self._desk.owner, self._job)
        self._listed.show(dossiers, await self._desk.resume_names())

    async def _freeze(self) -> None:
        await self._desk.vault.dossiers.freeze(self._desk.owner, self._job)
        self._desk.say("Frozen as it is now.")
