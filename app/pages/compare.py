"""Several versions of resumes side by side for one job."""

from collections.abc import Sequence

from nicegui import ui

from app.desk import Desk
from app.pages.reading import read_versions
from components.address_bar import AddressBar
from components.match_table import MatchTable
from components.version_choice import VersionChoice
from services.jobs.job import Job
from services.resumes.resume import split_key

FEW = 3
"""How many versions are shown before anybody has chosen."""


async def compare_page(desk: Desk, job: str, versions: str = "") -> None:
    """Show the versions that the address names, or else what was sent and the latest others."""
    held = await desk.vault.jobs.get(desk.owner, job)
    ui.page_title(f"{held.company}, side by side · CareerVault")
    screen = CompareScreen(desk, held)
    await screen.show_first(versions.split(","))
    desk.show(news=screen.show)


class CompareScreen:
    """The versions to compare, and the table of what each has to say to the posting."""

    def __init__(self, desk: Desk, job: Job) -> None:
        self._desk, self._vault, self._owner, self._job = desk, desk.vault, desk.owner, job.id
        with ui.element("header").classes("cv-page-head"):
            title = ui.label(f"Resumes for {job.company} · {job.position}")
            title.classes("cv-page-title").props("role=heading aria-level=1 dir=auto")
            ui.link("Back to the job", f"/jobs/{job.id}").classes("cv-button")
        self._choice = VersionChoice(self._chosen)
        self._address = AddressBar()
        self._missing = ui.label().classes("cv-hint")
        self._table = MatchTable(self._use)

    async def show_first(self, wanted: Sequence[str]) -> None:
        """Choose what was asked for, or else a few, and compare."""
        job = await self._vault.jobs.get(self._owner, self._job)
        names = await self._desk.resume_names()
        current = [each.key() for each in await self._vault.resumes.every(self._owner)]
        first = [key for key in (job.resume, *current, *names.choices) if key in names.choices]
        self._choice.offer(names, wanted, list(dict.fromkeys(first))[:FEW])
        await self.show()

    async def show(self, _: int = 0) -> None:
        """Compare the chosen versions with the posting as it is now."""
        job = await self._vault.jobs.get(self._owner, self._job)
        readings = await read_versions(self._desk, self._choice.keys)
        missing = _missing(bool(job.posting.strip()), len(readings))
        self._missing.set_text(missing)
        self._missing.set_visibility(bool(missing))
        keys = [key for each in readings if (key := split_key(each.key))]
        found = await self._vault.matches.side_by_side(self._owner, self._job, keys)
        pairs = zip(readings, found, strict=True)
        columns = [each.column(match.coverage) for each, match in pairs]
        self._table.show([] if missing else columns, job.resume)

    async def _chosen(self) -> None:
        self._address.show(f"/jobs/{self._job}/compare?{self._choice.query}")
        await self.show()

    async def _use(self, key: str) -> None:
        await self._vault.jobs.edit(self._owner, self._job, {"resume": key})
        self._desk.say("This is the resume of this job now.", can_undo=True)


def _missing(has_posting: bool, count: int) -> str:
    if not has_posting:
        return "This job has no posting yet. Paste it on the job's page to compare."
    return "" if count else "Choose one or more versions of your resumes to compare."
