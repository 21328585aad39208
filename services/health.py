"""Whether the things we stand on are answering."""

from datetime import timedelta

from services.clock import Clock
from services.errors import Unavailable
from services.storage.table import Table

FRESH = timedelta(seconds=10)


class Health:
    """Looks at the storage with one small read, at most every ten seconds."""

    def __init__(self, table: Table, now: Clock) -> None:
        self._table = table
        self._now = now
        self._looked = now() - 2 * FRESH
        self._answers = False

    async def database(self) -> bool:
        """Tell whether the storage answered when we last looked."""
        if self._now() - self._looked >= FRESH:
            self._looked = self._now()
            try:
                await self._table.get("health", "probe")
                self._answers = True
            except Unavailable:
                self._answers = False
        return self._answers
