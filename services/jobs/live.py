"""News of a person's changes, for every open tab of theirs, whichever process made the change."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from typing import Protocol

from services.errors import VaultError
from services.jobs.book import partition
from services.storage.table import Place, Row, Table

Listener = Callable[[int], None]


class Follower(Protocol):
    """Whoever wants to know how other rows stand, beside people's revisions."""

    def places(self) -> Collection[Place]:
        """Return the rows to glance at, each time anew."""

    async def see(self, rows: Mapping[Place, Row]) -> None:
        """Take in how they stand; the rows of others are among them."""


class Live:
    """Tells listeners when a person's revision has risen.

    In this process at once, by `announce`; for other processes' changes `watch` glances at the
    revisions of all who are listened to, every `seconds`. A glance that comes too early finds an
    older revision, which is no news: the next one finds it.
    """

    def __init__(self, table: Table, seconds: float = 0.8) -> None:
        self._table = table
        self._seconds = seconds
        self._listeners: dict[str, list[Listener]] = defaultdict(list)
        self._known: dict[str, int] = {}
        self._followers: list[Follower] = []

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

    def follow(self, follower: Follower) -> None:
        """Let the follower glance along for good."""
        self._followers.append(follower)

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
            # In a task of its own: an accident of who follows is logged, and ends no later look.
            await asyncio.wait({asyncio.create_task(self._look())})

    async def _look(self) -> None:
        revisions = {(partition(owner), "rev"): owner for owner in self._listeners}
        places = {place for follower in self._followers for place in follower.places()}
        if not (places or revisions):
            return
        with suppress(VaultError):
            rows = await self._table.glance(places | revisions.keys())
            for place, owner in revisions.items():
                row = rows.get(place)
                self.announce(owner, row.version if row else 0)
            for follower in self._followers:
                await follower.see(rows)
