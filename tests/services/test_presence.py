"""Pages of sessions that ended are found, and a glance that comes too early sends nobody out."""

import asyncio
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from typing import Any, cast

import pytest
from nicegui import Client

from app.presence import Presence
from services.errors import Unavailable
from services.identity.sessions import Sessions, handle_of
from services.storage.sqlite import SqliteTable
from services.storage.table import Place, Row
from tests.waiting import until


class Late(SqliteTable):
    """A table whose glances find nothing of what was written lately, or which is away."""

    is_late = False
    is_away = False

    async def glance(self, places: Collection[Place]) -> dict[Place, Row]:
        if self.is_away:
            raise Unavailable
        return {} if self.is_late else await super().glance(places)


class Page:
    """A page, as far as its presence goes."""

    id = "page"

    def on_delete(self, _: Callable[[], Any]) -> None:
        pass


class Doorkeeper(Presence):
    """Remembers whom it sent out."""

    def __init__(self, sessions: Sessions) -> None:
        super().__init__(sessions, seconds=0.01)
        self.ended: list[str] = []

    def end(self, handle: str) -> None:
        self.ended.append(handle)


@pytest.fixture
def table(tmp_path, clock) -> Iterator[Late]:
    table = Late(tmp_path / "rows.db", clock)
    yield table
    table.close()


@pytest.fixture
def sessions(table, clock) -> Sessions:
    return Sessions(table, clock)


@pytest.fixture
async def token(sessions) -> str:
    return await sessions.open("ada")


@pytest.fixture
def keeper(sessions, token) -> Doorkeeper:
    keeper = Doorkeeper(sessions)
    keeper.enter(handle_of(token), cast(Client, Page()))
    return keeper


async def until_ended(keeper: Doorkeeper, handle: str) -> None:
    watching = asyncio.create_task(keeper.watch())
    await until(lambda: handle in keeper.ended)
    watching.cancel()


async def look(keeper: Doorkeeper) -> list[str]:
    with suppress(TimeoutError):
        await asyncio.wait_for(keeper.watch(), 0.15)
    return keeper.ended


async def test_an_open_session_keeps_its_page(keeper):
    assert await look(keeper) == []


async def test_a_session_that_ended_at_another_server_loses_its_page(keeper, token, table, clock):
    await Sessions(table, clock).close(token)
    await until_ended(keeper, handle_of(token))


async def test_a_session_that_ended_by_time_loses_its_page(keeper, token, clock):
    clock.forward(days=8)
    await until_ended(keeper, handle_of(token))


async def test_who_signed_in_this_second_at_another_server_is_not_sent_out(keeper, table):
    table.is_late = True
    assert await look(keeper) == []


async def test_nobody_is_sent_out_because_the_storage_is_away(keeper, table):
    table.is_away = True
    assert await look(keeper) == []


async def test_a_glance_tells_the_open_sessions_of_many(sessions, clock):
    tokens = [await sessions.open(person) for person in ("ada", "charles", "grace")]
    await sessions.close(tokens[1])
    handles = [handle_of(token) for token in tokens]

    assert await sessions.open_among([*handles, "none"]) == {handles[0], handles[2]}
    clock.forward(days=8)
    assert await sessions.open_among(handles) == set()
