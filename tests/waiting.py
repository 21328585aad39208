"""Waiting for what nothing tells of."""

import asyncio
from collections.abc import Awaitable, Callable

TRIES, PAUSE = 3_000, 0.01


async def until(has_come: Callable[[], bool] | Callable[[], Awaitable[bool]]) -> None:
    """Look again and again until it has come; raise `AssertionError` after half a minute."""
    for _ in range(TRIES):
        found = has_come()
        if found if isinstance(found, bool) else await found:
            return
        await asyncio.sleep(PAUSE)
    raise AssertionError("It has not come in half a minute.")
