"""Who comes from the pool, as a member of ours."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any, cast, get_args

from services.clock import Clock
from services.errors import Conflict, NotAllowed
from services.identity.accounts import Newcomer
from services.identity.email import checked_email
from services.identity.identity import Role
from services.identity.members import Member, Members
from services.identity.pool import TEXT, TOTP, Challenge, Factor, Pool, PoolTokens
from services.identity.throttle import Throttle, texting
from services.identity.verifier import Verifier
from services.storage.table import Table

WRONG = "The e-mail address or the password is not right."


class Reception:
    """Looks at what the pool gave somebody, and ends what could still be used of it."""

    def __init__(self, pool: Pool, verifier: Verifier, table: Table, now: Clock) -> None:
        self._pool = pool
        self._verifier = verifier
        self._members = Members(table)
        self._throttle = Throttle(table, now)
        self._now = now

    async def welcome(
        self, given: PoolTokens, factor: Factor | None = None, nonce: str | None = None
    ) -> Member:
        """Return whom the tokens are about, or raise `NotAllowed` if they are not to be believed.

        What the pool alone decides, roles and whether a second factor is on, is written down.
        """
        told = await self._verifier.claims(given.id, "id")
        await self._verifier.claims(given.access, "access")
        await self._pool.revoke(given)
        if nonce is not None and told.get("nonce") != nonce:
            raise NotAllowed(WRONG)
        member = await self._members.find(told["email"]) or await self._adopted(told)
        if member.subject != told["sub"]:
            raise NotAllowed(WRONG)
        update = {
            "pending": None,
            "has_totp": factor == TOTP,
            "has_texts": factor == TEXT,
            "only_totp": member.only_totp and factor is None,
            "roles": roles_among(told.get("cognito:groups", ())),
        }
        now = member.model_copy(update=update)
        if now != member:
            # If it was changed meanwhile, the next sign-in does it.
            with suppress(Conflict):
                await self._members.save(now)
        return now

    async def prove(self, person: str, password: str) -> tuple[Member, PoolTokens | Challenge]:
        """Return the person's member and what the pool gives for the password."""
        member = await self._members.of(person)
        if member.has_texts:
            # The pool texts a code for each right password, wanted or not.
            await self._throttle.spend(texting(member.key))
        address = in_pool((await self._members.profile(person)).email)
        try:
            return member, await self._pool.sign_in(address, password)
        except NotAllowed:
            raise NotAllowed("The password is not right.") from None

    async def confirmed(self, person: str, password: str) -> Member:
        """Return the person's member, or raise `NotAllowed` if this is not their password."""
        member, found = await self.prove(person, password)
        if isinstance(found, PoolTokens):
            await self._pool.revoke(found)
        return member

    async def _adopted(self, told: dict[str, Any]) -> Member:
        # Somebody whom the pool knew before we did: from another provider, or by its operator.
        if told.get("email_verified") is not True:
            raise NotAllowed(WRONG)
        said = {"email": told["email"], "name": told.get("name", ""), "created": self._now()}
        member = await self._members.add(Newcomer.check(said), told["sub"])
        if "identities" not in told:
            return member
        return await self._members.save(member.model_copy(update={"is_from_elsewhere": True}))


def roles_among(groups: Iterable[str]) -> tuple[Role, ...]:
    """Return which of the pool's groups are roles here: this is the one place that says so."""
    return tuple(cast(Role, group) for group in sorted(groups) if group in get_args(Role))


def in_pool(email: str) -> str:
    """Return the address as the pool is asked for it, or raise `Invalid`.

    In small letters, so that it is one account however it is written.
    """
    return checked_email(email).casefold()
