"""Watches what reading costs while it goes on: late heartbeats, memory of each process."""

import asyncio
from collections.abc import Iterator
from contextlib import asynccontextmanager, suppress
from time import perf_counter

import psutil

BEAT = 0.01


class Watch:
    """The worst that was seen: how late a heartbeat came, and how large a child was."""

    def __init__(self) -> None:
        self.latest = 0.0
        self.largest = 0

    @asynccontextmanager
    async def watching(self):
        """Watch until the block ends."""
        beats, sizes = asyncio.create_task(self._beat()), asyncio.create_task(self._weigh())
        yield self
        for task in (beats, sizes):
            task.cancel()
        await asyncio.wait([beats, sizes])

    async def _beat(self) -> None:
        while True:
            start = perf_counter()
            await asyncio.sleep(BEAT)
            self.latest = max(self.latest, perf_counter() - start - BEAT)

    async def _weigh(self) -> None:
        while True:
            self.largest = max([self.largest, *await asyncio.to_thread(lambda: list(_sizes()))])
            await asyncio.sleep(0.02)


def _sizes() -> Iterator[int]:
    """Yield the own memory of each process that came from us, but for the nursery."""
    for nursery in psutil.Process().children():
        for child in nursery.children(recursive=True):
            with suppress(psutil.Error):
                yield child.memory_info().rss
