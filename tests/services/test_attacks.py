"""Odd orders, racing processes and hostile values, thrown at the subjects."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import suppress

import pytest

from services.errors import Conflict, Invalid
from services.jobs.book import Books
from services.jobs.clash import Changed
from services.jobs.job import JobDraft
from services.jobs.ledger import MOST_STEPS
from services.jobs.live import Live
from services.jobs.selection import Filter
from services.jobs.trash import Trash
from services.storage.sqlite import SqliteTable
from services.storage.table import Delete, Place, Put, Row

DRAFT = JobDraft(company="Acme", position="Programmer", notes="one")


async def add_many(jobs, count: int, **fields) -> list[str]:
    draft = DRAFT.model_copy(update=fields)
    return [(await jobs.add("ada", draft)).id for _ in range(count)]


async def test_a_large_action_can_be_undone_when_a_part_of_it_was_deleted_for_good(desk):
    ids = await add_many(desk.jobs, MOST_STEPS + 2)
    await desk.jobs.move("ada", ids, "offer")
    await desk.jobs.trash("ada", ids[:MOST_STEPS])
    await desk.trash.empty("ada")
    undone = await desk.history.undo("ada")

    assert {card.id for card in undone.cards} == set(ids[MOST_STEPS:])
    assert {card.stage for card in await desk.jobs.cards("ada")} == {"applied"}


class Interrupted(SqliteTable):
    """A table where something happens elsewhere just before the next commit."""

    elsewhere: Callable[[], Awaitable[object]] | None = None

    async def commit(self, *writes: Put | Delete) -> None:
        elsewhere, self.elsewhere = self.elsewhere, None
        if elsewhere:
            await elsewhere()
        await super().commit(*writes)


@pytest.fixture
async def interrupted(tmp_path, clock) -> AsyncIterator[Interrupted]:
    table = Interrupted(tmp_path / "careervault.db", clock)
    yield table
    table.close()


async def test_a_job_restored_while_the_trash_is_emptied_keeps_its_history(desk, interrupted):
    [job] = await add_many(desk.jobs, 1)
    await desk.jobs.trash("ada", [job])
    interrupted.elsewhere = lambda: desk.jobs.restore("ada", [job])
    trash = Trash(interrupted, Books(interrupted), Live(interrupted), desk.clock)

    assert await trash.empty("ada") == 0
    assert [event.seq for event in await desk.jobs.events("ada", job)] == [1, 2, 3]


async def test_the_trash_is_emptied_also_while_another_process_writes(desk, interrupted):
    thrown, kept = await add_many(desk.jobs, 2)
    await desk.jobs.trash("ada", [thrown])
    interrupted.elsewhere = lambda: desk.jobs.move("ada", [kept], "offer")
    trash = Trash(interrupted, Books(interrupted), Live(interrupted), desk.clock)

    assert await trash.empty("ada") == 1
    assert [card.id for card in await desk.jobs.cards("ada")] == [kept]


async def test_a_very_long_history_goes_with_its_job(desk):
    [job] = await add_many(desk.jobs, 1)
    for number in range(200):
        await desk.jobs.edit("ada", job, {"source": f"{number}"})
    await desk.jobs.trash("ada", [job])
    await desk.trash.empty("ada")

    assert await desk.table.query("person#ada", f"event#{job}") == []


async def test_a_board_drawn_amid_changes_is_true_afterwards(desk):
    [job] = await add_many(desk.jobs, 1)

    async def look() -> None:
        await desk.selection.columns("ada", Filter())

    for stage in ("offer", "applied") * 20:
        await asyncio.gather(look(), desk.jobs.move("ada", [job], stage), look(), look())
        assert len((await desk.selection.columns("ada", Filter()))[stage]) == 1


async def test_an_action_that_cannot_be_done_to_all_is_done_to_none(jobs):
    ids = await add_many(jobs, MOST_STEPS)
    full = await add_many(jobs, 1, tags=tuple(f"tag {number}" for number in range(20)))
    with pytest.raises(Invalid):
        await jobs.tag("ada", [*ids, *full], "one more")

    assert not any("one more" in card.tags for card in await jobs.cards("ada"))


async def test_a_tag_with_blanks_around_it_is_not_put_on_twice(jobs):
    [job] = await add_many(jobs, 1, tags=("remote",))

    assert await jobs.tag("ada", [job], "  remote ") == 0


async def test_a_version_from_before_all_time_costs_nothing(jobs):
    [job] = await add_many(jobs, 1)
    with pytest.raises(Changed):
        await asyncio.wait_for(
            jobs.edit("ada", job, {"company": "Other"}, seen=-100_000), timeout=5
        )


async def test_thousands_of_different_searches_are_not_all_remembered(desk):
    await add_many(desk.jobs, 1)
    book = await desk.books.open("ada")
    for number in range(1_000):
        await desk.selection.columns("ada", Filter(source=(f"{number}",)))

    assert len(book.memo) < 200


async def test_a_job_added_while_the_texts_are_read_is_found_by_its_notes(desk):
    await add_many(desk.jobs, 200)
    search = desk.selection.select("ada", Filter(q="unheard"))
    adding = desk.jobs.add("ada", DRAFT.model_copy(update={"notes": "unheard of"}))
    await asyncio.gather(search, adding)

    assert len(await desk.selection.select("ada", Filter(q="unheard"))) == 1


async def test_a_correction_cannot_rewrite_when_we_were_told(jobs):
    [job] = await add_many(jobs, 1)
    with pytest.raises(Invalid):
        await jobs.correct("ada", job, 0, {"at": "2020-01-01T00:00:00Z"})


async def test_a_filter_of_ten_thousand_words_is_refused():
    words = [str(number) for number in range(10_000)]
    for name in ("tag", "stage", "source", "outcome"):
        with pytest.raises(Invalid):
            Filter.check({name: words})


async def test_captured_fields_cannot_be_named_without_end(jobs):
    with pytest.raises(Invalid):
        JobDraft.check({**dict(DRAFT), "provenance": {"x" * 100_000: "page"}})


async def test_the_longest_cards_can_all_be_moved_and_thrown_away_at_once(jobs, history):
    long = "😀" * 200
    ids = await add_many(
        jobs,
        MOST_STEPS,
        company=long,
        position=long,
        location=long,
        next_step=long,
        url="https://example.org/" + "😀" * 1_900,
        tags=tuple(f"{number:02}" + "😀" * 48 for number in range(20)),
        provenance={f"{number:02}" + "x" * 90: "😀" * 100 for number in range(30)},
    )
    for stage in ("offer", "applied") * 3:
        await jobs.move("ada", ids, stage)
    await jobs.trash("ada", ids)

    assert len((await history.undo("ada")).cards) == MOST_STEPS


async def test_both_long_texts_may_be_replaced_at_once_and_back(jobs, history):
    fill = {"posting": '"\\' * 19_990, "notes": "😀" * 19_990}
    other = {"posting": "\n\t" * 19_990, "notes": "€" * 26_600}
    [job] = await add_many(jobs, 1, **fill)
    await jobs.edit("ada", job, other)
    await history.undo("ada")

    assert (await jobs.get("ada", job)).notes == fill["notes"]


async def test_a_writer_who_goes_away_amid_a_commit_leaves_the_book_true(desk):
    [job] = await add_many(desk.jobs, 1)
    for number in range(20):
        task = asyncio.create_task(desk.jobs.edit("ada", job, {"source": f"{number}"}))
        await asyncio.sleep(0.0004 * number)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await desk.jobs.edit("ada", job, {"resume": f"{number}"})

    events = await desk.jobs.events("ada", job)
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    assert (await desk.jobs.get("ada", job)).version == len(events)


async def test_taking_back_in_a_muddled_order_never_breaks(desk):
    ids = await add_many(desk.jobs, 3)
    await desk.jobs.move("ada", ids, "offer")
    await desk.history.revert("ada", ids[1])
    await desk.jobs.correct("ada", ids[0], 0, {"on": None})
    for take_back in (desk.history.undo, desk.history.redo) * 4:
        with suppress(Conflict):
            await take_back("ada")
    await desk.history.undo("ada")
    await desk.history.undo("ada")
    await desk.history.undo("ada")

    assert {card.stage for card in await desk.jobs.cards("ada")} == {"applied"}


async def test_a_tab_that_is_closed_twice_is_not_watched_for_ever(desk):
    heard: list[int] = []
    asked: list[str] = []
    watched = Live(Asked(desk.table, asked), seconds=0.01)
    stop = watched.listen("ada", heard.append)
    stop()
    stop()
    with suppress(TimeoutError):
        await asyncio.wait_for(watched.watch(), 0.05)

    assert asked == []


class Asked:
    """A table that remembers who was asked for."""

    def __init__(self, table: SqliteTable, asked: list[str]) -> None:
        self._table = table
        self._asked = asked

    async def glance(self, places: Collection[Place]) -> dict[Place, Row]:
        self._asked += [partition for partition, _ in places]
        return await self._table.glance(places)

    async def get(self, partition: str, sort: str) -> Row | None:
        self._asked.append(partition)
        return await self._table.get(partition, sort)

    async def query(self, partition: str, prefix: str = "") -> list[Row]:
        return await self._table.query(partition, prefix)

    async def commit(self, *writes: Put | Delete) -> None:
        await self._table.commit(*writes)
