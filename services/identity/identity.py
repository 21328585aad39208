"""The identity port: who someone is, and what proves it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

Role = Literal["admin", "coach"]
"""What somebody may be besides a person with a search of their own.

An admin sees how the instance is. A coach is reserved for those who help others search: it is
known, kept and moved like the other, and opens nothing yet.
"""


@dataclass(frozen=True, slots=True)
class Proof:
    """Somebody has shown who they are: open a session for `person`."""

    person: str


@dataclass(frozen=True, slots=True)
class CodeNeeded:
    """The password was right and a code is wanted as well: `ticket` goes with it.

    It is the second factor's, perhaps texted, or, `by_mail`, the one that confirms a new address.
    """

    ticket: str
    by_mail: bool = False
    by_text: bool = False


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
    roles: tuple[Role, ...] = ()
    texts_to: str = ""
    """How the number ends to which the second factor's codes are texted, if they are."""
    has_password: bool = True
    """Whether there is a password here; who comes from another provider has none."""


class Identity(Protocol):
    """Knows people by e-mail and password. Adapters: `LocalIdentity`, `CognitoIdentity`.

    Wrong guesses raise `NotAllowed` and never tell which part was wrong, nor whether an account
    exists. Guesses are limited by whoever calls, with `Throttle.guess`. Every method raises
    `Unavailable` if it cannot be answered.
    """

    async def sign_up(self, email: str, password: str, name: str) -> str | CodeNeeded:
        """Make an account: return the new person's id if it is ready at once, else a ticket.

        Raise `Invalid` naming the fields to correct, and `NotAllowed` for a taken address. One
        that nobody confirmed is not taken.
        """

    async def sign_in(self, email: str, password: str) -> Proof | CodeNeeded:
        """Return a proof, or a ticket where a second factor is on or the address unconfirmed."""

    async def give_code(self, ticket: str, code: str) -> Proof:
        """Complete a sign-in or a sign-up by the code that was wanted, each good once.

        A recovery code stands in for the authenticator's. Raise `NotFound` when the ticket has
        run out, by time or by tries: sign in again.
        """

    async def send_code(self, email: str) -> None:
        """Mail a code: one that confirms a new address, else one for a forgotten password.

        Nobody is told whether the address has an account. Where there is no mail, raise
        `NotAllowed` for every address.
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

    async def reset_password(self, email: str, code: str, new: str) -> None:
        """Set a forgotten password by a mailed or a recovery code and end all sign-ins.

        A second factor stays on; after a recovery code, the next sign-in asks for the
        authenticator itself.
        """

    async def account(self, person: str) -> Account:
        """Return the person's account, or raise `NotFound`."""

    async def prove(self, person: str, password: str) -> None:
        """Raise `NotAllowed` unless this is the person's password."""


class Operated(Identity, Protocol):
    """An `Identity` for whoever acts in its name: they made sure before that it is wanted."""

    async def set_password_by_operator(self, email: str) -> str:
        """Give the account a random password, end its sign-ins and return the password.

        The second factor stays on and takes recovery codes again: the operator knows who asks.
        Raise `NotFound` if nobody has this address.
        """

    async def remove(self, person: str) -> None:
        """End the account and all that was signed in by it; its address is free again.

        What is gone already is no error. What the person kept stays: see `Erasure`.
        """
