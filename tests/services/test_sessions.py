"""Sessions: who is signed in where, and until when."""

import asyncio

import pytest

from services.identity.secret import digest
from services.identity.sessions import Sessions
from services.storage.sqlite import SqliteTable


@pytest.fixture
def table(tmp_path, clock):
    table = SqliteTable(tmp_path / "rows.db", clock)
    yield table
    table.close()


@pytest.fixture
def sessions(table, clock) -> Sessions:
    return Sessions(table, clock)


async def test_a_token_finds_its_session(sessions, clock):
    token = await sessions.open("ada", "Firefox", "192.0.2.1")
    session = await sessions.find(token)
    assert (session.person, session.agent, session.address) == ("ada", "Firefox", "192.0.2.1")
    assert session.opened == session.seen == clock()


async def test_every_sign_in_has_a_token_of_its_own(sessions):
    tokens = {await sessions.open("ada") for _ in range(20)}
    assert len(tokens) == 20
    assert all(len(token) == 43 for token in tokens)


@pytest.mark.parametrize("token", ["", "made up", "\ud800", "x" * 10_000])
async def test_a_token_that_was_never_given_finds_nothing(sessions, token):
    await sessions.open("ada")
    assert await sessions.find(token) is None
    await sessions.close(token)


async def test_the_handle_names_a_session_and_opens_nothing(sessions):
    session = await sessions.find(await sessions.open("ada"))
    assert await sessions.find(session.handle) is None
    assert await sessions.peek(session.handle) == session


async def test_a_closed_session_stays_closed(sessions):
    token = await sessions.open("ada")
    await sessions.close(token)
    for _ in range(30):
        assert await sessions.find(token) is None
    assert await sessions.of("ada") == []


async def test_a_session_nobody_uses_ends_after_seven_days(sessions, clock):
    first, second = await sessions.open("ada"), await sessions.open("ada")
    clock.forward(days=6, hours=23, minutes=59)
    assert await sessions.find(first)
    clock.forward(minutes=1)
    assert await sessions.find(second) is None
    assert await sessions.find(first)


async def test_a_busy_session_ends_after_thirty_days(sessions, clock):
    token = await sessions.open("ada")
    for _ in range(29):
        clock.forward(days=1)
        assert await sessions.find(token)
    clock.forward(hours=23, minutes=59)
    assert await sessions.find(token)
    clock.forward(minutes=1)
    assert await sessions.find(token) is None


async def test_being_seen_is_written_down_once_an_hour(sessions, table, clock):
    token = await sessions.open("ada")
    for _ in range(60):
        await sessions.find(token)
        clock.forward(minutes=1)
    assert (await table.get(f"session#{digest(token)}", "session")).version == 1
    assert (await sessions.find(token)).seen == clock()
    assert (await table.get(f"session#{digest(token)}", "session")).version == 2


async def test_looking_at_a_session_does_not_keep_it_open(sessions, clock):
    handle = (await sessions.find(await sessions.open("ada"))).handle
    clock.forward(days=6)
    assert await sessions.peek(handle)
    clock.forward(days=1)
    assert await sessions.peek(handle) is None


async def test_a_person_sees_their_own_sessions_the_last_seen_first(sessions, clock):
    older = await sessions.open("ada", "Firefox")
    await sessions.open("charles", "Lynx")
    clock.forward(hours=1)
    await sessions.open("ada", "Safari")
    assert [session.agent for session in await sessions.of("ada")] == ["Safari", "Firefox"]
    clock.forward(hours=1)
    await sessions.find(older)
    assert [session.agent for session in await sessions.of("ada")] == ["Firefox", "Safari"]


async def test_ending_all_sessions_may_spare_one_and_spares_other_people(sessions):
    mine, other = await sessions.open("ada"), await sessions.open("ada")
    foreign = await sessions.open("charles")
    await sessions.close_all("ada", keep=(await sessions.find(mine)).handle)
    assert await sessions.find(mine)
    assert await sessions.find(other) is None
    assert await sessions.find(foreign)


async def test_nobody_ends_the_session_of_someone_else(sessions):
    token = await sessions.open("ada")
    await sessions.end("charles", (await sessions.find(token)).handle)
    assert await sessions.find(token)


async def test_listeners_hear_the_handle_of_each_closed_session_once(sessions):
    heard = []
    sessions.on_closed(heard.append)
    tokens = [await sessions.open("ada") for _ in range(3)]
    await sessions.close(tokens[0])
    await sessions.close(tokens[0])
    await sessions.close_all("ada")
    assert sorted(heard) == sorted(digest(token) for token in tokens)


async def test_a_session_survives_a_restart(sessions, table, tmp_path, clock):
    token = await sessions.open("ada")
    table.close()
    reopened = SqliteTable(tmp_path / "rows.db", clock)
    assert (await Sessions(reopened, clock).find(token)).person == "ada"
    reopened.close()


async def test_a_session_closed_while_it_is_used_is_closed(sessions, clock):
    token = await sessions.open("ada", "x" * 5_000)
    clock.forward(hours=2)
    await sessions.find(token)
    await sessions.close_all("ada")
    assert await sessions.find(token) is None


async def test_the_rows_hold_no_token(sessions, tmp_path):
    token = await sessions.open("ada")
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert digest(token).encode() in stored
    assert token.encode() not in stored


async def test_many_tabs_seen_at_the_same_moment_are_all_let_in(sessions, clock):
    token = await sessions.open("ada")
    clock.forward(hours=2)
    found = await asyncio.gather(*[sessions.find(token) for _ in range(20)])
    assert [session.seen for session in found] == [clock()] * 20


async def test_a_session_ends_even_while_other_tabs_use_it(sessions, clock):
    token = await sessions.open("ada")
    clock.forward(hours=2)
    uses = [sessions.find(token) for _ in range(5)]
    await asyncio.gather(*uses, sessions.close(token), sessions.close_all("ada"))
    assert await sessions.find(token) is None
    assert await sessions.of("ada") == []
