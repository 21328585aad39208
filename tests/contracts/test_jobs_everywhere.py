"""The subjects keep their promises on every table, not on the one they were written on alone."""

from asyncio import gather
from pathlib import Path

import pytest

from services.errors import Conflict
from services.identity.identity import Proof
from services.jobs.clash import Changed
from services.jobs.job import JobDraft
from services.jobs.selection import Filter
from services.jobs.stages import Stage, StageKind, Stages
from services.settings import Settings
from services.storage.dynamodb import create_table
from services.storage.table import Table
from services.vault import open_vault
from tests.desk import Desk, open_desk
from tests.doubles import HeldClock
from tests.ministack import KEY, REGION

MANY = 95
DRAFT = JobDraft(company="Acme", position="Programmer", notes="They keep a giraffe.")


@pytest.fixture(params=["sqlite_table", "ministack_table", "task_table"])
def table(request: pytest.FixtureRequest) -> Table:
    return request.getfixturevalue(request.param)


@pytest.fixture
def desk(table: Table, clock: HeldClock) -> Desk:
    return open_desk(table, clock)


@pytest.fixture
def other(table: Table, clock: HeldClock) -> Desk:
    """A second process on the same table."""
    return open_desk(table, clock)


async def test_what_was_edited_is_found_by_another_process(desk: Desk, other: Desk):
    job = await desk.jobs.add("ada", DRAFT)
    await desk.jobs.edit("ada", job.id, {"company": "Borealis", "notes": "They keep a zebra."})

    found = await other.jobs.get("ada", job.id)
    assert (found.company, found.notes) == ("Borealis", "They keep a zebra.")
    assert [event.seq for event in await other.jobs.events("ada", job.id)] == [1, 2]


async def test_many_jobs_move_as_one_action_and_back(desk: Desk, other: Desk):
    for number in range(MANY):
        await desk.jobs.add("ada", DRAFT.model_copy(update={"company": f"Acme {number}"}))
    ids = [card.id for card in await desk.jobs.cards("ada")]
    assert await desk.jobs.move("ada", ids, "offer") == MANY
    await other.history.undo("ada")
    assert {card.stage for card in await desk.jobs.cards("ada")} == {"applied"}

    await desk.history.redo("ada")
    assert {card.stage for card in await other.jobs.cards("ada")} == {"offer"}


async def test_one_change_is_reverted_whatever_came_after(desk: Desk):
    job = await desk.jobs.add("ada", DRAFT)
    await desk.jobs.edit("ada", job.id, {"company": "Borealis"})
    await desk.jobs.edit("ada", job.id, {"location": "Bern"})
    await desk.history.revert("ada", job.id, 2)

    card = await desk.jobs.get("ada", job.id)
    assert (card.company, card.location) == ("Acme", "Bern")


async def test_what_is_emptied_from_the_trash_leaves_no_trace(desk: Desk, table: Table):
    job = await desk.jobs.add("ada", DRAFT)
    await desk.jobs.trash("ada", [job.id])
    assert [card.id for card in await desk.jobs.trashed("ada")] == [job.id]
    assert await desk.trash.empty("ada") == 1

    assert "giraffe" not in str(await table.query("person#ada"))


async def test_search_finds_what_stands_in_the_notes_and_nothing_of_others(desk: Desk, other: Desk):
    job = await desk.jobs.add("ada", DRAFT)
    await desk.jobs.add("charles", DRAFT)

    found = await other.selection.select("ada", Filter(q="giraffe"))
    assert [card.id for card in found] == [job.id]


async def test_stages_are_arranged_once_and_not_over_one_another(desk: Desk, other: Desk):
    seen = (await desk.people.profile("ada")).stages
    coffee = Stage(id="coffee", name="Coffee", kind=StageKind.SCREENING)
    arranged = Stages(every=(*seen.every, coffee))
    await desk.people.arrange("ada", arranged, seen)

    assert (await other.people.profile("ada")).stages.find("coffee") == coffee
    with pytest.raises(Conflict):
        await other.people.arrange("ada", seen, seen)


async def test_two_processes_that_edit_at_once_both_win_or_are_told(desk: Desk, other: Desk):
    job = await desk.jobs.add("ada", DRAFT)
    answers = await gather(
        desk.jobs.edit("ada", job.id, {"company": "Mine"}, seen=job.version),
        other.jobs.edit("ada", job.id, {"company": "Theirs"}, seen=job.version),
        other.jobs.edit("ada", job.id, {"location": "Bern"}, seen=job.version),
        return_exceptions=True,
    )
    assert [type(answer) for answer in answers].count(Changed) == 1
    events = await desk.jobs.events("ada", job.id)
    assert [event.seq for event in events] == [1, 2, 3]
    assert (await desk.jobs.get("ada", job.id)).location == "Bern"


async def test_the_whole_vault_opens_on_dynamodb(
    ministack_client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    create_table(ministack_client, "careervault-whole")
    monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", ministack_client.meta.endpoint_url)
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", KEY)
    vault = open_vault(Settings(store="dynamodb", table="careervault-whole", data=tmp_path))

    ada = await vault.identity.sign_up("ada@example.org", "correct horse battery", "Ada")
    await vault.jobs.add(ada, DRAFT)
    assert await vault.identity.sign_in("ada@example.org", "correct horse battery") == Proof(ada)
    assert len(await vault.selection.select(ada, Filter(q="giraffe"))) == 1
    vault.close()
