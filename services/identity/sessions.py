"""Sessions: who is signed in, in which browser. They are rows, so they survive a restart."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from secrets import token_bytes

from services.clock import Clock, utc_now
from services.errors import Conflict
from services.identity.secret import Random, digest, new_secret
from services.storage.table import Delete, Put, Row, Table

IDLE_END = timedelta(days=7)
"""A session ends when it was not seen for this long."""

ABSOLUTE_END = timedelta(days=30)
"""A session ends this long after the sign-in, however busy it is."""

SEEN_EVERY = timedelta(hours=1)
"""How often a session's being seen is written down. An idle one ends this much early at most."""

_PATIENCE = 5


@dataclass(frozen=True, slots=True)
class Session:
    """One browser in which a person is signed in.

    `handle` names the session and opens nothing: only its token does, which is not kept.
    """

    handle: str
    person: str
    agent: str
    address: str
    opened: datetime
    seen: datetime

    @property
    def ends(self) -> datetime:
        """Return when the session ends if nobody comes back."""
        return min(self.opened + ABSOLUTE_END, self.seen + IDLE_END)


class Sessions:
    """The open sessions of everyone."""

    def __init__(self, table: Table, now: Clock = utc_now, random: Random = token_bytes) -> None:
        self._table = table
        self._now = now
        self._random = random
        self._listeners: list[Callable[[str], None]] = []

    def on_closed(self, listener: Callable[[str], None]) -> None:
        """Call the listener with the handle of each session that this process closes."""
        self._listeners.append(listener)

    async def open(self, person: str, agent: str = "", address: str = "") -> str:
        """Start a session and return its token, which nobody can be told a second time."""
        token = new_secret(self._random)
        now = self._now()
        session = Session(digest(token), person, agent[:300], address[:64], opened=now, seen=now)
        mine = Row(f"person#{person}", f"session#{session.handle}", {}, 0, now + ABSOLUTE_END)
        await self._table.commit(Put(_row(session)), Put(mine))
        return token

    async def find(self, token: str) -> Session | None:
        """Return the open session with this token, and remember that it was seen."""
        found = await self._read(digest(token))
        if found is None:
            return None
        session, version = found
        if self._now() - session.seen < SEEN_EVERY:
            return session
        seen = replace(session, seen=self._now())
        try:
            await self._table.commit(Put(_row(seen, version)))
        except Conflict:
            # Closed this instant, or seen by another tab: look again, write nothing.
            return await self.peek(session.handle)
        return seen

    async def peek(self, handle: str) -> Session | None:
        """Return the session if it is open, without counting this as being seen."""
        found = await self._read(handle)
        return found[0] if found else None

    async def open_among(self, handles: Iterable[str]) -> set[str]:
        """Return which of these sessions are open, by a glance: one that was opened or closed this
        very second may be taken for what it was before."""
        rows = await self._table.glance([(f"session#{handle}", "session") for handle in handles])
        found = (_session(row) for row in rows.values())
        return {each.handle for each in found if self._now() < each.ends}

    async def of(self, person: str) -> list[Session]:
        """Return the person's open sessions, the last seen first."""
        rows = await self._table.query(f"person#{person}", "session#")
        found = [await self.peek(row.sort.removeprefix("session#")) for row in rows]
        return sorted((one for one in found if one), key=lambda one: one.seen, reverse=True)

    async def close(self, token: str) -> None:
        """End the session with this token, if there is one."""
        session = await self.peek(digest(token))
        if session:
            await self.end(session.person, session.handle)

    async def close_all(self, person: str, keep: str | None = None) -> None:
        """End all of the person's sessions but the one with the handle `keep`."""
        for row in await self._table.query(f"person#{person}", "session#"):
            handle = row.sort.removeprefix("session#")
            if handle != keep:
                await self.end(person, handle)

    async def end(self, person: str, handle: str) -> None:
        """End one session of the person; somebody else's, or none, is left as it is."""
        for _ in range(_PATIENCE):
            mine = await self._table.get(f"person#{person}", f"session#{handle}")
            if mine is None:
                return
            rows = [mine, await self._table.get(f"session#{handle}", "session")]
            try:
                await self._table.commit(*[_delete(row) for row in rows if row])
            except Conflict:
                continue  # It was seen at this moment: take the new version.
            for listener in self._listeners:
                listener(handle)
            return
        raise Conflict

    async def _read(self, handle: str) -> tuple[Session, int] | None:
        row = await self._table.get(f"session#{handle}", "session")
        if row is None:
            return None
        session = _session(row)
        return (session, row.version) if self._now() < session.ends else None


def handle_of(token: str) -> str:
    """Return the handle of the session that this token opens, whether there is one or not."""
    return digest(token)


def _session(row: Row) -> Session:
    return Session(
        row.partition.removeprefix("session#"),
        person=row.body["person"],
        agent=row.body["agent"],
        address=row.body["address"],
        opened=datetime.fromisoformat(row.body["opened"]),
        seen=datetime.fromisoformat(row.body["seen"]),
    )


def _row(session: Session, version: int = 0) -> Row:
    body = {
        "person": session.person,
        "agent": session.agent,
        "address": session.address,
        "opened": session.opened.isoformat(),
        "seen": session.seen.isoformat(),
    }
    return Row(f"session#{session.handle}", "session", body, version, session.ends)


def _delete(row: Row) -> Delete:
    return Delete(row.partition, row.sort, row.version)
