"""Sign-ups whose address is not confirmed yet."""

from datetime import timedelta

from services.errors import Conflict, NotAllowed
from services.identity.accounts import Newcomer
from services.identity.identity import CodeNeeded
from services.identity.members import Member, Members
from services.identity.passwords import Passwords
from services.identity.pool import Pool
from services.identity.reception import WRONG, in_pool
from services.identity.tickets import Ticket, Tickets
from services.identity.totp import digits_of
from services.storage.table import Table

_WHILE_MAIL_TRAVELS = timedelta(hours=1)
_TAKEN = "This could not be completed. If you already have an account, sign in instead."


class UnconfirmedSignUps:
    """Makes members who may come in once they give the code that was mailed to them."""

    def __init__(
        self, table: Table, pool: Pool, members: Members, passwords: Passwords, tickets: Tickets
    ) -> None:
        self._table = table
        self._pool = pool
        self._members = members
        self._passwords = passwords
        self._tickets = tickets

    async def begin(self, newcomer: Newcomer, password: str) -> CodeNeeded:
        """Have a code mailed and return its ticket; raise `NotAllowed` for a taken address."""
        address = in_pool(newcomer.email)
        try:
            subject = await self._pool.sign_up(address, password)
        except Conflict:
            # An address that nobody confirmed may be somebody else's slip: it is still free.
            held = await self._pool.find(address)
            if held is None or not held.is_unconfirmed:
                raise NotAllowed(_TAKEN) from None
            await self._pool.remove(held.subject)
            subject = await self._pool.sign_up(address, password)
        pending = await self._passwords.hash(password)
        return await self._ask(await self._members.add(newcomer, subject, pending))

    async def again(self, email: str, password: str) -> CodeNeeded:
        """Return a new ticket for who knows the password, or raise `NotAllowed`."""
        # The pool may call somebody unconfirmed before it looks at the password, so we look.
        member = await self._members.find(email)
        kept = member.pending if member else None
        if not await self._passwords.match(kept, password) or member is None:
            raise NotAllowed(WRONG)
        return await self._ask(member)

    async def confirm(self, member: Member, held: Ticket, code: str) -> None:
        """Let the member in by the mailed code, and end the ticket."""
        address = in_pool((await self._members.profile(member.person)).email)
        await self._pool.confirm(address, digits_of(code))
        await self._table.commit(member.model_copy(update={"pending": None}).write(), held.end)

    async def _ask(self, member: Member) -> CodeNeeded:
        ticket = await self._tickets.open(member.key, member.subject, lifetime=_WHILE_MAIL_TRAVELS)
        return CodeNeeded(ticket, by_mail=True)
