"""Everybody whom an adapter knows, for whoever runs the instance."""

from datetime import datetime
from typing import Protocol

from pydantic import Field

from services.identity.identity import Role
from services.record import Line, Record


class Known(Record):
    """What of an account can be taken to another adapter.

    The person's own id is what their records hang on. Passwords and authenticator secrets cannot
    go along; recovery codes are known by their digests alone.
    """

    person: str = Field(min_length=1, max_length=100)
    email: str
    name: Line = Field(max_length=100)
    created: datetime
    roles: tuple[Role, ...] = ()
    recovery_codes: tuple[str, ...] = ()
    had_second_factor: bool = False


class Registry(Protocol):
    """The accounts of an instance. Adapters: `LocalRegistry`, `PoolRegistry`.

    It is for operators, who may do more in the cloud than tasks may.
    """

    async def count(self) -> int:
        """Return how many people there are, or nearly so."""

    async def every(self) -> list[Known]:
        """Return everybody whose address is confirmed, the first who came first."""

    async def person(self, email: str) -> str:
        """Return the id of the person with this address, or raise `NotFound`."""

    async def take_in(self, known: Known) -> bool:
        """Make the account of somebody known elsewhere, and tell whether it was new here.

        Nobody knows its password, and what another adapter kept of it in the same table goes.
        Raise `Conflict` if somebody else has the address.
        """

    async def set_admin(self, email: str, is_admin: bool) -> None:
        """Make somebody an admin, or nobody special. Raise `NotFound` for an unknown address."""
