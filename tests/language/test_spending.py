import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from services.errors import Invalid, TooMany
from services.language.call import Estimate
from services.language.model import Material, Usage
from services.language.prices import price_of
from services.language.spending import Spending
from services.storage.sqlite import SqliteTable
from tests.doubles import HeldClock
from tests.language.conftest import ADVICE

CENT = 10_000
FLASH = "gemini-3.8-flash"
TEN_CENTS = Estimate(model=FLASH, prompt_tokens=1000, answer_tokens=8000, cost=10 * CENT)
USED = Usage(prompt=1000, answer=2000, thought=500, cached=400)


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock(datetime(2026, 11, 22, 9, 0, tzinfo=UTC))


@pytest.fixture
async def tables(tmp_path: Path, clock: HeldClock) -> AsyncIterator[list[SqliteTable]]:
    """Two processes on one file."""
    tables = [SqliteTable(tmp_path / "careervault.db", clock) for _ in range(2)]
    yield tables
    for table in tables:
        table.close()


def keep(table: SqliteTable, clock: HeldClock, month: int = 1_000 * CENT) -> Spending:
    return Spending(table, clock, daily_cap=50 * CENT, monthly_cap=month)


@pytest.fixture
def spending(tables: list[SqliteTable], clock: HeldClock) -> Spending:
    return keep(tables[0], clock)


async def test_a_price_is_shown_before_and_never_exceeded(spending: Spending):
    estimate = spending.estimate(ADVICE, FLASH)

    assert estimate.answer_tokens == ADVICE.most_tokens
    assert estimate.words == "at most $0.04"
    most = Usage(prompt=estimate.prompt_tokens, answer=ADVICE.most_tokens)
    reservation = await spending.reserve("ada", "advice", estimate)
    assert (await spending.settle(reservation, most)).cost == estimate.cost


@pytest.mark.parametrize("text", ["Twelve good words " * 99, "予定表を作成しました" * 99])
def test_a_longer_text_costs_more_and_is_never_reckoned_too_cheap(spending: Spending, text: str):
    short = spending.estimate(ADVICE, FLASH)
    long = spending.estimate(replace(ADVICE, material=(Material("resume", text),)), FLASH)

    assert long.prompt_tokens >= len(text) // 4
    assert long.cost >= short.cost


async def test_what_a_call_came_to_is_settled_and_remembered(spending: Spending):
    reservation = await spending.reserve("ada", "advice", TEN_CENTS)
    assert (await spending.today("ada")).left == 40 * CENT

    call = await spending.settle(reservation, USED)
    assert call.cost == (600 * 75 + 400 * 7.5 + 2500 * 375) / 100
    today = await spending.today("ada")
    assert (today.spent, today.left) == (call.cost, 50 * CENT - call.cost)
    assert (await spending.this_month()).spent == call.cost
    assert await spending.calls("ada") == [call]
    assert (call.purpose, call.model, call.prompt_tokens, call.answer_tokens, call.exact) == (
        *("advice", FLASH, 1000, 2500),
        True,
    )


async def test_what_was_paid_is_logged_for_who_watches_the_spending(spending: Spending, caplog):
    reservation = await spending.reserve("ada", "advice", TEN_CENTS)
    with caplog.at_level("INFO"):
        call = await spending.settle(reservation, USED)
        await spending.settle(reservation, USED)
    paid = [each.cost for each in caplog.records if each.message == "model paid"]
    assert paid == [call.cost]


async def test_a_call_that_never_reported_costs_its_estimate(spending: Spending):
    reservation = await spending.reserve("ada", "advice", spending.estimate(ADVICE, FLASH))
    call = await spending.settle(reservation, None)
    assert call.cost == reservation.estimate.cost
    assert not call.exact


async def test_a_call_that_was_never_made_costs_nothing(spending: Spending):
    await spending.release(await spending.reserve("ada", "advice", TEN_CENTS))
    assert (await spending.today("ada")).left == 50 * CENT
    assert (await spending.this_month()).left == 1_000 * CENT
    assert await spending.calls("ada") == []


async def test_a_call_is_settled_once(spending: Spending):
    reservation = await spending.reserve("ada", "advice", TEN_CENTS)
    await spending.settle(reservation, USED)
    spent = (await spending.today("ada")).spent
    await spending.settle(reservation, USED)
    assert (await spending.today("ada")).spent == spent


