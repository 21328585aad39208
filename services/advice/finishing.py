"""Advice that was asked for, kept until it has ended, so that another server can write it."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from services.advice.advice import Advice
from services.advice.ask import Ask
from services.advice.kept import KeptAdvice, State
from services.clock import Clock, new_id
from services.errors import Invalid, Unavailable, VaultError
from services.jobs.book import partition
from services.queue.unfinished import FIRST_KIND, Unfinished
from services.storage.table import Delete, Put, Row, Table

log = logging.getLogger(__name__)

STALE = timedelta(seconds=15)
"""After this without a sign of life an advice is not being written any more, wherever it was."""

WANTED = timedelta(days=1)
"""Who has asked and got nothing in this time does not wait for it any more."""


class Finishing:
    """Sees through what was asked for; `tell` has every tab of a person's look again."""

    kind = FIRST_KIND
    look_after = timedelta(seconds=20)
    is_promised = False

    def __init__(
        self,
        table: Table,
        unfinished: Unfinished,
        advice: Advice,
        tell: Callable[[str], Awaitable[None]],
        now: Clock,
    ) -> None:
        self._table = table
        self._unfinished = unfinished
        self._advice = advice
        self._tell = tell
        self._now = now
        unfinished.know(self)

    async def remember(self, owner: str, ask: Ask) -> None:
        """Keep in mind that this was asked for, before it is begun; raise what forbids asking it.

        What was asked stays among the person's own rows; only its id goes further. Where nothing
        can be kept, it would be lost with this process, but it can be written all the same.
        """
        await self._advice.allow(owner, ask)
        asked = new_id()
        row = Row(*_place(owner, asked), ask.model_dump(mode="json"), 0, self._now() + WANTED)
        with suppress(Unavailable, Invalid):
            await self._table.commit(Put(row))
            await self._unfinished.remember(self.kind, owner, {"asked": asked})

    async def finish(self, owner: str, facts: Mapping[str, Any], asked: datetime) -> bool:
        """Write the advice, unless it has ended, was stopped, or is being written."""
        row = await self._table.get(*_place(owner, str(facts.get("asked", "-"))))
        # Before what was asked had a row of its own, it stood in the queue.
        held = row.body if row else facts.get("ask")
        try:
            is_over = held is None or await self._see_through(owner, Ask.check(held), asked)
        except Unavailable:
            raise
        except VaultError:
            await self._forget(row)  # What may not be done is not kept until it may be.
            raise
        if is_over:
            await self._forget(row)
        return is_over

    async def _forget(self, row: Row | None) -> None:
        if row:
            await self._table.commit(Delete(row.partition, row.sort, row.version))

    async def _see_through(self, owner: str, ask: Ask, asked: datetime) -> bool:
        held = await self._advice.find(owner, ask)
        if held and _is_over(held, asked):
            return True
        if held and held.touched and self._now() - held.touched < STALE:
            return False
        async for _ in self._advice.write(owner, ask):
            pass
        log.info("advice finished for a lost task", extra={"person": owner})
        await self._tell(owner)
        return True


def _place(owner: str, asked: str) -> tuple[str, str]:
    return partition(owner), f"asked#{asked}"


def _is_over(held: KeptAdvice, asked: datetime) -> bool:
    # What broke off before it was asked for again says nothing about this time.
    is_of_now = held.state is not State.WRITING and held.at >= asked
    return is_of_now or held.state is State.DONE
