"""Every identity adapter in a lobby of its own, and Ada, who has signed up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from services.identity.identity import Identity
from tests.aws import aws_client
from tests.contracts.identity.lobby import (
    ADA,
    PASSWORD,
    CognitoPool,
    Lobby,
    cognito_lobby,
    local_lobby,
    made_pool,
)
from tests.doubles import HeldClock


@pytest.fixture
def clock() -> HeldClock:
    # The pool looks at the real clock, so ours starts there.
    return HeldClock(datetime.now(UTC))


@pytest.fixture
def local(sqlite_table, clock) -> Lobby:
    return local_lobby(sqlite_table, clock)


@pytest.fixture
def pool(account) -> Iterator[CognitoPool]:
    """The pool that the template made; nobody stays in it."""
    pool = made_pool(account)
    yield pool
    pool.forget_everyone()


@pytest.fixture
def task_pool(account, pool) -> CognitoPool:
    """The pool as the task role may use it."""
    return replace(pool, client=account.task("cognito-idp"))


@pytest.fixture
def cognito(sqlite_table, clock, task_pool) -> Lobby:
    return cognito_lobby(sqlite_table, clock, task_pool)


@pytest.fixture
def local_on_a_closed_table(closed_sqlite_table, clock) -> Lobby:
    return local_lobby(closed_sqlite_table, clock)


@pytest.fixture
def cognito_out_of_reach(sqlite_table, clock) -> Lobby:
    deaf = aws_client("cognito-idp", "http://127.0.0.1:9")
    pool = CognitoPool(deaf, "us-east-2_nowhere", "nobody", "nothing")
    return cognito_lobby(sqlite_table, clock, pool)


@pytest.fixture(params=["local", "cognito"])
def lobby(request) -> Lobby:
    return request.getfixturevalue(request.param)


@pytest.fixture(params=["local_on_a_closed_table", "cognito_out_of_reach"])
def lost_lobby(request) -> Lobby:
    return request.getfixturevalue(request.param)


@pytest.fixture
def identity(lobby) -> Identity:
    return lobby.identity


@pytest.fixture
async def ada(lobby) -> str:
    return await lobby.join(ADA, PASSWORD, "Ada Lovelace")
