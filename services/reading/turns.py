"""Whose turn it is to have a file read."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from services.errors import TooMany

MOST_WAITING = 60_000_000
"""The most bytes of one person's that may wait for their turn."""


class Turns:
    """Lets a few in at once, and of one person one, so that nobody keeps all others waiting."""

    def __init__(self, at_once: int) -> None:
        self._every = asyncio.Semaphore(at_once)
        self._own: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._waiting: Counter[str] = Counter()

    @asynccontextmanager
    async def turn(self, whose: str, size: int = 0) -> AsyncIterator[None]:
        """Wait for this person's turn, and hold it.

        Raise `TooMany` if more than `MOST_WAITING` bytes of theirs would be held meanwhile.
        """
        if self._waiting[whose] + size > MOST_WAITING:
            raise TooMany("Several of your files are still being read. Please wait for those.")
        own = self._own.get(whose)
        if own is None:
            own = self._own[whose] = asyncio.Lock()
        self._waiting[whose] += size
        try:
            async with own, self._every:
                yield
        finally:
            self._waiting[whose] -= size
            if not self._waiting[whose]:
                del self._waiting[whose]
