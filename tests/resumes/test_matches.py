"""A resume held against a posting: what is found, and what is remembered of it."""

import asyncio
import time

import pymupdf
import pytest

from services.errors import NotFound
from services.jobs.job import JobDraft
from services.matching.coverage import Coverage, Strength
from services.matching.matcher import Matcher
from services.resumes.correcting import rewrite
from services.resumes.matches import AT_ONCE, Matches
from tests.doubles import HeldClock
from tests.reading.papers import placed
from tests.resumes.conftest import POSTING, RESUME, Drawer


async def add_both(drawer: Drawer) -> tuple[str, str]:
    draft = JobDraft(company="Acme", position="Programmer", posting=POSTING)
    job = await drawer.desk.jobs.add("ada", draft)
    return job.id, (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume.id


async def test_every_finding_quotes_the_resume(drawer: Drawer):
    job, resume = await add_both(drawer)
    match = await drawer.matches.of_job("ada", job, resume)
    lines = [line.text for line in (await drawer.resumes.transcript("ada", resume)).seen]

    quotes = [each for finding in match.coverage.findings for each in finding.evidence]
    assert quotes
    assert all(lines[each.line][each.start : each.end] == each.quote for each in quotes)


async def test_what_is_not_there_is_said_to_be_missing(drawer: Drawer):
    job, resume = await add_both(drawer)
    match = await drawer.matches.of_job("ada", job, resume)

    missing = [f for f in match.coverage.findings if f.strength is Strength.MISSING]
    assert [finding.requirement.name for finding in missing] == ["Rust"]


async def test_looking_twice_is_remembered_once(drawer: Drawer, clock: HeldClock):
    job, resume = await add_both(drawer)
    await drawer.matches.of_job("ada", job, resume)
    await drawer.matches.of_job("ada", job, resume)
    assert len(await drawer.matches.history("ada", job)) == 1

    clock.forward(days=1)
    await drawer.desk.jobs.edit("ada", job, {"posting": "Requirements\n- Docker\n- SQL"})
    await drawer.matches.of_job("ada", job, resume)
    latest = (await drawer.matches.history("ada", job))[0]
    assert len(latest.coverage.findings) == 2


async def test_someone_elses_job_is_matched_with_nothing(drawer: Drawer):
    job, resume = await add_both(drawer)
    for owner in ("charles", "eve"):
        with pytest.raises(NotFound):
            await drawer.matches.of_job(owner, job, resume)


class CountedMatcher(Matcher):
    """Counts how many comparisons are made at once."""

    def __init__(self) -> None:
        self.now = self.most = 0

    def match(self, *_: object) -> Coverage:
        self.now += 1
        self.most = max(self.most, self.now)
        time.sleep(0.01)
        self.now -= 1
        return Coverage(version="0")


@pytest.mark.parametrize(
    ("owners", "most"),
    [(["ada"] * 8, 1), (["ada", "charles", "eve", "grace"] * 2, AT_ONCE)],
    ids=["of one person one", "of all a few"],
)
async def test_no_number_of_comparisons_takes_every_thread(
    drawer: Drawer, clock: HeldClock, owners: list[str], most: int
):
    matcher = CountedMatcher()
    matches = Matches(drawer.desk.table, drawer.desk.jobs, drawer.resumes, matcher, clock)
    transcript = rewrite("Ada Lovelace")
    await asyncio.gather(*(matches.compare(owner, transcript, POSTING) for owner in owners))
    assert matcher.most == most


async def test_hidden_text_counts_for_nothing_and_is_said(drawer: Drawer):
    page = placed(
        [(72, 72 + 20 * at, words) for at, words in enumerate(RESUME.decode().split("\n"))]
    )
    with pymupdf.open("pdf", page) as document:
        document[0].insert_text((72, 700), "Wrote Rust for ten years", color=(1, 1, 1))
        data = document.tobytes()
    resume = (await drawer.resumes.add("ada", "cv.pdf", data)).resume
    transcript = await drawer.resumes.transcript("ada", resume.id)
    coverage = await drawer.matches.compare("ada", transcript, POSTING)

    rust = next(each for each in coverage.findings if each.requirement.name == "Rust")
    assert rust.strength is Strength.MISSING
    assert any("hidden" in warning for warning in coverage.warnings)
