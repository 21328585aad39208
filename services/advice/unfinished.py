"""Advice that was begun and whose server has gone: it is found and written after all."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from services.advice.advice import Advice
from services.advice.ask import Ask
from services.advice.kept import KeptAdvice, State
from services.clock import Clock
from services.errors import Unavailable, VaultError
from services.queue.queue import Queue, Work

log = logging.getLogger(__name__)

FIRST_LOOK = timedelta(seconds=20)
"""After this somebody looks whether an advice that was asked for has come to its end."""

STALE = timedelta(seconds=15)
"""After this without a sign of life an advice is not being written any more, wherever it was."""

KIND = "advice"
MOST_TRIES = 5


class Unfinished:
    """Remembers each advice that was asked for, until it has ended one way or the other.

    `tell` has every tab of a person's look again, wherever it is.
    """

    def __init__(
        self, queue: Queue, advice: Advice, tell: Callable[[str], Awaitable[None]], now: Clock
    ) -> None:
        self._queue = queue
        self._advice = advice
        self._tell = tell
        self._now = now

    async def remember(self, owner: str, ask: Ask) -> None:
        """Keep in mind that this was asked for, before it is begun."""
        asked = {"ask": ask.model_dump(mode="json"), "at": self._now().isoformat()}
        await self._queue.put({"kind": KIND, "owner": owner, **asked}, FIRST_LOOK)

    async def see_through(self, work: Work) -> bool:
        """Return whether the advice has ended, having written it if nobody else does."""
        if work.tries > MOST_TRIES:
            return True
        owner, asked = str(work.body["owner"]), datetime.fromisoformat(work.body["at"])
        try:
            ask = Ask.check(work.body["ask"])
            held = await self._advice.find(owner, ask)
            if held and _is_over(held, asked):
                return True
            if held and held.touched and self._now() - held.touched < STALE:
                return False
            async for _ in self._advice.write(owner, ask):
                pass
        except Unavailable:
            raise
        except VaultError as problem:
            # An answer, if not the one hoped for: the person finds what broke off, and may ask.
            log.info("advice given up", extra={"person": owner, "why": type(problem).__name__})
            return True
        log.info("advice finished for a lost task", extra={"person": owner})
        await self._tell(owner)
        return True


def _is_over(held: KeptAdvice, asked: datetime) -> bool:
    # What broke off before it was asked for again says nothing about this time.
    is_of_now = held.state is not State.WRITING and held.at >= asked
    return is_of_now or held.state is State.DONE
