"""The second factor: setting it up with a QR code, its recovery codes, turning it off."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import segno

from components.asking import Asking

WithPassword = Callable[[str], Awaitable[Any]]


class TotpSetup(Asking, component="totp_setup.js"):
    """Leads through the second factor; whatever changes it asks for the password first.

    `on_begin(password)` returns the secret and its address, `on_confirm(code)` and
    `on_renew(password)` return new recovery codes, which are shown this once.
    """

    def __init__(
        self,
        email: str,
        on_begin: Callable[[str], Awaitable[tuple[str, str]]],
        on_confirm: Callable[[str], Awaitable[Sequence[str]]],
        on_renew: Callable[[str], Awaitable[Sequence[str]]],
        on_remove: Callable[[str], Awaitable[None]],
    ) -> None:
        super().__init__()
        self._props["email"] = email

        async def begin(entered: Mapping[str, Any]) -> dict[str, str]:
            secret, address = await on_begin(str(entered["password"]))
            # Dark on light whatever the theme: many cameras do not read the reverse.
            picture = segno.make(address, error="m").svg_data_uri(dark="#000", light="#fff")
            return {"secret": secret, "picture": picture}

        async def confirm(entered: Mapping[str, Any]) -> list[str]:
            return list(await on_confirm(str(entered["code"])))

        async def renew(entered: Mapping[str, Any]) -> list[str]:
            return list(await on_renew(str(entered["password"])))

        async def remove(entered: Mapping[str, Any]) -> None:
            await on_remove(str(entered["password"]))

        for name, deed in {
            "begin": begin,
            "confirm": confirm,
            "renew": renew,
            "remove": remove,
        }.items():
            self.on_asked(name, deed)

    def show(self, is_on: bool, codes_left: int) -> None:
        """Show whether the second factor is on and how many recovery codes are left."""
        self._props.update(on=is_on, left=codes_left)
        self.update()
