"""Doing what was put into the queue."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from services.errors import Unavailable
from services.queue.queue import Queue, Work

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
PAUSE = 5.0
"""Seconds between two looks where there was nothing to do."""

Deed = Callable[[Work], Awaitable[bool]]
"""Does a piece of work and tells whether it is over; what is not comes up again."""


class Worker:
    """Gives each piece of work to the deed of its `kind`."""

    def __init__(self, queue: Queue, deeds: Mapping[str, Deed]) -> None:
        self._queue = queue
        self._deeds = deeds

    async def work(self) -> None:
        """Do what is due until cancelled; an outage only delays it."""
        while True:
            try:
                found = await self.work_once()
            except Unavailable:
                found = False
            if not found:
                await asyncio.sleep(PAUSE)

    async def work_once(self) -> bool:
        """Take one thing that is due and see it through; tell whether there was any."""
        work = await self._queue.take(LEASE)
        if work is None:
            return False
        deed = self._deeds.get(str(work.body.get("kind")))
        if deed is None:
            # Another version's, while both are running: it stays for that one.
            log.warning("work of an unknown kind", extra={"tries": work.tries})
        elif await deed(work):
            await self._queue.done(work)
        return True
