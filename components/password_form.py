"""Changing the password."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from components.asking import Asking


class PasswordForm(Asking, component="password_form.js"):
    """Asks for the current and a new password, and calls `on_change(current, new)`."""

    def __init__(self, email: str, on_change: Callable[[str, str], Awaitable[None]]) -> None:
        super().__init__()
        self._props["email"] = email

        async def change(entered: Mapping[str, Any]) -> None:
            await on_change(str(entered["current"]), str(entered["password"]))

        self.on_asked("change", change)
