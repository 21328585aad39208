"""Who leaves is erased wholly, whatever happens on the way, and nobody else is touched."""

from dataclasses import dataclass
from datetime import timedelta
from math import inf

import pytest

from services.errors import NotAllowed, Unavailable
from services.files.files import Files
from services.identity.erasure import AT_ONCE, FRESH, Erasure, Leaving
from services.identity.members import Members
from services.queue.local import LocalQueue
from services.queue.unfinished import Unfinished
from services.storage.table import Delete, Put, Row, Table
from tests.contracts.identity.lobby import ADA, PASSWORD, Lobby, cognito_lobby, local_lobby
from tests.doubles import HeldClock

CHARLES = "charles@example.org"
MANY = AT_ONCE + 10


@dataclass
class House:
    """A place for rows and files, whoever knows the people, and who erases them."""

    table: "Breakable"
    files: Files
    lobby: Lobby
    erasure: Erasure
    unfinished: Unfinished
    clock: HeldClock
    forgotten: list[str]

    async def left(self, person: str) -> set[str]:
        """Return the sort keys of the rows, and the names of the files, that are left."""
        rows = await self.table.query(f"person#{person}")
        return {row.sort for row in rows} | set(await self.files.names(person))

    async def furnish(self, person: str) -> None:
        """Give the person rows, a file, a session and a token."""
        rows = [Put(Row(f"person#{person}", f"job#{number}", {})) for number in range(MANY)]
        for start in range(0, MANY, 50):
            await self.table.commit(*rows[start : start + 50])
        await self.files.put(person, "paper", b"a paper")
        await self.lobby.sessions.open(person)
        await self.lobby.tokens.make(person, "a program", {"read"}, timedelta(days=1))


class Breakable:
    """A table that stops taking commits once there were as many as it is told."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.left = inf
        self.get, self.query = table.get, table.query

    async def commit(self, *writes: Put | Delete) -> None:
        if self.left == 0:
            raise Unavailable
        self.left -= 1
        await self._table.commit(*writes)


def open_house(table: Breakable, files: Files, lobby: Lobby, clock: HeldClock) -> House:
    unfinished, forgotten = Unfinished(LocalQueue(table, clock), clock), list[str]()
    erasure = Erasure(table, files, unfinished, lobby.identity, forgotten.append, clock)
    unfinished.know(erasure)
    return House(table, files, lobby, erasure, unfinished, clock, forgotten)


@pytest.fixture
def small(sqlite_table, folder_files, clock) -> House:
    table = Breakable(sqlite_table)
    return open_house(table, folder_files, local_lobby(table, clock), clock)


@pytest.fixture
def cloud(task_table, task_files, task_pool, clock) -> House:
    """On what the templates made, as the task role may use it."""
    table = Breakable(task_table)
    return open_house(table, task_files, cognito_lobby(table, clock, task_pool), clock)


@pytest.fixture(params=["small", "cloud"])
def house(request) -> House:
    return request.getfixturevalue(request.param)


@pytest.fixture
async def ada(house) -> str:
    ada = await house.lobby.join(ADA, PASSWORD, "Ada Lovelace")
    await house.furnish(ada)
    return ada


async def test_everything_of_somebody_goes_and_nothing_of_anybody_else(house, ada):
    charles = await house.lobby.join(CHARLES, PASSWORD, "Charles")
    await house.files.put(charles, "paper", b"another")
    before = await house.left(charles)
    session = await house.lobby.sessions.open(ada)
    token = await house.lobby.tokens.make_for_sign_in(ada)

    await house.erasure.begin(ada, PASSWORD, house.clock())
    assert await house.erasure.carry_out(ada) is Leaving.GONE

    assert await house.left(ada) == {"leaving"}
    assert await house.lobby.sessions.find(session) is None
    assert await house.lobby.tokens.find(token) is None
    assert house.forgotten == [ada]
    with pytest.raises(NotAllowed):
        await house.lobby.identity.sign_in(ADA, PASSWORD)
    assert await house.left(charles) == before
    assert await house.lobby.join(ADA, PASSWORD, "Another Ada") != ada


async def test_a_wrong_password_erases_nothing(house, ada):
    before = await house.left(ada)
    with pytest.raises(NotAllowed):
        await house.erasure.begin(ada, "not engines", house.clock())
    assert await house.erasure.carry_out(ada) is Leaving.NO
    assert await house.left(ada) == before
    house.clock.forward(seconds=Erasure.look_after.total_seconds())
    assert not await house.unfinished.work_once()


async def test_what_was_written_while_somebody_left_goes_too(house, ada):
    await house.erasure.begin(ada, PASSWORD, house.clock())
    await house.erasure.carry_out(ada)
    await house.table.commit(Put(Row(f"person#{ada}", "chat#late", {})))
    await house.files.put(ada, "late", b"a paper")
    house.clock.forward(seconds=Erasure.look_after.total_seconds())

    assert await house.unfinished.work_once()

    assert await house.left(ada) == set()
    assert not await house.unfinished.work_once()


@pytest.mark.parametrize("commits", range(5))
async def test_an_erasure_that_broke_off_is_finished_later(house, ada, commits):
    await house.erasure.begin(ada, PASSWORD, house.clock())
    house.table.left = commits
    assert await house.erasure.carry_out(ada) is Leaving.GOING
    house.table.left = inf
    house.clock.forward(seconds=Erasure.look_after.total_seconds())

    assert await house.unfinished.work_once()

    assert await house.left(ada) == set()
    with pytest.raises(NotAllowed):
        await house.lobby.identity.sign_in(ADA, PASSWORD)


async def test_who_has_no_password_here_gives_their_address_soon_after_signing_in(cloud):
    ada = await cloud.lobby.join(ADA, PASSWORD, "Ada Lovelace")
    members = Members(cloud.table)
    await members.save((await members.of(ada)).model_copy(update={"is_from_elsewhere": True}))
    signed_in = cloud.clock()
    with pytest.raises(NotAllowed, match="not the e-mail address"):
        await cloud.erasure.begin(ada, CHARLES, signed_in)
    with pytest.raises(NotAllowed, match="sign in again"):
        await cloud.erasure.begin(ada, ADA, signed_in - FRESH - timedelta(seconds=1))
    await cloud.erasure.begin(ada, ADA.upper(), signed_in)
    assert await cloud.erasure.carry_out(ada)
