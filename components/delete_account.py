"""Deleting one's account and everything in it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from components.asking import Asking


class DeleteAccount(Asking, component="delete_account.js"):
    """Says what goes, asks who it is, and calls `on_erase(shown)`; then the browser says goodbye.

    `shown` is the password, or the e-mail address of somebody who has none here.
    """

    def __init__(
        self, email: str, has_password: bool, on_erase: Callable[[str], Awaitable[None]]
    ) -> None:
        super().__init__()
        self._props.update({"email": email, "has-password": has_password})

        async def erase(entered: Mapping[str, Any]) -> None:
            await on_erase(str(entered["shown"]))

        self.on_asked("erase", erase)
