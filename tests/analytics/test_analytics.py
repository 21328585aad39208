"""The numbers of a person: worked out once, anew when something changed."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from services.analytics.analytics import MOST_KEPT, Analytics
from services.analytics.span import ALL_TIME, between
from services.jobs.job import JobDraft
from services.storage.sqlite import SqliteTable
from tests.desk import Desk, open_desk
from tests.doubles import HeldClock

DRAFT = JobDraft(company="Acme", position="Programmer")


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
async def desk(tmp_path: Path, clock: HeldClock) -> AsyncIterator[Desk]:
    table = SqliteTable(tmp_path / "careervault.db", clock)
    yield open_desk(table, clock)
    table.close()


@pytest.fixture(params=[0, 500], ids=["in a thread", "on the spot"])
def analytics(request: pytest.FixtureRequest, desk: Desk, clock: HeldClock) -> Analytics:
    return Analytics(desk.books, clock, most_at_once=request.param)


async def test_nothing_is_worked_out_twice(desk, analytics):
    await desk.jobs.add("ada", DRAFT)
    assert await analytics.measures("ada", ALL_TIME) is await analytics.measures("ada", ALL_TIME)


async def test_a_change_is_seen_at_once(desk, analytics):
    job = await desk.jobs.add("ada", DRAFT)
    before = await analytics.measures("ada", ALL_TIME)
    await desk.jobs.move("ada", [job.id], "offer")
    after = await analytics.measures("ada", ALL_TIME)

    assert [len(found.replies.waiting) for found in (before, after)] == [1, 0]


async def test_another_day_is_another_state(desk, analytics, clock):
    await desk.jobs.add("ada", DRAFT)
    before = await analytics.measures("ada", ALL_TIME)
    clock.forward(days=1)

    assert (await analytics.measures("ada", ALL_TIME)).today == before.today + timedelta(days=1)


async def test_the_trash_and_others_are_not_counted(desk, analytics):
    job = await desk.jobs.add("ada", DRAFT)
    await desk.jobs.add("charles", DRAFT)
    await desk.jobs.trash("ada", [job.id])

    assert (await analytics.measures("ada", ALL_TIME)).applications == 0
    assert (await analytics.measures("charles", ALL_TIME)).applications == 1


async def test_today_is_the_persons_own(desk, analytics, clock):
    """In Auckland it is Tuesday already, in Honolulu still Monday."""
    clock.moment = datetime(2026, 3, 2, 12, tzinfo=UTC)
    for owner, zone in (("ada", "Pacific/Auckland"), ("charles", "Pacific/Honolulu")):
        await desk.people.choose(owner, {"zone": zone})
    days = [(await analytics.period(owner, "30d")).until.day for owner in ("ada", "charles")]

    assert days == [3, 2]


async def test_what_was_counted_while_something_changed_is_not_kept(desk, clock):
    analytics = Analytics(desk.books, clock, most_at_once=0)
    await desk.jobs.add("ada", DRAFT)
    book = await desk.books.open("ada")
    counting = asyncio.create_task(analytics.measures("ada", ALL_TIME))
    while not counting.done():
        book.turn(book.rev + 1, book.undo, book.redo)
        await asyncio.sleep(0)

    assert await analytics.measures("ada", ALL_TIME) is not await counting


async def test_only_the_periods_asked_for_last_are_kept(desk, clock):
    analytics = Analytics(desk.books, clock)
    first = await analytics.measures("ada", ALL_TIME)
    for number in range(MOST_KEPT):
        await analytics.measures("ada", between(date(2026, 1, 1 + number), None))

    assert await analytics.measures("ada", ALL_TIME) is not first
