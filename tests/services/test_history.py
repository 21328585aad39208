"""Undo and redo, as deep as the search is old."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.errors import Conflict, NotFound
from services.jobs.event import EventKind
from services.jobs.job import JobDraft
from services.jobs.ledger import state
from services.jobs.stages import DEFAULT_STAGES, Outcome
from services.storage.sqlite import SqliteTable
from tests.desk import open_desk
from tests.doubles import HeldClock

DRAFT = JobDraft(company="Acme", position="Programmer", notes="one")


async def test_undo_and_redo_survive_a_restart(jobs, other_desk):
    job = await jobs.add("ada", DRAFT)
    await jobs.edit("ada", job.id, {"company": "Other", "notes": "one two"})

    await other_desk.history.undo("ada")
    assert (await jobs.get("ada", job.id)).notes == "one"
    await other_desk.history.redo("ada")
    assert (await jobs.get("ada", job.id)).company == "Other"


async def test_undoing_an_addition_leaves_the_job_in_the_trash(jobs, history):
    job = await jobs.add("ada", DRAFT)
    await history.undo("ada")

    assert await jobs.cards("ada") == []
    assert [card.id for card in await jobs.trashed("ada")] == [job.id]
    await history.redo("ada")
    assert [card.id for card in await jobs.cards("ada")] == [job.id]


async def test_a_new_action_leaves_nothing_to_redo(jobs, history):
    job = await jobs.add("ada", DRAFT)
    await jobs.edit("ada", job.id, {"company": "Other"})
    await history.undo("ada")
    await jobs.edit("ada", job.id, {"location": "Bern"})

    with pytest.raises(NotFound, match="nothing to redo"):
        await history.redo("ada")


async def test_with_nothing_done_there_is_nothing_to_undo(history):
    with pytest.raises(NotFound, match="nothing to undo"):
        await history.undo("ada")


async def test_undo_tells_what_kind_of_action_it_took_back(jobs, history):
    job = await jobs.add("ada", DRAFT)
    await jobs.move("ada", [job.id], "offer")

    assert (await history.undo("ada")).kind is EventKind.MOVED
    assert (await history.redo("ada")).kind is EventKind.MOVED
    assert (await history.undo("ada")).kind is EventKind.MOVED


async def test_one_old_event_is_taken_back_without_the_later_ones(jobs, history):
    job = await jobs.add("ada", DRAFT)
    await jobs.edit("ada", job.id, {"company": "Wrong"})
    await jobs.edit("ada", job.id, {"location": "Bern"})
    await history.revert("ada", job.id, seq=2)

    now = await jobs.get("ada", job.id)
    assert (now.company, now.location) == ("Acme", "Bern")
    await history.undo("ada")
    assert (await jobs.get("ada", job.id)).company == "Wrong"


async def test_an_event_with_a_later_change_of_the_same_field_is_refused_in_words(jobs, history):
    job = await jobs.add("ada", DRAFT)
    await jobs.edit("ada", job.id, {"company": "Second"})
    await jobs.edit("ada", job.id, {"company": "Third"})

    with pytest.raises(Conflict, match="later change of the company stands in the way"):
        await history.revert("ada", job.id, seq=2)
    assert (await jobs.get("ada", job.id)).company == "Third"


async def test_a_jobs_own_undo_walks_back_event_by_event(jobs, history):
    job = await jobs.add("ada", DRAFT)
    for name in ("Second", "Third"):
        await jobs.edit("ada", job.id, {"company": name})

    names = [(await history.revert("ada", job.id)).company for _ in range(2)]
    assert names == ["Second", "Acme"]


async def test_someone_elses_actions_cannot_be_undone(jobs, history):
    job = await jobs.add("ada", DRAFT)

    with pytest.raises(NotFound):
        await history.undo("charles")
    with pytest.raises(NotFound):
        await history.revert("charles", job.id)


async def test_undo_passes_over_what_was_deleted_for_good(desk):
    kept = await desk.jobs.add("ada", DRAFT)
    await desk.jobs.edit("ada", kept.id, {"company": "Other"})
    gone = await desk.jobs.add("ada", DRAFT)
    await desk.jobs.trash("ada", [gone.id])
    await desk.trash.empty("ada")

    await desk.history.undo("ada")
    assert (await desk.jobs.get("ada", kept.id)).company == "Acme"


async def act(desk, dice) -> None:
    """Do one thing that a person might do."""
    cards, trash = await desk.jobs.cards("ada"), await desk.jobs.trashed("ada")
    one = dice.choice(cards).id if cards else None
    some = [card.id for card in dice.sample(cards, min(len(cards), dice.randint(1, 4)))]
    stage = dice.choice(DEFAULT_STAGES.every).id
    match dice.choice(["add", "edit", "notes", "move", "close", "tag", "trash", "restore", "fix"]):
        case "edit" if one:
            change = {"company": dice.choice("ABC"), "excitement": dice.randint(1, 5)}
            await desk.jobs.edit("ada", one, change)
        case "notes" if one:
            await desk.jobs.edit("ada", one, {"notes": "".join(dice.choices("ab \n", k=9))})
        case "move" if some:
            await desk.jobs.move("ada", some, stage, on=date(2026, 1, dice.randint(1, 31)))
        case "close" if some:
            await desk.jobs.close("ada", some, dice.choice([None, *Outcome]))
        case "tag" if some:
            await desk.jobs.tag("ada", some, dice.choice("xyz"))
        case "trash" if some:
            await desk.jobs.trash("ada", some[:1])
        case "restore" if trash:
            await desk.jobs.restore("ada", [dice.choice(trash).id])
        case "fix" if one:
            await desk.jobs.correct("ada", one, 0, {"on": None})
        case _:
            await desk.jobs.add("ada", DRAFT.model_copy(update={"stage": stage}))


async def picture(desk) -> dict:
    """Return all that the person can see of their jobs."""
    cards = await desk.jobs.cards("ada")
    return {card.id: state(await desk.jobs.get("ada", card.id)) for card in cards}


async def walk(desk, take_back) -> list[dict]:
    """Take back, or do again, until nothing is left; return what was seen after each."""
    seen = []
    while True:
        try:
            await take_back("ada")
        except NotFound:
            return seen
        seen.append(await picture(desk))


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 2**32))
async def test_a_hundred_random_actions_undo_one_by_one_and_redo_to_the_end(seed, tmp_path_factory):
    clock = HeldClock()
    table = SqliteTable(tmp_path_factory.mktemp("random") / "careervault.db", clock)
    desk = open_desk(table, clock)
    dice = random.Random(seed)
    seen: list[dict] = [{}]
    for _ in range(100):
        clock.forward(minutes=1)
        before = (await desk.books.open("ada")).undo
        await act(desk, dice)
        if (await desk.books.open("ada")).undo != before:
            seen.append(await picture(desk))

    assert len(seen) > 40
    assert await walk(desk, desk.history.undo) == seen[-2::-1]
    assert await walk(desk, desk.history.redo) == seen[1:]
    table.close()
