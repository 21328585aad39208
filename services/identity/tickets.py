"""Tickets: the few minutes between a right password and the code that is wanted besides."""

from dataclasses import dataclass, replace
from datetime import timedelta

from services.clock import Clock
from services.errors import Conflict, NotFound
from services.identity.secret import Random, digest, new_secret
from services.storage.table import Delete, Put, Row, Table

LIFETIME = timedelta(minutes=5)
MOST_TRIES = 5


@dataclass(frozen=True, slots=True)
class Ticket:
    """An account's key, the password that was right, and the write that ends the ticket.

    `note` is whatever the giver of the ticket wants to have back.
    """

    account: str
    password: str
    note: str
    end: Delete

    def is_for(self, password: str) -> bool:
        """Tell whether the kept password is still the one the ticket was given for."""
        return self.password == digest(password)


class Tickets:
    """Rows that remember whose password was right; they never hold it."""

    def __init__(self, table: Table, now: Clock, random: Random) -> None:
        self._table = table
        self._now = now
        self._random = random

    async def open(
        self, account: str, password: str, note: str = "", lifetime: timedelta = LIFETIME
    ) -> str:
        """Return a new ticket for the account with this key and this kept password."""
        ticket = new_secret(self._random)
        body = {"account": account, "password": digest(password), "note": note, "tries": 0}
        expires = self._now() + lifetime
        await self._table.commit(Put(Row(_partition(ticket), "ticket", body, expires=expires)))
        return ticket

    async def use(self, ticket: str) -> Ticket:
        """Count a try before it is made, or raise `NotFound` when the ticket has run out."""
        row = await self._table.get(_partition(ticket), "ticket")
        if row is None or row.expires is None or row.expires <= self._now():
            raise NotFound("This sign-in took too long. Please start again.")
        if row.body["tries"] >= MOST_TRIES:
            raise NotFound("There were too many wrong codes. Please sign in again.")
        tried = replace(row, body={**row.body, "tries": row.body["tries"] + 1})
        try:
            await self._table.commit(Put(tried))
        except Conflict:
            # Somebody tries at this very moment: the other try counts, this one waits its turn.
            return await self.use(ticket)
        end = Delete(row.partition, row.sort, row.version + 1)
        return Ticket(row.body["account"], row.body["password"], row.body["note"], end)


def _partition(ticket: str) -> str:
    return f"ticket#{digest(ticket)}"
