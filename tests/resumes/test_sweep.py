"""What is deleted for good, and what never may be."""

import pytest

from services.errors import Invalid, NotFound
from services.jobs.job import JobDraft
from tests.doubles import HeldClock
from tests.resumes.conftest import POSTING, RESUME, Drawer


async def test_an_erased_resume_leaves_nothing(drawer: Drawer):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    await drawer.resumes.trash("ada", resume.id)
    await drawer.sweep.erase("ada", resume.id)

    assert await drawer.files.names("ada") == {}
    assert await drawer.desk.table.query("person#ada", "resume") == []
    with pytest.raises(NotFound):
        await drawer.resumes.get("ada", resume.id)


async def test_only_what_is_in_the_trash_can_be_erased(drawer: Drawer):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    with pytest.raises(Invalid):
        await drawer.sweep.erase("ada", resume.id)


async def test_a_dossier_keeps_the_file_of_an_erased_resume(drawer: Drawer):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    draft = JobDraft(company="Acme", position="Poet", posting=POSTING, resume=resume.key())
    job = await drawer.desk.jobs.add("ada", draft)
    await drawer.dossiers.settle()
    await drawer.resumes.trash("ada", resume.id)
    await drawer.sweep.erase("ada", resume.id)

    (dossier,) = await drawer.dossiers.of("ada", job.id)
    assert dossier.resume_text.startswith("Ada Lovelace")
    assert await drawer.files.get("ada", dossier.file) == RESUME


async def test_a_file_that_nothing_needs_is_swept_once_it_is_old(drawer: Drawer, clock: HeldClock):
    await drawer.files.put("ada", "left-by-a-killed-upload", b"bytes")
    await drawer.resumes.add("ada", "cv.txt", RESUME)
    assert "left-by-a-killed-upload" in await drawer.files.names("ada")

    clock.forward(days=20_000)
    assert await drawer.sweep.sweep("ada") == 1
    assert len(await drawer.files.names("ada")) == 2


async def test_emptying_the_trash_takes_all_that_belonged_to_a_job(drawer: Drawer):
    draft = JobDraft(company="Acme", position="Poet", posting=POSTING)
    job = await drawer.desk.jobs.add("ada", draft)
    await drawer.letters.keep("ada", job.id, "Dear Acme")
    await drawer.dossiers.settle()
    await drawer.desk.jobs.trash("ada", [job.id])
    await drawer.desk.trash.empty("ada")

    rows = await drawer.desk.table.query("person#ada")
    assert [row.sort for row in rows if job.id in row.sort] == []
