"""The numbers of a person: worked out once, anew when something changed."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from services.analytics.analytics import MOST_KEPT, Analytics
from services.analytics.span import ALL_TIME, between
from services.errors import Invalid
from services.jobs.job import JobDraft
from services.resumes.shelf import Shelf
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


def open_analytics(desk: Desk, **most: int) -> Analytics:
    """Put the numbers on this desk."""
    shelf = Shelf(desk.books, desk.ledger, desk.clock)
    return Analytics(desk.books, shelf, desk.clock, **most)


@pytest.fixture(params=[0, 500], ids=["in a thread", "on the spot"])
def analytics(request: pytest.FixtureRequest, desk: Desk) -> Analytics:
    return open_analytics(desk, most_at_once=request.param)


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
    analytics = open_analytics(desk, most_at_once=0)
    await desk.jobs.add("ada", DRAFT)
    book = await desk.books.open("ada")
    counting = asyncio.create_task(analytics.measures("ada", ALL_TIME))
    while not counting.done():
        book.turn(book.rev + 1, book.undo, book.redo)
        await asyncio.sleep(0)

    assert await analytics.measures("ada", ALL_TIME) is not await counting


async def test_only_the_periods_asked_for_last_are_kept(desk, clock):
    analytics = open_analytics(desk)
    first = await analytics.measures("ada", ALL_TIME)
    for number in range(MOST_KEPT):
        await analytics.measures("ada", between(date(2026, 1, 1 + number), None))

    assert await analytics.measures("ada", ALL_TIME) is not first


async def test_a_part_is_found_by_name_and_follows_what_changes(desk, analytics):
    job = await desk.jobs.add("ada", DRAFT)
    before = await analytics.part("ada", "funnel", "screening", ALL_TIME)
    await desk.jobs.move("ada", [job.id], "phone-screen")
    after = await analytics.part("ada", "funnel", "screening", ALL_TIME)

    assert (before.jobs, after.jobs) == ((), (job.id,))
    assert after.name == "How far applications came: ever reached “Screening”, all time"


async def test_a_part_of_a_picture_that_is_gone_holds_nothing(desk, analytics):
    await desk.jobs.add("ada", DRAFT)
    assert (await analytics.part("ada", "salaries-usd-month", "offers", ALL_TIME)).jobs == ()


async def test_nobody_points_at_anothers_jobs(desk, analytics):
    await desk.jobs.add("ada", DRAFT)
    assert (await analytics.part("charles", "tiles", "applications", ALL_TIME)).jobs == ()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("30d", "the last 30 days"),
        ("all", "all time"),
        ("2026-01-01..2026-02-01", "2026-01-01 to 2026-02-01"),
        ("2026-01-01..", "since 2026-01-01"),
        ("..2026-01-01", "until 2026-01-01"),
        ("..", "all time"),
    ],
)
async def test_a_period_is_understood_by_name_or_days(analytics, words, name):
    assert (await analytics.period("ada", words)).name == name


@pytest.mark.parametrize("words", ["", "soon", "1..2", "2026-02-01..2026-01-01", "2026-01-01"])
async def test_a_period_that_is_not_understood_is_refused(analytics, words):
    with pytest.raises(Invalid):
        await analytics.period("ada", words)


async def test_the_goal_of_the_profile_is_the_goal_of_the_week(desk, analytics):
    await desk.people.choose("ada", {"goal": 7})
    assert (await analytics.measures("ada", ALL_TIME)).pacing.goal == 7


async def test_what_is_shared_is_kept_apart_from_what_is_not(desk, analytics):
    await desk.jobs.add("ada", DRAFT.model_copy(update={"source": "Aunt"}))
    own = await analytics.spreadsheet("ada", ALL_TIME)
    shared = await analytics.spreadsheet("ada", ALL_TIME, shared=True)

    assert ("Acme" in own, "Aunt" in own) == (True, True)
    assert ("Acme" in shared, "Aunt" in shared) == (False, False)
    assert (await analytics.measures("ada", ALL_TIME, shared=True)).tiles.tiles[0].jobs == ("1",)
    assert (await analytics.measures("ada", ALL_TIME)).tiles.tiles[0].jobs != ("1",)


async def test_the_review_is_of_the_persons_own_week(desk, analytics, clock):
    clock.moment = datetime(2026, 3, 3, 12, tzinfo=UTC)
    await desk.jobs.add("ada", DRAFT)
    assert len((await analytics.review("ada", "")).chapters[0].entries) == 1
    assert (await analytics.review("charles", "")).words.startswith("A quiet week")
