"""One piece of work that several people's tabs may watch."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Sharing(Generic[T]):
    """Does the work once for all who watch; it is cancelled when the last one leaves early."""

    def __init__(self, work: Callable[[Callable[[T], None]], Awaitable[None]]) -> None:
        self._latest: tuple[int, T] | None = None
        self._news = asyncio.Event()
        self._watchers = 0
        self._task = asyncio.create_task(self._do(work))

    @property
    def is_over(self) -> bool:
        """Tell whether the work has ended or is being cancelled: too late to join."""
        return self._task.done() or self._task.cancelling() > 0

    async def watch(self) -> AsyncGenerator[T, None]:
        """Yield what the work tells, the latest only, and raise what it raises."""
        self._watchers += 1
        seen = 0
        try:
            while True:
                news = self._news
                if self._latest and self._latest[0] > seen:
                    seen, told = self._latest
                    yield told
                elif self._task.done():
                    break
                else:
                    await news.wait()
            await self._task
        finally:
            self._watchers -= 1
            if not self._watchers and not self._task.done():
                self._task.cancel()
                # What is done on the way out, such as keeping what there is, is waited for.
                await asyncio.wait({self._task})

    async def _do(self, work: Callable[[Callable[[T], None]], Awaitable[None]]) -> None:
        try:
            await work(self._tell)
        finally:
            self._wake()

    def _tell(self, told: T) -> None:
        self._latest = (self._latest[0] + 1 if self._latest else 1, told)
        self._wake()

    def _wake(self) -> None:
        self._news.set()
        self._news = asyncio.Event()
