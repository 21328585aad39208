"""The rows of people whom Cognito knows: our own id for each, and what the pool cannot keep."""

from pydantic import Field

from services.clock import new_id
from services.errors import NotFound
from services.identity.accounts import Accounts, Newcomer
from services.identity.email import account_key
from services.identity.identity import Role
from services.record import Record
from services.storage.table import Delete, Put, Row, Table


class Member(Record):
    """What is kept beside the pool. The person is ours; the subject is the pool's name for them."""

    key: str = Field(exclude=True)
    version: int = Field(default=0, exclude=True)
    person: str
    subject: str
    pending: str | None = None
    """The password's hash until the address is confirmed: the pool checks none before that."""
    has_totp: bool = False
    has_texts: bool = False
    """Whether the second factor's codes are texted."""
    texts_to: str = ""
    """The end of the number that is texted, or is to be once it is confirmed."""
    offered_totp: str | None = None
    """A token of the pool, sealed, by which the offered second factor can be confirmed."""
    offered_texts: str | None = None
    """Such a token too, where texts were offered."""
    recovery_codes: tuple[str, ...] = ()
    only_totp: bool = False
    """After a reset by recovery code, the second factor takes no recovery code."""
    is_from_elsewhere: bool = False
    """Another provider vouches for them, and the pool has no password of theirs."""
    roles: tuple[Role, ...] = ()

    @property
    def has_second_factor(self) -> bool:
        """Tell whether the password alone is not enough."""
        return self.has_totp or self.has_texts

    def write(self) -> Put:
        """Return the write that keeps this member if nobody changed it meanwhile."""
        body = self.model_dump(mode="json")
        return Put(Row(f"account#{self.key}", "member", body, version=self.version))

    def end(self) -> Delete:
        """Return the write that forgets this member."""
        return Delete(f"account#{self.key}", "member", self.version)


class Members:
    """Keeps members, found by e-mail or by person."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._accounts = Accounts(table)

    async def add(self, newcomer: Newcomer, subject: str, pending: str | None = None) -> Member:
        """Make member and profile in one commit, in place of one that was never confirmed."""
        key = account_key(newcomer.email)
        before = await self.find_key(key)
        person = before.person if before else new_id()
        version = before.version if before else 0
        member = Member(key=key, version=version, person=person, subject=subject, pending=pending)
        profile = await self._table.get(f"person#{person}", "profile")
        told = newcomer.model_dump(mode="json")
        there = profile.version if profile else 0
        await self._table.commit(
            member.write(), Put(Row(f"person#{person}", "profile", told, version=there))
        )
        return member.model_copy(update={"version": version + 1})

    async def find(self, email: str) -> Member | None:
        """Return the member, or None if nobody has this address."""
        return await self.find_key(account_key(email))

    async def find_key(self, key: str) -> Member | None:
        """Return the member kept under the key, or None."""
        row = await self._table.get(f"account#{key}", "member")
        return Member(key=key, version=row.version, **row.body) if row else None

    async def profile(self, person: str) -> Newcomer:
        """Return what the person said of themselves, or raise `NotFound`."""
        return await self._accounts.profile(person)

    async def of(self, person: str) -> Member:
        """Return the person's member, or raise `NotFound`."""
        return await self.behind(person, await self.profile(person))

    async def behind(self, person: str, profile: Newcomer) -> Member:
        """Return the member who is the person with this profile, or raise `NotFound`."""
        member = await self.find(profile.email)
        # An address that was set free may be somebody else's by now.
        if member is None or member.person != person:
            raise NotFound
        return member

    async def save(self, member: Member) -> Member:
        """Keep the member, or raise `Conflict` if it was changed meanwhile."""
        await self._table.commit(member.write())
        return member.model_copy(update={"version": member.version + 1})
