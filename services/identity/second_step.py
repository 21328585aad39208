"""The second step of a sign-in at the pool: its code, or one from our sheet in its place."""

from datetime import timedelta

from services.clock import Clock
from services.errors import NotAllowed
from services.identity.members import Member
from services.identity.pool import Challenge, Pool
from services.identity.reception import Reception
from services.identity.recovery import without
from services.identity.sealing import Sealing
from services.identity.secret import digest
from services.identity.throttle import Limit, Throttle
from services.identity.tickets import Ticket
from services.identity.totp import digits_of, is_totp
from services.storage.table import Put, Row, Table

_WRONG_CODES_A_DAY = 20
_USED_CODE_KEPT = timedelta(minutes=3)
"""Longer than any code of an authenticator is good."""


class SecondStep:
    """Takes the code that a ticket waits for, each once."""

    def __init__(
        self, pool: Pool, reception: Reception, table: Table, sealing: Sealing, now: Clock
    ) -> None:
        self._pool = pool
        self._reception = reception
        self._table = table
        self._sealing = sealing
        self._throttle = Throttle(table, now)
        self._now = now

    def note(self, challenge: Challenge) -> str:
        """Return what a ticket keeps of what the pool wants."""
        return self._sealing.seal(challenge.session)

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
            challenge = Challenge(member.subject, self._sealing.open(held.note))
            found = await self._pool.answer(challenge, code)
        # Used, whatever the pool thinks of a second time.
        await self._table.commit(self.used(member, code), held.end)
        await self._reception.welcome(found, has_totp=True)

    async def _take_from_sheet(self, member: Member, held: Ticket, code: str) -> None:
        if member.only_totp:
            raise NotAllowed("After a password reset, only the authenticator's code is accepted.")
        left = without(member.recovery_codes, code)
        changed = member.model_copy(update={"recovery_codes": left})
        await self._table.commit(changed.write(), held.end)
