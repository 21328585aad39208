"""The tokens by which a person's programs reach the REST door."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from components.asking import Asking
from components.entered import Entered


@dataclass(frozen=True, slots=True)
class ShownToken:
    """One token as it may be listed; `made` and `ends` are ISO moments."""

    id: str
    label: str
    can_write: bool
    made: str
    ends: str


class TokenList(Asking, component="token_list.js"):
    """Lists tokens and makes new ones, whose secret is shown once.

    `on_make(label, can_write, days)` returns the secret, `on_revoke(id)` ends a token.
    """

    def __init__(
        self,
        on_make: Callable[[str, bool, int], Awaitable[str]],
        on_revoke: Callable[[str], Awaitable[None]],
    ) -> None:
        super().__init__()

        async def make(entered: Entered) -> str:
            days = entered.whole("days")
            return await on_make(str(entered["label"]), entered["scope"] == "write", days)

        async def revoke(entered: Mapping[str, Any]) -> None:
            await on_revoke(str(entered["id"]))

        self.on_asked("make", make)
        self.on_asked("revoke", revoke)

    def show(self, tokens: Sequence[ShownToken]) -> None:
        """Show these tokens."""
        self._props["tokens"] = [asdict(token) for token in tokens]
        self.update()
