"""
Every error a service raises on purpose.

* VaultError
  + Invalid        422   carries fields: {name: what to change}
  + NotAllowed     403   wrong password, wrong code: never says which part
  + NotFound       404   absent, or someone else's: we do not tell which
  + Conflict       409   changed elsewhere, or already there
  + TooMany        429   carries how long to wait
  + Unavailable    503   something we depend on is down or not set up

More belong to a room, where they are caught: `Truncated` (503, an `Unavailable`) and `Blocked`
(422) in services/language/model.py, `Unconfirmed` (a `NotAllowed`) in
services/identity/pool_errors.py.

The message is always fit to be shown to the person using the app.
"""

from datetime import timedelta


class VaultError(Exception):
    """The vault could not do what was asked."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or type(self).__doc__)


class Invalid(VaultError):
    """Something needs another look."""

    def __init__(self, message: str | None = None, fields: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.fields = fields or {}


class NotAllowed(VaultError):
    """That did not match. Please check it and try again."""


class NotFound(VaultError):
    """There is nothing here by that name."""


class Conflict(VaultError):
    """This was changed somewhere else in the meantime. Reload and try again."""


class TooMany(VaultError):
    """Too many attempts. Please wait a while and try again."""

    def __init__(self, message: str | None = None, wait: timedelta = timedelta(minutes=1)) -> None:
        super().__init__(message)
        self.wait = wait


class Unavailable(VaultError):
    """Something CareerVault depends on is not answering. Please try again in a moment."""
