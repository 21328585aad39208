"""Reading an answer to its end, whatever end that is."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from services.errors import VaultError
from services.language.model import LanguageModel, Prompt, Usage
from services.language.turns import ToolCall


@dataclass
class Answer:
    text: str = ""
    usage: Usage | None = None
    problem: VaultError | None = None
    calls: list[ToolCall] = field(default_factory=list)


async def read(model: LanguageModel, prompt: Prompt) -> Answer:
    answer = Answer()
    try:
        async for piece in model.stream(prompt):
            if isinstance(piece, str):
                answer.text += piece
            elif isinstance(piece, ToolCall):
                answer.calls.append(piece)
            else:
                answer.usage = piece
    except VaultError as problem:
        answer.problem = problem
    return answer


async def until(happened: Callable[[], bool]) -> None:
    """Wait for the other end of the wire, which lives in a thread of its own."""
    async with asyncio.timeout(10):
        while not happened():  # noqa: ASYNC110 - a thread sets no event of this loop
            await asyncio.sleep(0.01)
