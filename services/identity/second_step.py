"""The second step of a sign-in at the pool: its code, or one from our sheet in its place."""

from datetime import timedelta
from typing import cast

from services.clock import Clock
from services.errors import NotAllowed
from services.identity.identity import CodeNeeded
from services.identity.members import Member
from services.identity.pool import TEXT, Challenge, Factor, Pool
from services.identity.reception import Reception
from services.identity.recovery import without
from services.identity.sealing import Sealing
from services.identity.secret import digest
from services.identity.throttle import Limit, Throttle, texting
from services.identity.tickets import Ticket, Tickets
from services.identity.totp import digits_of, is_totp
from services.storage.table import Put, Row, Table

_WRONG_CODES_A_DAY = 20
_USED_CODE_KEPT = timedelta(minutes=3)
"""Longer than any code of an authenticator is good."""


class SecondStep:
    """Takes the code that a ticket waits for, each once."""

    def __init__(
        self,
        pool: Pool,
        reception: Reception,
        table: Table,
        sealing: Sealing,
        tickets: Tickets,
        now: Clock,
    ) -> None:
        self._pool = pool
        self._reception = reception
        self._table = table
        self._sealing = sealing
        self._tickets = tickets
        self._throttle = Throttle(table, now)
        self._now = now

    async def check(self, member_key: str) -> None:
        """Raise `TooMany` where so many codes were texted that no further should be."""
        await self._throttle.check(texting(member_key))

    async def begin(self, member_key: str, challenge: Challenge) -> CodeNeeded:
        """Return the ticket of a sign-in that waits for a code; texts are limited."""
        is_texted = challenge.factor == TEXT
        if is_texted:
            await self._throttle.spend(texting(member_key))
        note = self._sealing.seal(f"{challenge.factor} {challenge.session}")
        ticket = await self._tickets.open(member_key, challenge.subject, note)
        return CodeNeeded(ticket, by_text=is_texted)

    async def take(self, member: Member, held: Ticket, code: str) -> None:
        """Complete the sign-in and end the ticket, or raise `NotAllowed`."""
        if is_totp(code):
            await self._give_to_pool(member, held, digits_of(code))
        else:
            await self._take_from_sheet(member, held, code)

    def used(self, member: Member, code: str) -> Put:
        """Return the write that fails where this code was used before."""
        name = digest(f"{member.subject} {code}")
        until = self._now() + _USED_CODE_KEPT
        return Put(Row(f"code#{name}", "used", {}, expires=until))

    async def _give_to_pool(self, member: Member, held: Ticket, code: str) -> None:
        # Each ticket has its own few tries, but who knows the password can get many tickets.
        daily = Limit(f"codes of {member.key}", _WRONG_CODES_A_DAY, timedelta(days=1))
        async with self._throttle.attempt(daily):
            factor, _, session = self._sealing.open(held.note).partition(" ")
            challenge = Challenge(member.subject, session, cast(Factor, factor))
            found = await self._pool.answer(challenge, code)
        # Used, whatever the pool thinks of a second time.
        await self._table.commit(self.used(member, code), held.end)
        await self._reception.welcome(found, challenge.factor)

    async def _take_from_sheet(self, member: Member, held: Ticket, code: str) -> None:
        if member.only_totp:
            raise NotAllowed("After a password reset, no recovery code stands in for this one.")
        left = without(member.recovery_codes, code)
        changed = member.model_copy(update={"recovery_codes": left})
        await self._table.commit(changed.write(), held.end)
