"""Taking in an answer piece by piece."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator

from services.language.model import Piece, Usage

PAUSE = 0.1
"""Seconds between two looks at an answer: nobody reads faster, and each look costs."""


class Hearing:
    """Takes in an answer, and tells at once but no more than ten times a second that it grew."""

    def __init__(self, pieces: AsyncIterator[Piece], pause: float = PAUSE) -> None:
        self.usage: Usage | None = None
        self._pieces = pieces
        self._pause = pause
        self._texts: list[str] = []
        self._grown = asyncio.Event()

    @property
    def text(self) -> str:
        """Return all that has come."""
        self._texts = ["".join(self._texts)]
        return self._texts[0]

    async def beats(self) -> AsyncGenerator[None, None]:
        """Yield whenever there is more to look at; raise what the pieces raise at their end."""
        task = asyncio.create_task(self._hear())
        try:
            while True:
                await self._grown.wait()
                self._grown.clear()
                if task.done():
                    break
                yield
                await asyncio.wait({task}, timeout=self._pause)
            await task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _hear(self) -> None:
        try:
            async for piece in self._pieces:
                if isinstance(piece, str):
                    self._texts.append(piece)
                    self._grown.set()
                elif isinstance(piece, Usage):
                    self.usage = piece
        finally:
            self._grown.set()
