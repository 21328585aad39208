"""The rows of local accounts: what is kept to recognise a person."""

from datetime import datetime

from pydantic import Field

from services.clock import Clock, new_id
from services.errors import NotFound
from services.identity.email import account_key
from services.record import Record
from services.storage.table import Put, Row, Table


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
    only_totp: bool = False
    """After a reset by recovery code, the second factor takes no recovery code."""

    def write(self) -> Put:
        """Return the write that keeps these credentials if nobody changed them meanwhile."""
        body = self.model_dump(mode="json")
        return Put(Row(f"account#{self.key}", "account", body, version=self.version))


class Profile(Record):
    """What the profile row holds from the start; other subjects add their own fields to it."""

    email: str
    name: str
    created: datetime
    zone: str = ""


class Accounts:
    """Keeps credentials, found by e-mail or by person."""

    def __init__(self, table: Table, now: Clock) -> None:
        self._table = table
        self._now = now

    async def add(self, email: str, name: str, password: str) -> str:
        """Make account and profile in one commit; raise `Conflict` if the address is taken."""
        person = new_id()
        profile = Profile(email=email, name=name, created=self._now())
        credentials = Credentials(key=account_key(email), person=person, password=password)
        await self._table.commit(
            credentials.write(),
            Put(Row(f"person#{person}", "profile", profile.model_dump(mode="json"))),
        )
        return person

    async def find(self, email: str) -> Credentials | None:
        """Return the credentials, or None if nobody has this address."""
        return await self.find_key(account_key(email))

    async def find_key(self, key: str) -> Credentials | None:
        """Return the credentials kept under the key, or None."""
        row = await self._table.get(f"account#{key}", "account")
        return Credentials(key=key, version=row.version, **row.body) if row else None

    async def profile(self, person: str) -> Profile:
        """Return who the person said they are, or raise `NotFound`."""
        row = await self._table.get(f"person#{person}", "profile")
        if row is None:
            raise NotFound
        return Profile(**{name: row.body[name] for name in Profile.model_fields})

    async def of(self, person: str) -> Credentials:
        """Return the person's credentials, or raise `NotFound`."""
        credentials = await self.find((await self.profile(person)).email)
        if credentials is None:
            raise NotFound
        return credentials

    async def save(self, credentials: Credentials) -> None:
        """Keep the credentials, or raise `Conflict` if they were changed meanwhile."""
        await self._table.commit(credentials.write())
