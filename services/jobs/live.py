"""News of a person's changes, for every open tab of theirs, whichever process made the change."""

import asyncio
from collections import defaultdict
from collections.abc import Callable

from services.errors import VaultError
from services.jobs.book import partition
from services.storage.table import Table

Listener = Callable[[int], None]


class Live:
    """Tells listeners when a person's revision has risen.

    In this process at once, by `announce`; for other processes' changes `watch` compares each
    listened-to person's revision row, one small read each, every `seconds`.
    """

    def __init__(self, table: Table, seconds: float = 0.8) -> None:
        self._table = table
        self._seconds = seconds
        self._listeners: dict[str, list[Listener]] = defaultdict(list)
        self._known: dict[str, int] = {}

    def listen(self, owner: str, listener: Listener, known: int = -1) -> Callable[[], None]:
        """Call the listener with each revision of this person after the `known` one.

        Return how to stop it.
        """
        self._listeners[owner].append(listener)
        # Only where nobody listens yet: the others may not have heard of this one.
        self._known.setdefault(owner, known)

        def stop() -> None:
            listeners = self._listeners.get(owner, [])
            if listener in listeners:
                listeners.remove(listener)
            if not listeners:
                self._listeners.pop(owner, None)
                self._known.pop(owner, None)

        return stop

    def announce(self, owner: str, rev: int) -> None:
        """Tell this person's listeners, and nobody else's, unless they know already."""
        if owner not in self._listeners or self._known.get(owner, -1) >= rev:
            return
        self._known[owner] = rev
        for listener in tuple(self._listeners[owner]):
            listener(rev)

    async def watch(self) -> None:
        """Look for other processes' changes until cancelled; an outage only delays the news."""
        while True:
            await asyncio.sleep(self._seconds)
            await asyncio.gather(*(self._look(owner) for owner in tuple(self._listeners)))

    async def _look(self, owner: str) -> None:
        try:
            row = await self._table.get(partition(owner), "rev")
        except VaultError:
            return
        self.announce(owner, row.version if row else 0)
