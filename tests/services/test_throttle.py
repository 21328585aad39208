"""The throttle: how often anyone may guess."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest

from services.errors import Invalid, NotAllowed, TooMany, Unavailable
from services.identity.throttle import Limit, Throttle, signing_up
from services.storage.sqlite import SqliteTable

ADA, HERE, HOME = "ada@example.org", "192.0.2.1", "198.51.100.7"


@pytest.fixture
def table(tmp_path, clock):
    table = SqliteTable(tmp_path / "rows.db", clock)
    yield table
    table.close()


@pytest.fixture
def throttle(table, clock) -> Throttle:
    return Throttle(table, clock)


async def guess(throttle: Throttle, account: str, address: str, end=NotAllowed) -> str:
    """Guess once, with an end, and return what became of it."""
    try:
        async with throttle.guess(account, address):
            if end:
                raise end
    except TooMany:
        return "turned away"
    except (NotAllowed, Invalid, Unavailable):
        return "evaluated"
    return "right"


async def test_of_1000_guesses_at_an_account_from_one_address_20_are_evaluated(throttle):
    guesses = Counter([await guess(throttle, ADA, HERE) for _ in range(1_000)])
    assert guesses == {"evaluated": 20, "turned away": 980}


async def test_of_1000_guesses_at_an_account_from_50_addresses_100_are_evaluated(throttle):
    guesses = [guess(throttle, ADA, f"192.0.2.{number % 50}") for number in range(1_000)]
    assert Counter(await asyncio.gather(*guesses))["evaluated"] == 100


async def test_of_1000_accounts_tried_from_one_address_60_are_evaluated(throttle):
    guesses = [guess(throttle, f"p{number}@example.org", HERE) for number in range(1_000)]
    assert Counter(await asyncio.gather(*guesses))["evaluated"] == 60


async def test_guesses_at_the_same_moment_are_counted_one_by_one(throttle):
    guesses = [guess(throttle, ADA, HERE) for _ in range(200)]
    assert Counter(await asyncio.gather(*guesses))["evaluated"] == 20


async def test_two_processes_count_together(throttle, table, clock):
    other = Throttle(table, clock)
    guesses = [guess(each, ADA, HERE) for each in (throttle, other) for _ in range(50)]
    assert 0 < Counter(await asyncio.gather(*guesses))["evaluated"] <= 20


async def test_the_owner_still_gets_in_from_elsewhere(throttle):
    for _ in range(1_000):
        await guess(throttle, ADA, HERE)
    assert await guess(throttle, ADA, HOME, end=None) == "right"


async def test_no_stretch_of_an_hour_holds_more_than_20(throttle, clock):
    clock.forward(minutes=59)
    first = [await guess(throttle, ADA, HERE) for _ in range(30)]
    clock.forward(minutes=59)
    second = [await guess(throttle, ADA, HERE) for _ in range(30)]
    clock.forward(minutes=1)
    third = [await guess(throttle, ADA, HERE) for _ in range(30)]
    counts = [guesses.count("evaluated") for guesses in (first, second, third)]
    assert counts == [20, 0, 20]


async def test_each_guess_is_forgotten_an_hour_after_it_was_made(throttle, clock):
    for _ in range(19):
        await guess(throttle, ADA, HERE)
    clock.forward(minutes=30)
    await guess(throttle, ADA, HERE)
    clock.forward(minutes=30)
    later = [await guess(throttle, ADA, HERE) for _ in range(30)]
    assert later.count("evaluated") == 19


async def test_who_is_turned_away_hears_how_long_to_wait(throttle, clock):
    for _ in range(20):
        await guess(throttle, ADA, HERE)
    clock.forward(minutes=50, seconds=30)
    with pytest.raises(TooMany, match="in 10 minutes") as problem:
        async with throttle.guess(ADA, HERE):
            pass
    assert problem.value.wait == timedelta(minutes=9, seconds=30)


async def test_counts_survive_a_restart(throttle, table, tmp_path, clock):
    for _ in range(20):
        await guess(throttle, ADA, HERE)
    table.close()
    reopened = SqliteTable(tmp_path / "rows.db", clock)
    assert await guess(Throttle(reopened, clock), ADA, HERE) == "turned away"
    reopened.close()


@pytest.mark.parametrize("end", [None, Invalid, Unavailable])
async def test_what_was_right_or_never_evaluated_is_not_counted(throttle, end):
    for _ in range(150):
        await guess(throttle, ADA, HERE, end)
    assert await guess(throttle, ADA, HERE) == "evaluated"


async def test_a_refused_guess_is_logged_without_a_word_on_whose_account(throttle, caplog):
    with caplog.at_level("INFO"):
        for end in (NotAllowed, None, Invalid, Unavailable):
            await guess(throttle, ADA, HERE, end)
    assert [each.message for each in caplog.records] == ["guess refused"]
    assert not {ADA, HERE} & set(map(str, vars(caplog.records[0]).values()))


async def test_an_accident_stays_counted(throttle):
    for _ in range(20):
        with pytest.raises(ZeroDivisionError):
            async with throttle.guess(ADA, HERE):
                raise ZeroDivisionError
    assert await guess(throttle, ADA, HERE) == "turned away"


async def test_a_right_guess_does_not_clear_the_wrong_ones(throttle):
    for _ in range(19):
        await guess(throttle, ADA, HERE)
    assert await guess(throttle, ADA, HERE, end=None) == "right"
    assert await guess(throttle, ADA, HERE) == "evaluated"
    assert await guess(throttle, ADA, HERE) == "turned away"


async def test_an_address_written_differently_is_the_same_account(throttle):
    for _ in range(20):
        await guess(throttle, ADA, HERE)
    assert await guess(throttle, " ADA@example.ORG", HERE) == "turned away"


@pytest.mark.parametrize(
    ("address", "other", "answer"),
    [
        ("2001:db8::1", "2001:db8::ffff:1", "turned away"),
        ("2001:db8::1", "2001:db8:0:1::1", "evaluated"),
        ("::ffff:192.0.2.1", "192.0.2.1", "turned away"),
        ("192.0.2.1", "192.0.2.2", "evaluated"),
        ("a socket", "a socket", "turned away"),
    ],
)
async def test_a_household_is_one_address(throttle, address, other, answer):
    for _ in range(20):
        await guess(throttle, ADA, address)
    assert await guess(throttle, ADA, other) == answer


async def test_a_limit_of_ones_own_holds_for_its_span(throttle, clock):
    limit = Limit("letters", most=1, span=timedelta(days=1))
    with pytest.raises(NotAllowed):
        async with throttle.attempt(limit):
            raise NotAllowed
    clock.forward(hours=23, minutes=59)
    with pytest.raises(TooMany, match="in 1 minute\\."):
        async with throttle.attempt(limit):
            pass
    clock.forward(minutes=1)
    async with throttle.attempt(limit):
        pass


async def test_the_rows_name_neither_account_nor_address(throttle, tmp_path):
    await guess(throttle, ADA, HERE)
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"throttle#" in stored
    assert ADA.encode() not in stored
    assert HERE.encode() not in stored


async def test_a_count_that_cannot_be_given_back_does_not_spoil_a_right_guess(throttle, table):
    async with throttle.guess(ADA, HERE):
        table.close()


async def test_an_address_signs_up_thirty_times_an_hour_whatever_comes_of_it(throttle, clock):
    for _ in range(30):
        await throttle.spend(signing_up(HERE))
    with pytest.raises(TooMany):
        await throttle.spend(signing_up(HERE))
    await throttle.spend(signing_up(HOME))
    clock.forward(hours=1)
    await throttle.spend(signing_up(HERE))
