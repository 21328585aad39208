"""Asking a model on somebody's account: money set aside before, and settled after."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

from services.errors import VaultError
from services.language.model import Blocked, Prompt, Truncated, Usage
from services.language.models import Chosen
from services.language.spending import Reservation, Spending
from services.language.turns import ToolCall


class Paid:
    """Asks for one person and one purpose; `cost` is what it came to so far, in micro-dollars."""

    def __init__(self, chosen: Chosen, spending: Spending, owner: str, purpose: str) -> None:
        self._model, self._is_own = chosen
        self._spending = spending
        self._owner = owner
        self._purpose = purpose
        self.cost = 0

    async def stream(self, prompt: Prompt) -> AsyncGenerator[str | ToolCall, None]:
        """Yield the answer; raise `TooMany` before anything is sent if a cap would be passed."""
        estimate = self._spending.estimate(prompt, self._model.name(prompt.tier))
        reservation = await self._spending.reserve(
            self._owner, self._purpose, estimate, is_own=self._is_own
        )
        usage: Usage | None = None
        try:
            async with aclosing(self._model.stream(prompt)) as pieces:
                async for piece in pieces:
                    if isinstance(piece, Usage):
                        usage = piece
                    else:
                        yield piece
        except (Truncated, Blocked, asyncio.CancelledError, GeneratorExit):
            await self._settle(reservation, usage)
            raise
        except VaultError:
            await self._spending.release(reservation)
            raise
        await self._settle(reservation, usage)

    async def _settle(self, reservation: Reservation, usage: Usage | None) -> None:
        self.cost += (await self._spending.settle(reservation, usage)).cost
