"""Erasing a person: the account, whoever is signed in by it, every row and every file."""

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from services.clock import Clock
from services.errors import Conflict, NotAllowed, Unavailable
from services.files.files import Files
from services.identity.email import account_key
from services.identity.identity import Operated
from services.queue.unfinished import Unfinished
from services.storage.table import Delete, Put, Row, Table

log = logging.getLogger(__name__)

FRESH = timedelta(minutes=10)
"""For how long a sign-in stands in for the password of somebody who has none."""

AT_ONCE = 90
"""How many rows one commit deletes."""

MOST_ROUNDS = 10

_MARK = "leaving"
_PROFILE = "profile"
"""Goes last: by it the account is found, should all this be taken up again."""

_ENDED_WITH_THE_ACCOUNT = ("session#", "token#")
"""Each has a second row elsewhere, and both go together."""


class Leaving(StrEnum):
    """How far somebody's leaving has come."""

    NO = "no"
    GOING = "going"
    GONE = "gone"


class Erasure:
    """Erases a person wholly, whatever happens to the process that began it.

    Some time after it was decided somebody looks whether it came to its end, and whether anything
    that was being written meanwhile is there again. `forget` drops what is held of a person in
    memory.
    """

    kind = "erasure"
    look_after = timedelta(minutes=5)
    is_promised = True

    def __init__(
        self,
        table: Table,
        files: Files,
        unfinished: Unfinished,
        identity: Operated,
        forget: Callable[[str], None],
        now: Clock,
    ) -> None:
        self._table = table
        self._files = files
        self._unfinished = unfinished
        self._identity = identity
        self._forget = forget
        self._now = now

    async def begin(self, person: str, shown: str, signed_in: datetime) -> None:
        """Decide that everything of this person's goes; it cannot be undone.

        `shown` is their password, or, of somebody who has none here, their e-mail address soon
        after they signed in. Raise `NotAllowed` if it is not.
        """
        await self._confirm(person, shown, signed_in)
        await self.decide(person)

    async def decide(self, person: str) -> None:
        """Decide the same in an operator's name."""
        # Before it is decided, so that a decision always has somebody who carries it out.
        await self._unfinished.remember(self.kind, person, {})
        with suppress(Conflict):  # it was decided already
            await self._table.commit(Put(Row(_place(person), _MARK, {})))
        log.info("erasure decided", extra={"person": person})

    async def carry_out(self, person: str) -> Leaving:
        """Erase the person now if that was decided; what does not succeed is done later on."""
        if await self._table.get(_place(person), _MARK) is None:
            return Leaving.NO
        try:
            await self._erase(person)
        except (Unavailable, Conflict):
            log.warning("erasure broke off, and goes on from the queue", extra={"person": person})
            return Leaving.GOING
        return Leaving.GONE

    async def finish(self, owner: str, facts: Mapping[str, Any], asked: datetime) -> bool:
        """Finish what was decided, take what was written meanwhile, and forget the decision."""
        try:
            if mark := await self._table.get(_place(owner), _MARK):
                await self._erase(owner)
                await self._table.commit(_delete(mark))
        except (Unavailable, Conflict):
            # However often it takes: nobody gives up what a person was promised.
            log.warning("erasure is not at its end yet", extra={"person": owner})
            return False
        return True

    async def _confirm(self, person: str, shown: str, signed_in: datetime) -> None:
        account = await self._identity.account(person)
        if account.has_password:
            return await self._identity.prove(person, shown)
        if account_key(shown) != account_key(account.email):
            raise NotAllowed("This is not the e-mail address of this account.")
        if self._now() - signed_in > FRESH:
            raise NotAllowed("Please sign out, sign in again, and do this within ten minutes.")
        return None

    async def _erase(self, person: str) -> None:
        # First, so that nobody comes in while the rest goes.
        await self._identity.remove(person)
        for name in await self._files.names(person):
            await self._files.delete(person, name)
        for _ in range(MOST_ROUNDS):
            rows = [row for row in await self._table.query(_place(person)) if _goes(row)]
            if not rows:
                break
            rows.sort(key=lambda row: row.sort == _PROFILE)
            with suppress(Conflict):  # somebody was still writing: look again
                for start in range(0, len(rows), AT_ONCE):
                    await self._table.commit(*map(_delete, rows[start : start + AT_ONCE]))
        else:
            raise Conflict
        self._forget(person)
        log.info("person erased", extra={"person": person})


def _place(person: str) -> str:
    return f"person#{person}"


def _goes(row: Row) -> bool:
    return row.sort != _MARK and not row.sort.startswith(_ENDED_WITH_THE_ACCOUNT)


def _delete(row: Row) -> Delete:
    return Delete(row.partition, row.sort, row.version)
