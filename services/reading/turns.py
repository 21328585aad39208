"""Whose turn it is to have a file read."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class Turns:
    """Lets a few in at once, and of one person one, so that nobody keeps all others waiting."""

    def __init__(self, at_once: int) -> None:
        self._every = asyncio.Semaphore(at_once)
        self._own: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, whose: str) -> AsyncIterator[None]:
        """Wait for this person's turn, and hold it."""
        own = self._own.get(whose)
        if own is None:
            own = self._own[whose] = asyncio.Lock()
        async with own, self._every:
            yield
