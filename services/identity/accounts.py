"""The rows of local accounts: what is kept to recognise a person."""

from datetime import datetime

from pydantic import Field

from services.clock import new_id
from services.errors import NotFound
from services.identity.email import account_key
from services.identity.identity import Role
from services.record import Line, Record
from services.storage.table import Delete, Put, Row, Table


class Credentials(Record):
    """What one account keeps. Nothing here can be used by who steals it."""

    key: str = Field(exclude=True)
    version: int = Field(default=0, exclude=True)
    person: str
    password: str
    totp: str | None = None
    offered_totp: str | None = None
    used_step: int = 0
    recovery_codes: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    only_totp: bool = False
    """After a reset by recovery code, the second factor takes no recovery code."""

    def write(self) -> Put:
        """Return the write that keeps these credentials if nobody changed them meanwhile."""
        body = self.model_dump(mode="json")
        return Put(Row(f"account#{self.key}", "account", body, version=self.version))


class Newcomer(Record):
    """What the profile row holds from the start; other subjects add their own fields to it."""

    email: str
    name: Line = Field(max_length=100)
    created: datetime
    zone: str = ""


class Accounts:
    """Keeps credentials, found by e-mail or by person."""

    def __init__(self, table: Table) -> None:
        self._table = table

    async def add(self, newcomer: Newcomer, password: str) -> str:
        """Make account and profile in one commit; raise `Conflict` if the address is taken."""
        person = new_id()
        key = account_key(newcomer.email)
        await self._table.commit(
            Credentials(key=key, person=person, password=password).write(),
            Put(Row(f"person#{person}", "profile", newcomer.model_dump(mode="json"))),
        )
        return person

    async def find(self, email: str) -> Credentials | None:
        """Return the credentials, or None if nobody has this address."""
        return await self.find_key(account_key(email))

    async def find_key(self, key: str) -> Credentials | None:
        """Return the credentials kept under the key, or None."""
        row = await self._table.get(f"account#{key}", "account")
        return Credentials(key=key, version=row.version, **row.body) if row else None

    async def profile(self, person: str) -> Newcomer:
        """Return what the person said of themselves, or raise `NotFound`."""
        row = await self._table.get(f"person#{person}", "profile")
        if row is None:
            raise NotFound
        return Newcomer(**{name: row.body[name] for name in Newcomer.model_fields})

    async def of(self, person: str) -> Credentials:
        """Return the person's credentials, or raise `NotFound`."""
        return await self.behind(person, await self.profile(person))

    async def behind(self, person: str, profile: Newcomer) -> Credentials:
        """Return the credentials of the person with this profile, or raise `NotFound`."""
        credentials = await self.find(profile.email)
        # An address that was set free may be somebody else's by now.
        if credentials is None or credentials.person != person:
            raise NotFound
        return credentials

    async def save(self, credentials: Credentials) -> None:
        """Keep the credentials, or raise `Conflict` if they were changed meanwhile."""
        await self._table.commit(credentials.write())

    async def remove(self, credentials: Credentials) -> None:
        """Forget the credentials, or raise `Conflict` if they were changed meanwhile."""
        await self._table.commit(
            Delete(f"account#{credentials.key}", "account", credentials.version)
        )
