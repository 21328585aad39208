"""Work that was begun and whose server has gone: it is found and finished after all."""

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Protocol

from services.clock import Clock
from services.errors import Unavailable, VaultError
from services.queue.queue import Queue, Work

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
MOST_TRIES = 5
PAUSE = 5.0
"""Seconds between two looks where there was nothing to do."""

AT_ONCE = 4
"""How much a process does at once of what others left."""

FIRST_KIND = "advice"
"""What work is that names no kind: the only one there was before it had to."""


class Finisher(Protocol):
    """Knows one kind of work. `look_after` is when it is worth a look whether it has ended, and
    `is_promised` says that it is tried however often it fails."""

    kind: str
    look_after: timedelta
    is_promised: bool

    async def finish(self, owner: str, facts: Mapping[str, Any], asked: datetime) -> bool:
        """Return True once this has ended, having done it if nobody does; False while it is alive.

        Raise `Unavailable` to have it tried again later, and any other `VaultError` to give it up.
        """


class Unfinished:
    """Remembers each thing that was begun, until it has ended one way or the other.

    What is remembered are ids: no content goes into the queue.
    """

    def __init__(self, queue: Queue, now: Clock) -> None:
        self._queue = queue
        self._now = now
        self._finishers: dict[str, Finisher] = {}

    def know(self, finisher: Finisher) -> None:
        """Learn how one kind of work is finished."""
        self._finishers[finisher.kind] = finisher

    async def remember(
        self, kind: str, owner: str, facts: Mapping[str, str], after: timedelta | None = None
    ) -> None:
        """Keep in mind that this was begun, to be looked at `after` so long or when it is due."""
        body = {"kind": kind, "owner": owner, "at": self._now().isoformat(), **facts}
        due = self._finishers[kind].look_after if after is None else after
        await self._queue.put(body, due)

    async def work(self) -> None:
        """Finish what others left, until cancelled; an outage only delays it."""
        room, under_way = asyncio.Semaphore(AT_ONCE), set[asyncio.Task[None]]()

        def ended(task: asyncio.Task[None]) -> None:
            # An accident in it is logged, as of any task, and ends no other work.
            under_way.discard(task)
            room.release()

        try:
            while True:
                await room.acquire()
                work = await self._take()
                if work is None:
                    room.release()
                    await asyncio.sleep(PAUSE)
                    continue
                doing = asyncio.create_task(self._attempt(work))
                under_way.add(doing)
                doing.add_done_callback(ended)
        finally:
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)

    async def work_once(self) -> bool:
        """Take one thing that is due and see it through; tell whether there was any."""
        work = await self._queue.take(LEASE)
        if work is not None:
            await self._see_through(work)
        return work is not None

    async def _take(self) -> Work | None:
        try:
            return await self._queue.take(LEASE)
        except Unavailable:
            return None

    async def _attempt(self, work: Work) -> None:
        try:
            await self._see_through(work)
        except Unavailable:
            return  # The lease runs out, and it is tried again.
        except asyncio.CancelledError:
            await self._hand_on(work)
            raise

    async def _see_through(self, work: Work) -> None:
        finisher = self._finishers.get(_kind(work))
        is_promised = finisher is not None and finisher.is_promised
        if work.tries > MOST_TRIES and not is_promised:
            log.warning("work given up", extra={"kind": _kind(work)})
        elif finisher is None:
            return  # A newer server put it, and one like it will know it.
        elif not await self._finish(finisher, work):
            # Alive: somebody looks again, as often as it takes.
            await self._queue.put(work.body, finisher.look_after)
        await self._queue.done(work)

    async def _hand_on(self, work: Work) -> None:
        """Give the work to others at once, as if it had never been taken."""
        with suppress(Unavailable):
            await self._queue.put(work.body)
            await self._queue.done(work)

    async def _finish(self, finisher: Finisher, work: Work) -> bool:
        owner, asked = str(work.body["owner"]), datetime.fromisoformat(work.body["at"])
        try:
            return await finisher.finish(owner, work.body, asked)
        except Unavailable:
            raise
        except VaultError as problem:
            # An answer, if not the one hoped for: the person finds what broke off, and may ask.
            facts = {"kind": finisher.kind, "why": type(problem).__name__}
            log.info("work refused", extra={"person": owner, **facts})
            return True


def _kind(work: Work) -> str:
    return str(work.body.get("kind", FIRST_KIND))
