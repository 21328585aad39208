"""What was sent is frozen at the moment of applying, and stays as it was."""

import pytest

from services.errors import Unavailable
from services.jobs.job import JobDraft
from services.matching.coverage import Coverage
from services.reading.transcript import Transcript
from tests.resumes.conftest import POSTING, RESUME, Drawer


async def saved_job(drawer: Drawer, posting: str = POSTING) -> str:
    draft = JobDraft(company="Acme", position="Programmer", stage="saved", posting=posting)
    return (await drawer.desk.jobs.add("ada", draft)).id


async def apply(drawer: Drawer, job: str) -> None:
    await drawer.desk.jobs.move("ada", [job], "applied")
    await drawer.dossiers.settle()


async def test_applying_freezes_posting_resume_and_letter(drawer: Drawer):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    job = await saved_job(drawer)
    await drawer.desk.jobs.edit("ada", job, {"resume": resume.key()})
    await drawer.letters.keep("ada", job, "Dear Acme")
    await apply(drawer, job)

    (dossier,) = await drawer.dossiers.of("ada", job)
    assert (dossier.posting, dossier.letter) == (POSTING, "Dear Acme")
    assert dossier.resume_text.startswith("Ada Lovelace")
    assert dossier.coverage is not None
    assert dossier.coverage.met >= 3


async def test_a_dossier_never_changes(drawer: Drawer):
    job = await saved_job(drawer)
    await apply(drawer, job)
    before = await drawer.dossiers.of("ada", job)
    await drawer.desk.jobs.edit("ada", job, {"posting": "Something else", "company": "Other"})
    await drawer.desk.jobs.move("ada", [job], "offer")
    await drawer.dossiers.settle()

    assert await drawer.dossiers.of("ada", job) == before


async def test_saving_a_job_freezes_nothing(drawer: Drawer):
    job = await saved_job(drawer)
    await drawer.dossiers.settle()

    assert await drawer.dossiers.of("ada", job) == []


async def test_a_second_sending_is_a_second_dossier(drawer: Drawer):
    job = await saved_job(drawer)
    await apply(drawer, job)
    await drawer.desk.jobs.edit("ada", job, {"posting": "New words"})
    await drawer.dossiers.freeze("ada", job)

    found = await drawer.dossiers.of("ada", job)
    assert [(each.number, each.posting) for each in found] == [(1, POSTING), (2, "New words")]


async def test_a_move_stands_when_nothing_can_be_frozen(drawer: Drawer, monkeypatch):
    async def away(*_: object) -> None:
        raise Unavailable

    job = await saved_job(drawer)
    with monkeypatch.context() as broken:
        broken.setattr(drawer.files, "put", away)
        await apply(drawer, job)
    assert (await drawer.desk.jobs.get("ada", job)).stage == "applied"

    assert len(await drawer.dossiers.of("ada", job)) == 1


async def test_forty_applications_at_once_are_all_frozen(drawer: Drawer):
    jobs = [await saved_job(drawer) for _ in range(45)]
    await drawer.desk.jobs.move("ada", jobs, "applied")
    await drawer.dossiers.settle()

    assert [len(await drawer.dossiers.of("ada", job)) for job in jobs] == [1] * 45


async def test_a_dossier_names_no_file_that_was_deleted_while_it_was_made(
    drawer: Drawer, monkeypatch: pytest.MonkeyPatch
):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    job = await saved_job(drawer)
    await drawer.desk.jobs.edit("ada", job, {"resume": resume.key()})
    await drawer.resumes.trash("ada", resume.id)
    compare = drawer.matches.compare

    async def erase_and_compare(owner: str, transcript: Transcript, posting: str) -> Coverage:
        await drawer.sweep.erase("ada", resume.id)
        return await compare(owner, transcript, posting)

    monkeypatch.setattr(drawer.matches, "compare", erase_and_compare)
    dossier = await drawer.dossiers.freeze("ada", job)
    assert "Analytical Engines" in dossier.resume_text
    assert dossier.file == ""


async def test_what_was_sent_after_an_accident_is_frozen_too(drawer: Drawer):
    job = await saved_job(drawer)
    await apply(drawer, job)
    await drawer.desk.history.undo("ada")
    await drawer.desk.jobs.edit("ada", job, {"resume": "thomas, version 2"})
    await apply(drawer, job)

    found = await drawer.dossiers.of("ada", job)
    assert [dossier.resume for dossier in found] == ["", "thomas, version 2"]


async def test_applying_again_with_the_same_papers_freezes_nothing_new(drawer: Drawer):
    job = await saved_job(drawer)
    await apply(drawer, job)
    await drawer.desk.history.undo("ada")
    await drawer.desk.history.redo("ada")
    await drawer.dossiers.settle()

    assert len(await drawer.dossiers.of("ada", job)) == 1
