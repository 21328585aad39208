"""A person's own key to the model, kept so that a stolen database does not give it away."""

import re
from dataclasses import replace

from services.errors import Conflict, Invalid
from services.identity.sealing import Sealing
from services.jobs.book import partition
from services.storage.table import Delete, Put, Row, Table

SORT = "key#language"
_KEY = re.compile(r"[!-~]{20,200}")


class Keys:
    """Keeps one key a person, sealed with a secret that is not in the database."""

    def __init__(self, table: Table, sealing: Sealing) -> None:
        self._table = table
        self._sealing = sealing

    async def give(self, owner: str, key: str) -> None:
        """Keep a key in place of any other; raise `Invalid` if it cannot be one."""
        key = key.strip()
        if not _KEY.fullmatch(key):
            words = "This does not look like a key. Please copy the whole of it."
            raise Invalid(fields={"key": words})
        row = await self._row(owner) or Row(partition(owner), SORT, {})
        body = {"sealed": self._sealing.seal(key), "ending": key[-4:]}
        try:
            await self._table.commit(Put(replace(row, body=body)))
        except Conflict:
            # Another tab gave one first: the last one stands.
            await self.give(owner, key)

    async def take_back(self, owner: str) -> None:
        """Forget the key."""
        if row := await self._row(owner):
            await self._table.commit(Delete(row.partition, row.sort, row.version))

    async def ending(self, owner: str) -> str:
        """Return the last letters of the key, by which its owner knows it, or an empty text."""
        row = await self._row(owner)
        return str(row.body["ending"]) if row else ""

    async def open(self, owner: str) -> str:
        """Return the key, or an empty text if there is none."""
        row = await self._row(owner)
        return self._sealing.open(row.body["sealed"]) if row else ""

    async def _row(self, owner: str) -> Row | None:
        return await self._table.get(partition(owner), SORT)
