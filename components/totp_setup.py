"""The second factor: setting it up with a QR code, its recovery codes, turning it off."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, NamedTuple

import segno

from components.asking import Asking


class Texts(NamedTuple):
    """Sets up codes by text message: `on_begin(password, number)`, then `on_confirm(code)`, which
    returns new recovery codes."""

    on_begin: Callable[[str, str], Awaitable[None]]
    on_confirm: Callable[[str], Awaitable[Sequence[str]]]


class TotpSetup(Asking, component="totp_setup.js"):
    """Leads through the second factor; whatever changes it asks for the password first.

    `on_begin(password)` returns the secret and its address, `on_confirm(code)` and
    `on_renew(password)` return new recovery codes, which are shown this once. With `texts`, codes
    may come by text message instead.
    """

    def __init__(
        self,
        email: str,
        on_begin: Callable[[str], Awaitable[tuple[str, str]]],
        on_confirm: Callable[[str], Awaitable[Sequence[str]]],
        on_renew: Callable[[str], Awaitable[Sequence[str]]],
        on_remove: Callable[[str], Awaitable[None]],
        texts: Texts | None = None,
    ) -> None:
        super().__init__()
        self._props.update(email=email, texts=texts is not None)
        if texts is not None:
            self._offer(texts)

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

    def _offer(self, texts: Texts) -> None:
        async def text(entered: Mapping[str, Any]) -> None:
            await texts.on_begin(str(entered["password"]), str(entered["number"]))

        async def confirm(entered: Mapping[str, Any]) -> list[str]:
            return list(await texts.on_confirm(str(entered["code"])))

        self.on_asked("text", text)
        self.on_asked("texted", confirm)

    def show(self, has_totp: bool, texts_to: str, codes_left: int) -> None:
        """Show whether the second factor is on and how many recovery codes are left.

        `texts_to` is the end of the number to which codes are texted, if they are.
        """
        self._props.update(on=has_totp or bool(texts_to), to=texts_to, left=codes_left)
        self.update()
