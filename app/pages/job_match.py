"""The match on a job's page: one version of a resume held against the posting."""

import asyncio
from collections.abc import Awaitable, Callable

from nicegui import ui

from app.desk import Desk
from app.pages.reading import read_versions
from components.match_report import MatchReport
from components.page_view import PageView
from services.jobs.job import Job
from services.resumes.match import Match
from services.resumes.resume import split_key

NO_RESUME = (
    "Add the resume you send to see how it meets this posting.",
    "Add a resume",
    "/resumes",
)
NO_POSTING = ("There is no posting yet. Paste it to see how your resume meets it.", "Paste it")
PAUSE = 0.8
"""Seconds a rewritten posting must stand: results are kept, and half a sentence needs none."""


class JobMatch:
    """The section "Match"; it follows the job and the resumes.

    `on_choose()` is called when another version is chosen by hand.
    """

    def __init__(self, desk: Desk, job: Job, on_choose: Callable[[], Awaitable[None]]) -> None:
        self._desk, self._vault, self._owner = desk, desk.vault, desk.owner
        self._job = job
        self._on_choose = on_choose
        self._shown: tuple[str, str] | None = None
        self._sent: str | None = None
        self._past: list[Match] = []
        self._is_showing = False
        with ui.element("section").classes("cv-panel-card").props('aria-labelledby="cv-match"'):
            with ui.element("header").classes("cv-match-head"):
                ui.label("Match").props('id="cv-match" role=heading aria-level=2')
                self._choice = ui.select({}, label="Resume").props("outlined dense")
                # Decided at once: a handler that waits its turn would find all of it shown.
                self._choice.on_value_change(lambda: None if self._is_showing else self._chosen())
                self._others = ui.link("Compare versions", f"/jobs/{job.id}/compare")
                self._others.classes("cv-button")
            with ui.element("div").classes("cv-match"):
                self._report = MatchReport(self._look)
                self._pages = PageView("")

    async def show(self, job: Job) -> None:
        """Compare what was sent, or else the resume that was changed last, with the posting."""
        resumes = await self._vault.resumes.every(self._owner)
        names = (await self._desk.resume_names()).choices
        first = job.resume if job.resume in names else "".join(r.key() for r in resumes[:1])
        wanted = self._choice.value if job.resume == self._sent else first
        self._job, self._sent = job, job.resume
        self._is_showing = True
        self._choice.set_options(names, value=wanted if wanted in names else None)
        self._choice.set_visibility(bool(names))
        self._others.set_visibility(len(names) > 1)
        self._is_showing = False
        await self._compare()

    @property
    def key(self) -> str:
        """Return the key of the version that is chosen, or an empty text."""
        return str(self._choice.value or "")

    async def _chosen(self) -> None:
        await self._compare()
        await self._on_choose()

    async def _compare(self) -> None:
        before, now = self._shown, (self.key, self._job.posting)
        if before == now:
            return
        self._shown = now
        if before and before[1].strip() and before[1] != now[1]:
            await asyncio.sleep(PAUSE)
        if self._shown == now:
            await self._hold(*now)

    async def _hold(self, key: str, posting: str) -> None:
        parts = split_key(key)
        if parts is None:
            self._ask_for(*NO_RESUME)
        elif not posting.strip():
            self._ask_for(*NO_POSTING, f"#careervault-posting-{self._job.id}")
        else:
            match = await self._vault.matches.of_job(self._owner, self._job.id, *parts)
            # Posting or choice may have changed in the meantime: then another one is under way.
            if self._shown == (key, posting):
                await self._draw(match)

    def _ask_for(self, words: str, deed: str, address: str) -> None:
        self._report.ask_for(words, deed, address)
        self._pages.show("")

    async def _draw(self, match: Match, is_past: bool = False) -> None:
        found = await read_versions(self._desk, [match.resume])
        paper = found[0].paper if found else ""
        self._report.show(
            match.coverage,
            name=found[0].name if found else match.resume_name,
            lines=found[0].transcript.seen if found else (),
            paper=paper,
            at=match.at,
            is_past=is_past,
        )
        self._pages.show(paper)
        if not is_past:
            every = await self._vault.matches.history(self._owner, self._job.id)
            self._past = [each for each in every if not _is_same(each, match)]
            names = await self._desk.resume_names()
            self._report.show_history(
                [(each.at, names.spoken(each.resume), each.coverage.words) for each in self._past]
            )

    async def _look(self, index: int) -> None:
        if 0 <= index < len(self._past):
            await self._draw(self._past[index], is_past=True)
        else:
            self._shown = None
            await self._compare()


def _is_same(one: Match, other: Match) -> bool:
    return one.resume == other.resume and one.coverage == other.coverage