async def test_a_person_stays_under_their_day(spending: Spending):
    for _ in range(5):
        await spending.reserve("ada", "advice", TEN_CENTS)
    with pytest.raises(TooMany, match="daily limit") as refused:
        await spending.reserve("ada", "advice", TEN_CENTS)

    assert refused.value.wait == timedelta(hours=15)
    await spending.reserve("charles", "advice", TEN_CENTS)


async def test_a_person_may_choose_a_lower_limit_and_take_it_back(spending: Spending):
    assert await spending.chosen("ada") is None
    assert (await spending.limit("ada", 15 * CENT)).left == 15 * CENT
    await spending.reserve("ada", "advice", TEN_CENTS)
    with pytest.raises(TooMany, match=r"daily limit for written advice \(\$0.00 of \$0.15 used\)"):
        await spending.reserve("ada", "advice", TEN_CENTS)
    await spending.reserve("charles", "advice", TEN_CENTS)

    assert (await spending.limit("ada", 0)).left == 0
    assert await spending.chosen("ada") == 0
    assert (await spending.limit("ada", None)).left == 40 * CENT


async def test_nobody_chooses_more_than_the_instance_allows(
    tables: list[SqliteTable], clock: HeldClock, spending: Spending
):
    for amount in (51 * CENT, -1):
        with pytest.raises(Invalid, match=r"at most \$0.50"):
            await spending.limit("ada", amount)
    await spending.limit("ada", 50 * CENT)
    cheaper = Spending(tables[0], clock, daily_cap=CENT, monthly_cap=CENT)
    assert (await cheaper.today("ada")).cap == CENT


async def test_everybody_together_stays_under_the_month(
    tables: list[SqliteTable], clock: HeldClock
):
    spending = keep(tables[0], clock, month=15 * CENT)
    await spending.reserve("ada", "advice", TEN_CENTS)
    with pytest.raises(TooMany, match="this month") as refused:
        await spending.reserve("charles", "advice", TEN_CENTS)

    assert clock() + refused.value.wait == datetime(2026, 12, 1, tzinfo=UTC)
    assert (await spending.today("charles")).left == 50 * CENT


async def test_fifty_at_once_from_two_processes_do_not_pass_the_cap(
    tables: list[SqliteTable], clock: HeldClock
):
    processes = [keep(table, clock) for table in tables]
    tries = [processes[n % 2].reserve("ada", "advice", TEN_CENTS) for n in range(50)]
    results = await asyncio.gather(*tries, return_exceptions=True)

    kept = [result for result in results if not isinstance(result, BaseException)]
    assert len(kept) == 5
    assert all(isinstance(result, TooMany) for result in results if result not in kept)
    await asyncio.gather(*(processes[0].settle(each, USED) for each in kept))
    assert (await processes[1].this_month()).spent == sum(
        call.cost for call in await processes[1].calls("ada")
    )


async def test_a_process_that_died_does_not_lock_the_money_for_ever(
    spending: Spending, clock: HeldClock
):
    for _ in range(5):
        await spending.reserve("ada", "advice", TEN_CENTS)
    clock.forward(minutes=16)
    await spending.reserve("ada", "advice", TEN_CENTS)
    assert (await spending.today("ada")).left == 40 * CENT


async def test_a_call_over_midnight_belongs_to_the_day_it_began(
    spending: Spending, clock: HeldClock
):
    clock.forward(hours=14, minutes=59)
    reservation = await spending.reserve("ada", "advice", TEN_CENTS)
    clock.forward(minutes=2)
    await spending.settle(reservation, USED)

    assert (await spending.today("ada")).spent == 0
    assert (await spending.this_month()).spent > 0


async def test_nobody_sees_what_another_spent(spending: Spending):
    await spending.settle(await spending.reserve("ada", "advice", TEN_CENTS), USED)
    assert await spending.calls("charles") == []
    assert (await spending.today("charles")).spent == 0


def test_a_price_that_rises_counts_from_its_day():
    spring, autumn = datetime(2027, 3, 1, tzinfo=UTC), datetime(2026, 11, 22, tzinfo=UTC)
    assert price_of(FLASH, spring.date()).of(USED) > price_of(FLASH, autumn.date()).of(USED)


def test_a_model_nobody_priced_is_reckoned_as_the_dearest():
    day = datetime(2026, 11, 22, tzinfo=UTC).date()
    assert price_of("gemini-9", day).answer >= price_of(FLASH, day).answer
