"""The trash: a delete that can be taken back, until it is emptied."""

import pytest

from services.errors import NotFound
from services.jobs.job import JobDraft

DRAFT = JobDraft(company="Acme", position="Programmer", notes="a secret canary")


async def test_what_is_thrown_away_can_be_restored_whole(jobs):
    job = await jobs.add("ada", DRAFT)
    assert await jobs.trash("ada", [job.id]) == 1
    assert await jobs.cards("ada") == []
    assert await jobs.restore("ada", [job.id]) == 1

    assert (await jobs.get("ada", job.id)).notes == "a secret canary"


async def test_throwing_away_twice_changes_nothing(jobs):
    job = await jobs.add("ada", DRAFT)
    await jobs.trash("ada", [job.id])

    assert await jobs.trash("ada", [job.id]) == 0
    assert len(await jobs.events("ada", job.id)) == 2


async def test_emptying_leaves_no_trace_of_the_job(desk):
    job = await desk.jobs.add("ada", DRAFT)
    await desk.jobs.trash("ada", [job.id])
    assert await desk.trash.empty("ada") == 1

    rows = await desk.table.query("person#ada")
    assert not any("canary" in str(row.body) or "Acme" in str(row.body) for row in rows)
    with pytest.raises(NotFound):
        await desk.jobs.get("ada", job.id)


async def test_only_what_is_in_the_trash_is_deleted(desk):
    kept = await desk.jobs.add("ada", DRAFT)
    gone = await desk.jobs.add("ada", DRAFT)
    await desk.jobs.trash("ada", [gone.id])

    assert await desk.trash.empty("ada", [kept.id]) == 0
    assert await desk.trash.empty("ada", [kept.id, gone.id]) == 1
    assert [card.id for card in await desk.jobs.cards("ada")] == [kept.id]


async def test_a_long_history_is_deleted_too(desk):
    job = await desk.jobs.add("ada", DRAFT)
    for number in range(100):
        await desk.jobs.edit("ada", job.id, {"location": str(number)})
    await desk.jobs.trash("ada", [job.id])
    await desk.trash.empty("ada")

    assert await desk.table.query("person#ada", "event#") == []


async def test_someone_elses_trash_is_out_of_reach(desk):
    job = await desk.jobs.add("ada", DRAFT)
    await desk.jobs.trash("ada", [job.id])

    assert await desk.trash.empty("charles", [job.id]) == 0
    with pytest.raises(NotFound):
        await desk.jobs.restore("charles", [job.id])
