"""Two tabs, one job: nothing is silently overwritten."""

import asyncio

import pytest

from services.jobs.clash import Changed
from services.jobs.job import JobDraft
from services.jobs.stages import Outcome

DRAFT = JobDraft(company="Acme", position="Programmer", notes="one")


async def test_the_second_of_two_tabs_sees_both_values(jobs):
    job = await jobs.add("ada", DRAFT)
    await jobs.edit("ada", job.id, {"company": "First"}, seen=job.version)

    with pytest.raises(Changed) as clash:
        await jobs.edit("ada", job.id, {"company": "Second"}, seen=job.version)
    assert clash.value.theirs == {"company": "First"}
    assert clash.value.yours == {"company": "Second"}
    assert (await jobs.get("ada", job.id)).company == "First"


async def test_tabs_that_change_different_fields_both_succeed(jobs):
    job = await jobs.add("ada", DRAFT)
    await jobs.edit("ada", job.id, {"company": "First"}, seen=job.version)
    await jobs.edit("ada", job.id, {"location": "Bern", "notes": "two"}, seen=job.version)

    now = await jobs.get("ada", job.id)
    assert (now.company, now.location, now.notes) == ("First", "Bern", "two")


async def test_tabs_that_agree_do_not_quarrel(jobs):
    job = await jobs.add("ada", DRAFT)
    for _ in range(2):
        await jobs.edit("ada", job.id, {"company": "Same"}, seen=job.version)

    assert (await jobs.get("ada", job.id)).version == job.version + 1


async def test_notes_typed_over_newer_notes_are_not_written(jobs):
    job = await jobs.add("ada", DRAFT)
    await jobs.edit("ada", job.id, {"notes": "theirs"}, seen=job.version)

    with pytest.raises(Changed) as clash:
        await jobs.edit("ada", job.id, {"notes": "mine"}, seen=job.version)
    assert clash.value.job.notes == "theirs"


async def test_a_move_over_another_move_is_a_question(jobs):
    job = await jobs.add("ada", DRAFT)
    await jobs.move("ada", [job.id], "offer")

    with pytest.raises(Changed) as clash:
        await jobs.edit("ada", job.id, {"stage": "phone-screen"}, seen=job.version)
    assert clash.value.theirs == {"stage": "offer"}


async def test_whoever_chooses_after_looking_is_obeyed(jobs):
    job = await jobs.add("ada", DRAFT)
    theirs = await jobs.edit("ada", job.id, {"company": "First"})
    mine = await jobs.edit("ada", job.id, {"company": "Second"}, seen=theirs.version)

    assert mine.company == "Second"


async def test_racing_processes_lose_no_change(desk, other_desk):
    job = await desk.jobs.add("ada", DRAFT)
    fields = ["location", "source", "next_step", "resume"]

    async def write(own, field):
        for number in range(10):
            await own.jobs.edit("ada", job.id, {field: f"{field} {number}"})

    writers = zip([desk, other_desk, desk, other_desk], fields, strict=True)
    await asyncio.gather(*(write(own, field) for own, field in writers))

    now = await desk.jobs.get("ada", job.id)
    assert [getattr(now, field) for field in fields] == [f"{field} 9" for field in fields]
    assert len(await desk.jobs.events("ada", job.id)) == 41


async def test_racing_processes_that_add_lose_no_job(desk, other_desk):
    async def add(own):
        for _ in range(15):
            await own.jobs.add("ada", DRAFT)

    await asyncio.gather(add(desk), add(other_desk))
    assert len(await desk.jobs.cards("ada")) == len(await other_desk.jobs.cards("ada")) == 30


async def test_racing_bulk_actions_each_undo_as_one(desk, other_desk):
    ids = [(await desk.jobs.add("ada", DRAFT)).id for _ in range(10)]
    await asyncio.gather(
        desk.jobs.move("ada", ids, "offer"), other_desk.jobs.tag("ada", ids, "remote")
    )
    await asyncio.gather(desk.jobs.close("ada", ids, Outcome.DECLINED))

    for _ in range(3):
        await other_desk.history.undo("ada")
    cards = await desk.jobs.cards("ada")
    assert {(card.stage, card.tags, card.outcome) for card in cards} == {("applied", (), None)}
