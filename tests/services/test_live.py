"""News reaches every tab of the person, and nobody else's."""

import asyncio
from contextlib import asynccontextmanager, suppress

from services.errors import Unavailable
from services.jobs.book import Books
from services.jobs.job import JobDraft
from services.jobs.live import Live
from tests.waiting import until

DRAFT = JobDraft(company="Acme", position="Programmer")


@asynccontextmanager
async def watching(live):
    task = asyncio.create_task(live.watch())
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_a_change_is_told_at_once_in_the_same_process(desk):
    heard = []
    desk.live.listen("ada", heard.append)
    await desk.jobs.add("ada", DRAFT)

    assert heard == [1]


async def test_a_change_is_told_to_nobody_else(desk):
    heard = []
    desk.live.listen("charles", heard.append)
    await desk.jobs.add("ada", DRAFT)

    assert heard == []


async def test_another_process_hears_of_a_change_within_a_second(desk, other_desk):
    heard = []
    other_desk.live.listen("ada", heard.append)
    async with watching(other_desk.live):
        await desk.jobs.add("ada", DRAFT)
        await until(lambda: 1 in heard)
    assert [card.company for card in await other_desk.jobs.cards("ada")] == ["Acme"]


async def test_one_change_is_told_once(desk):
    heard = []
    desk.live.listen("ada", heard.append)
    async with watching(desk.live):
        await desk.jobs.add("ada", DRAFT)
        await asyncio.sleep(0.1)
    assert heard.count(1) == 1


async def test_who_left_hears_nothing_more(desk):
    heard = []
    stop = desk.live.listen("ada", heard.append)
    stop()
    await desk.jobs.add("ada", DRAFT)

    assert heard == []


class Moody:
    """A table that is away now and then."""

    def __init__(self, table) -> None:
        self.table = table
        self.is_away = False

    def __getattr__(self, name):
        if self.is_away:
            raise Unavailable
        return getattr(self.table, name)


async def test_an_outage_only_delays_the_news(desk, other_desk):
    moody = Moody(other_desk.table)
    live = Live(moody, seconds=0.01)
    heard = []
    live.listen("ada", heard.append)
    moody.is_away = True
    async with watching(live):
        await desk.jobs.add("ada", DRAFT)
        await asyncio.sleep(0.1)
        moody.is_away = False
        await until(lambda: 1 in heard)


async def test_a_process_that_missed_very_much_reads_all_anew(desk, other_desk):
    await other_desk.jobs.cards("ada")
    for _ in range(60):
        await desk.jobs.add("ada", DRAFT)

    assert len(await other_desk.jobs.cards("ada")) == 60


async def test_books_of_those_who_left_make_room(desk):
    books = Books(desk.table, most=2)
    for owner in ("ada", "charles", "grace"):
        await books.open(owner)

    assert await books.open("ada") is await books.open("ada")
    assert len(books._books) == 2


async def test_another_process_sees_an_emptied_trash(desk, other_desk):
    job = await desk.jobs.add("ada", DRAFT)
    assert len(await other_desk.jobs.cards("ada")) == 1
    await desk.jobs.trash("ada", [job.id])
    await desk.trash.empty("ada")

    assert await other_desk.jobs.trashed("ada") == []


async def test_what_a_page_knows_already_is_no_news(desk):
    await desk.jobs.add("ada", DRAFT)
    heard = []
    desk.live.listen("ada", heard.append, known=1)
    async with watching(desk.live):
        await asyncio.sleep(0.1)
        assert heard == []
        await desk.jobs.add("ada", DRAFT)
        await until(lambda: heard == [2])


async def test_where_nobody_is_at_any_page_news_take_longer_until_somebody_is(desk, other_desk):
    live = Live(other_desk.table, seconds=0.02, unattended=3600)
    at_page, heard = [False, False], []
    for number in range(2):
        live.listen("ada", heard.append, -1, lambda number=number: at_page[number])
    async with watching(live):
        await desk.jobs.add("ada", DRAFT)
        await asyncio.sleep(0.2)
        assert heard == []
        at_page[1] = True
        await until(lambda: heard == [1, 1])


async def test_where_nobody_is_at_any_page_news_come_all_the_same(desk, other_desk):
    live, heard = Live(other_desk.table, seconds=0.02, unattended=0.1), []
    live.listen("ada", heard.append, -1, lambda: False)
    async with watching(live):
        await desk.jobs.add("ada", DRAFT)
        await until(lambda: 1 in heard)
