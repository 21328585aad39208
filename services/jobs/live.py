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
IsAttended = Callable[[], bool]

UNATTENDED = 15.0
"""Seconds between two looks for a person all of whose pages are left alone."""


class Follower(Protocol):
    """Whoever wants to know how other rows stand, beside people's revisions."""

    def places(self) -> Collection[Place]:
        """Return the rows to glance at, each time anew."""

    async def see(self, rows: Mapping[Place, Row]) -> None:
        """Take in how they stand; the rows of others are among them."""


class Live:
    """Tells listeners when a person's revision has risen.

    In this process at once, by `announce`; for other processes' changes `watch` glances at the
    revisions of all who are listened to, every `seconds`, or `unattended` where nobody is at any
    of their pages. A glance that comes too early finds an older revision, which is no news: the
    next one finds it.
    """

    def __init__(self, table: Table, seconds: float = 0.8, unattended: float = UNATTENDED) -> None:
        self._table = table
        self._seconds = seconds
        self._rarely = max(1, round(unattended / seconds))
        self._looks = 0
        self._listeners: dict[str, list[tuple[Listener, IsAttended]]] = defaultdict(list)
        self._known: dict[str, int] = {}
        self._followers: list[Follower] = []

    def listen(
        self,
        owner: str,
        listener: Listener,
        known: int = -1,
        is_attended: IsAttended = lambda: True,
    ) -> Callable[[], None]:
        """Call the listener with each revision of this person after the `known` one.

        Return how to stop it.
        """
        entry = (listener, is_attended)
        self._listeners[owner].append(entry)
        # Only where nobody listens yet: the others may not have heard of this one.
        self._known.setdefault(owner, known)

        def stop() -> None:
            listeners = self._listeners.get(owner, [])
            if entry in listeners:
                listeners.remove(entry)
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
        for listener, _ in tuple(self._listeners[owner]):
            listener(rev)

    async def watch(self) -> None:
        """Look for other processes' changes until cancelled; an outage only delays the news."""
        while True:
            await asyncio.sleep(self._seconds)
            # In a task of its own: an accident of who follows is logged, and ends no later look.
            await asyncio.wait({asyncio.create_task(self._look())})

    async def _look(self) -> None:
        left_alone = self._left_alone()
        revisions = {(partition(owner), "rev"): owner for owner in self._listeners}
        followed = {place for follower in self._followers for place in follower.places()}
        places = {each for each in followed | revisions.keys() if each[0] not in left_alone}
        if not places:
            return
        with suppress(VaultError):
            rows = await self._table.glance(places)
            for place in places & revisions.keys():
                row = rows.get(place)
                self.announce(revisions[place], row.version if row else 0)
            for follower in self._followers:
                await follower.see(rows)

    def _left_alone(self) -> set[str]:
        """Return the partitions of those whose pages are left alone and not looked at now."""
        self._looks += 1
        if self._looks % self._rarely == 0:
            return set()
        return {
            partition(owner)
            for owner, listeners in self._listeners.items()
            if not any(is_attended() for _, is_attended in listeners)
        }
