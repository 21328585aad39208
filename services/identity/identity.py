"""The identity port: who someone is, and what proves it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Proof:
    """Somebody has shown who they are: open a session for `person`."""

    person: str


@dataclass(frozen=True, slots=True)
class CodeNeeded:
    """The password was right and a second factor is on: `ticket` goes with the code."""

    ticket: str


@dataclass(frozen=True, slots=True)
class TotpSetup:
    """What an authenticator needs, as text to type and as the address inside a QR code."""

    secret: str
    uri: str


@dataclass(frozen=True, slots=True)
class Account:
    """What a person may see of their own account."""

    email: str
    name: str
    has_totp: bool
    recovery_codes: int
    created: datetime


class Identity(Protocol):
    """Knows people by e-mail and password. Adapters: `LocalIdentity`.

    Wrong guesses raise `NotAllowed` and never tell which part was wrong, nor whether an account
    exists. Guesses are limited by whoever calls, with `Throttle.guess`. Every method raises
    `Unavailable` if it cannot be answered.
    """

    async def sign_up(self, email: str, password: str, name: str) -> str:
        """Make an account that is ready at once and return the new person's id.

        Raise `Invalid` naming the fields to correct, and `NotAllowed` for a taken address.
        """

    async def sign_in(self, email: str, password: str) -> Proof | CodeNeeded:
        """Return a proof, or a ticket for the second factor where one is on."""

    async def give_code(self, ticket: str, code: str) -> Proof:
        """Complete a sign-in by an authenticator's code or a recovery code, each good once.

        Raise `NotFound` when the ticket has run out, by time or by tries: sign in again.
        """

    async def change_password(
        self, person: str, current: str, new: str, keep: str | None = None
    ) -> None:
        """Change the password and end the person's sign-ins, all but the session `keep`."""

    async def begin_totp(self, person: str, password: str) -> TotpSetup:
        """Offer a second factor; it asks nothing yet. Raise `Conflict` if one is on already."""

    async def confirm_totp(self, person: str, code: str) -> tuple[str, ...]:
        """Turn the offered second factor on and return new recovery codes, shown this once."""

    async def remove_totp(self, person: str, password: str) -> None:
        """Turn the second factor off."""

    async def renew_recovery_codes(self, person: str, password: str) -> tuple[str, ...]:
        """Return new recovery codes, shown this once; the old ones are worth nothing."""

    async def reset_password(self, email: str, recovery_code: str, new: str) -> None:
        """Set a forgotten password by an unused recovery code and end all sign-ins.

        A second factor stays on, and the next sign-in asks for the authenticator itself.
        """

    async def account(self, person: str) -> Account:
        """Return the person's account, or raise `NotFound`."""
