"""A key of one's own to the model: given once, never shown again."""

from collections.abc import Awaitable, Callable

from components.asking import Asking
from components.entered import Entered


class KeyForm(Asking, component="key_form.js"):
    """Takes a key and hands it to `on_give(key)`; `on_take_back()` forgets the one that is kept."""

    def __init__(
        self,
        on_give: Callable[[str], Awaitable[None]],
        on_take_back: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__()

        async def give(entered: Entered) -> None:
            await on_give(str(entered["key"]))

        async def take_back(_: Entered) -> None:
            await on_take_back()

        self.on_asked("give", give)
        self.on_asked("take_back", take_back)

    def show(self, ending: str) -> None:
        """Show whether a key is kept, by its last letters."""
        self._props["ending"] = ending
        self.update()
