"""The people of a Cognito user pool, all of them."""

from secrets import token_bytes

from services.errors import Conflict, Invalid, NotFound
from services.identity.email import account_key
from services.identity.members import Member, Members
from services.identity.pool import Pool
from services.identity.reception import in_pool
from services.identity.registry import Known
from services.identity.secret import Random, new_code
from services.identity.taking_in import PREFIX, profile_of, without_other
from services.storage.table import Table


class PoolRegistry:
    """The `Registry` of a pool, which keeps no roles but its groups.

    Recovery codes stay behind: whoever has an address says so by the code that is mailed to it,
    and somebody who once signed up with another's address must not keep a way in.
    """

    def __init__(self, pool: Pool, table: Table, random: Random = token_bytes) -> None:
        self._pool = pool
        self._table = table
        self._random = random
        self._members = Members(table)

    async def count(self) -> int:
        return await self._pool.people()

    async def every(self) -> list[Known]:
        found = []
        for place in await self._table.partitions(PREFIX):
            member = await self._members.find_key(place.removeprefix(PREFIX))
            if member is not None and not member.pending:
                found.append(await self._known(member))
        return sorted(found, key=lambda known: known.created)

    async def person(self, email: str) -> str:
        member = await self._members.find(email)
        if member is None:
            raise NotFound("No account has this e-mail address.")
        return member.person

    async def take_in(self, known: Known) -> bool:
        held = await self._members.find(known.email)
        if held is not None and held.person != known.person:
            raise Conflict
        if held is not None and not held.pending:
            return False
        others = await without_other(self._table, known, "account")
        profile = await profile_of(self._table, known)
        subject = await self._enter(in_pool(known.email))
        for role in known.roles:
            await self._pool.add_to_group(subject, role)
        member = Member(
            key=account_key(known.email),
            version=held.version if held else 0,
            person=known.person,
            subject=subject,
            roles=known.roles,
        )
        await self._table.commit(member.write(), *others, *profile)
        return True

    async def set_admin(self, email: str, is_admin: bool) -> None:
        raise Invalid(
            "The pool says who is an admin: put them into its group “admin”, or take them out."
            " It counts from their next sign-in."
        )

    async def _enter(self, email: str) -> str:
        """Return the subject of a user with this address, made now unless there is one."""
        found = await self._pool.find(email)
        if found and found.is_unconfirmed:
            # Somebody who never showed that the address is theirs, with a password of their own.
            await self._pool.remove(found.subject)
            found = None
        subject = found.subject if found else await self._pool.add(email)
        if found is None or found.wants_password:
            # Without one for good, the pool would mail no code to set another by.
            await self._pool.set_password(subject, new_code(self._random))
        return subject

    async def _known(self, member: Member) -> Known:
        profile = await self._members.profile(member.person)
        return Known(
            person=member.person,
            email=profile.email,
            name=profile.name,
            created=profile.created,
            roles=member.roles,
            recovery_codes=member.recovery_codes,
            had_second_factor=member.has_second_factor,
        )
