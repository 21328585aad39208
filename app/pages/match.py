"""Any posting against one's resumes, before there is a job to track."""

from collections.abc import Sequence

from nicegui import ui

from app.desk import Desk
from app.pages.add_job import DRAFT
from app.pages.reading import Reading, read_versions
from components.address_bar import AddressBar
from components.match_report import MatchReport
from components.match_table import MatchTable
from components.page_view import PageView
from components.posting_box import PostingBox
from components.version_choice import VersionChoice
from services.matching.coverage import Coverage


async def match_page(desk: Desk, versions: str = "") -> None:
    """Show a room for a posting and, as soon as there is one, how the chosen versions meet it."""
    ui.page_title("Match a posting · CareerVault")
    screen = MatchScreen(desk)
    await screen.show_first(versions.split(","))
    desk.show(news=screen.show)


class MatchScreen:
    """A posting, the versions to hold against it, and a report on one or a table of several."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._posting = ""
        with ui.element("header").classes("cv-page-head"):
            title = ui.label("Match a posting").classes("cv-page-title")
            title.props("role=heading aria-level=1")
            ui.link("Your resumes", "/resumes").classes("cv-button")
        with ui.element("section").classes("cv-panel-card"):
            self._box = PostingBox(DRAFT, self._read, self._track)
            self._choice = VersionChoice(self._chosen)
        self._address = AddressBar()
        with ui.element("section").classes("cv-panel-card cv-match") as self._one:
            self._report = MatchReport()
            self._pages = PageView("")
        self._many = MatchTable()

    async def show_first(self, wanted: Sequence[str]) -> None:
        """Choose the versions that were asked for, or else the latest."""
        names = await self._desk.resume_names()
        self._choice.offer(names, wanted, list(names.choices)[:1])
        self._choice.set_visibility(bool(names.choices))
        await self.show()

    async def show(self, _: int = 0) -> None:
        """Compare the chosen versions with the posting."""
        posting, keys = self._posting, self._choice.keys
        # Of several, nobody said which one is sent.
        self._box.carry(**({"resume": keys[0]} if len(keys) == 1 else {}))
        readings = await read_versions(self._desk, keys)
        matches, owner = self._desk.vault.matches, self._desk.owner
        found = [await matches.compare(owner, each.transcript, posting) for each in readings]
        if (posting, keys) != (self._posting, self._choice.keys):
            return  # Posting or choice have changed in the meantime: another look is under way.
        is_many = len(found) > 1 and bool(posting)
        self._one.set_visibility(not is_many)
        self._many.set_visibility(is_many)
        if is_many:
            pairs = zip(readings, found, strict=True)
            self._many.show([each.column(coverage) for each, coverage in pairs])
        else:
            self._show_one(readings, found)

    def _show_one(self, readings: Sequence[Reading], found: Sequence[Coverage]) -> None:
        self._pages.show(readings[0].paper if readings and self._posting else "")
        if not self._choice.options:
            self._report.ask_for(*NO_RESUME)
        elif not self._posting:
            self._report.ask_for(*NO_POSTING)
        elif not readings:
            self._report.ask_for(*NO_CHOICE)
        else:
            one = readings[0]
            lines = one.transcript.seen
            self._report.show(found[0], name=one.name, lines=lines, paper=one.paper)

    async def _read(self, posting: str) -> None:
        self._posting = posting.strip()
        await self.show()

    async def _chosen(self) -> None:
        self._address.show(f"/match?{self._choice.query}")
        await self.show()

    async def _track(self) -> None:
        self._desk.go("/jobs/new")


NO_RESUME = ("Add the resume you send to see how it meets a posting.", "Add a resume", "/resumes")
NO_POSTING = ("What a posting asks for appears here, with your lines.", "Paste it", "#cv-posting")
NO_CHOICE = ("Choose one resume for a report, several to compare them.", "All resumes", "/resumes")
