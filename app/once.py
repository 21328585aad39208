"""Deeds that are done once, however often they are asked for."""

from collections.abc import Awaitable, Callable

Deed = Callable[[], Awaitable[None]]


def once(deed: Deed) -> Deed:
    """Do it once: who asks again while it is under way, or after it was done, is not heard.

    What was refused may be asked for again.
    """
    is_begun = False

    async def do() -> None:
        nonlocal is_begun
        if is_begun:
            return
        is_begun = True
        try:
            await deed()
        except Exception:
            is_begun = False
            raise

    return do
