"""Whether the time of a refusal tells who has an account: `python -m benchmarks.telling`.

A wrong password for an account and any password for an unknown address, in turns. The pool is the
one that the template made, on a server of this machine. What that server takes says nothing of
AWS, so it is left out: our own side is what we can answer for.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from services.clock import utc_now
from services.errors import NotAllowed
from services.identity.passwords import owasp_hasher
from services.storage.sqlite import SqliteTable
from tests.aws import deploy
from tests.contracts.identity.lobby import (
    ADA,
    PASSWORD,
    Lobby,
    cognito_lobby,
    local_lobby,
    made_pool,
)
from tests.ministack import ministack

TURNS = 40
NOBODY = "charles@example.org"


async def main() -> None:
    with TemporaryDirectory() as folder, ministack(Path(folder)) as address:
        table = SqliteTable(Path(folder) / "rows.db")
        pool = made_pool(deploy(address))
        theirs = Theirs(pool.client)
        lobbies = {
            "local accounts": local_lobby(table, utc_now, owasp_hasher()),
            "a Cognito pool": cognito_lobby(table, utc_now, pool),
        }
        for name, lobby in lobbies.items():
            await lobby.join(ADA, PASSWORD, "Ada")
            await _compare(name, lobby, theirs)
        table.close()


class Theirs:
    """Adds up the seconds that a client waits for its server."""

    def __init__(self, client: Any) -> None:
        self.seconds = 0.0
        client.meta.events.register("before-call.cognito-idp.*", self._begin)
        client.meta.events.register("after-call.cognito-idp.*", self._end)

    def _begin(self, **_: object) -> None:
        self._start = time.perf_counter()

    def _end(self, **_: object) -> None:
        self.seconds += time.perf_counter() - self._start


async def _compare(name: str, lobby: Lobby, theirs: Theirs) -> None:
    times: dict[str, list[float]] = {ADA: [], NOBODY: []}
    for _ in range(TURNS):
        for email, taken in times.items():
            before = theirs.seconds
            whole = await _taken(lambda email=email: lobby.identity.sign_in(email, "wrong"))
            taken.append(whole - (theirs.seconds - before))
    wrong, unknown = (median(taken) for taken in times.values())
    print(f"{name}: wrong password {wrong * 1000:.0f} ms, unknown address {unknown * 1000:.0f} ms")
    print(f"{name}: unknown takes {unknown / wrong:.2f} times as long")


async def _taken(attempt: Callable[[], Awaitable[object]]) -> float:
    start = time.perf_counter()
    with suppress(NotAllowed):
        await attempt()
    return time.perf_counter() - start


if __name__ == "__main__":
    asyncio.run(main())
