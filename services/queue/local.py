"""Work in rows of the table, which every process over it shares."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

from services.clock import Clock, new_id
from services.errors import Conflict
from services.queue.queue import Work
from services.storage.table import Delete, Put, Row, Table

PLACE = "queue"
LONGEST = timedelta(days=90)
"""A server of one's own may be off for weeks; what was promised is done when it is on again."""


class LocalQueue:
    """A `Queue` that needs nothing but the table, and outlives the process as the rows do."""

    def __init__(self, table: Table, now: Clock) -> None:
        self._table = table
        self._now = now

    async def put(self, body: dict[str, Any], after: timedelta = timedelta(0)) -> None:
        held = {"work": body, "due": (self._now() + after).timestamp(), "tries": 0}
        await self._table.commit(
            Put(Row(PLACE, new_id(), held, expires=self._now() + after + LONGEST))
        )

    async def take(self, lease: timedelta) -> Work | None:
        now = self._now()
        for row in await self._table.query(PLACE):
            if row.body["due"] > now.timestamp():
                continue
            tries = row.body["tries"] + 1
            held = {**row.body, "due": (now + lease).timestamp(), "tries": tries}
            taken = Row(PLACE, row.sort, held, row.version, row.expires)
            with suppress(Conflict):  # another process was first
                await self._table.commit(Put(taken))
                return Work(row.body["work"], tries, row.sort)
        return None

    async def done(self, work: Work) -> None:
        row = await self._table.get(PLACE, work.receipt)
        if row is not None:
            # Who took it meanwhile, because the lease ran out, finds that it is done.
            with suppress(Conflict):
                await self._table.commit(Delete(PLACE, row.sort, row.version))
