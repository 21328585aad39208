"""A program that listens to an answer."""

import asyncio
from collections.abc import AsyncGenerator

from services.assistant.conversation import Message, Voice


class Watcher:
    """Hears an answer to its end; of what comes while it is busy, it takes the latest."""

    def __init__(self) -> None:
        self._latest: Message | None = None
        self._news = asyncio.Event()

    def hear(self, message: Message) -> None:
        """Take in how far an answer has come; what people say meanwhile is nothing to it."""
        if message.voice is Voice.MODEL:
            self._latest = message
            self._news.set()

    async def heard(self) -> AsyncGenerator[Message, None]:
        """Yield the answer as it grows, until it has ended."""
        while True:
            await self._news.wait()
            self._news.clear()
            if self._latest is not None:
                yield self._latest
                if self._latest.state.is_over:
                    return
