"""A resume held against a posting: what is found, and what is remembered of it."""

import pytest

from services.errors import NotFound
from services.jobs.job import JobDraft
from services.matching.coverage import Strength
from tests.doubles import HeldClock
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
