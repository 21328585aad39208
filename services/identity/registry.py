"""Everybody whom an adapter knows, for whoever runs the instance."""

from typing import Annotated, Protocol

from pydantic import AfterValidator, AwareDatetime, Field

from services.errors import Invalid
from services.files.files import can_name
from services.identity.email import checked_email
from services.identity.identity import Role
from services.record import Line, Record


def _named(person: str) -> str:
    if not can_name(person):
        raise ValueError("This cannot be anybody's id.")
    return person


def _addressed(email: str) -> str:
    try:
        return checked_email(email)
    except Invalid:
        raise ValueError("This is no e-mail address.") from None


class Known(Record):
    """What of an account can be taken to another adapter.

    The person's own id is what their records hang on. Passwords and authenticator secrets cannot
    go along; recovery codes are known by their digests alone.
    """

    person: Annotated[str, AfterValidator(_named)]
    email: Annotated[str, AfterValidator(_addressed)]
    name: Line = Field(max_length=100)
    created: AwareDatetime
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
