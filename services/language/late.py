"""A model whose engine is slow to load and therefore loaded when it is first asked."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing

from services.language.model import LanguageModel, Piece, Prompt, Tier


class LateModel:
    """Opens the real model once, in a thread, when it is first wanted."""

    missing: str | None = None

    def __init__(self, names: Mapping[Tier, str], open_model: Callable[[], LanguageModel]) -> None:
        self._names = names
        self._open = open_model
        self._model: LanguageModel | None = None
        self._turn = asyncio.Lock()

    def name(self, tier: Tier) -> str:
        return self._names[tier]

    async def warm(self) -> LanguageModel:
        """Return the real model, opened now if it was not before."""
        async with self._turn:
            if self._model is None:
                self._model = await asyncio.to_thread(self._open)
            return self._model

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        model = await self.warm()
        async with aclosing(model.stream(prompt)) as pieces:
            async for piece in pieces:
                yield piece
