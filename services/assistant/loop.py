"""Asking, looking, asking again: bounded, whatever the model wants."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from typing import Any

from services.assistant.finding import Finding
from services.assistant.tools import Tools
from services.language.masking import Mask
from services.language.model import Prompt
from services.language.paid import Paid
from services.language.turns import ToolCall, ToolResult, Turn

MOST_ROUNDS = 4
"""How often the model is asked for one answer; the last time it may look at nothing more."""

MOST_CALLS = 8
MOST_BYTES = 18_000
"""All that is found for one answer: 6,000 tokens of three bytes, as they are reckoned."""

_CUT = "\n(There is more than fits here.)"
_FULL = "(There is no room to look at more for this answer.)"


class Loop:
    """Has one answer written, with what the model wants to look at on the way.

    What leaves is masked, and what comes back is as the person wrote it.
    """

    def __init__(self, paid: Paid, tools: Tools, mask: Mask, prompt: Prompt) -> None:
        self._paid = paid
        self._tools = tools
        self._mask = mask
        self._prompt = prompt
        self._calls = 0
        self._room = MOST_BYTES

    async def run(self) -> AsyncGenerator[str | Finding, None]:
        """Yield the answer's text as it comes, and each finding as it is looked at."""
        turns = self._prompt.turns
        for number in range(1, MOST_ROUNDS + 1):
            is_last = number == MOST_ROUNDS or not self._can_look
            said, calls = "", list[ToolCall]()
            prompt = replace(self._prompt, turns=turns, must_answer=is_last)
            async with aclosing(self._mask.reveal(self._paid.stream(prompt))) as pieces:
                async for piece in pieces:
                    if isinstance(piece, str):
                        said += piece
                        yield piece
                    elif isinstance(piece, ToolCall):
                        calls.append(piece)
            if is_last or not calls:
                return
            results = list[ToolResult]()
            for call in calls[: MOST_CALLS - self._calls]:
                finding = await self._look(call)
                results.append(ToolResult(call, finding.text))
                yield replace(finding, text=self._mask.show(finding.text))
            asked = tuple(result.call for result in results)
            told = (self._mask.hide(said),) if said else ()
            turns = (*turns, Turn(True, (*told, *asked)), Turn(False, tuple(results)))
            if said:
                yield "\n\n"

    @property
    def _can_look(self) -> bool:
        return bool(self._prompt.tools) and self._calls < MOST_CALLS and self._room > 0

    async def _look(self, call: ToolCall) -> Finding:
        self._calls += 1
        if self._room <= 0:
            return Finding(_FULL, "")
        arguments = {name: self._shown(value) for name, value in call.arguments.items()}
        finding = await self._tools.use(replace(call, arguments=arguments))
        text = self._mask.hide(finding.text).encode()
        if len(text) > self._room:
            text = text[: max(0, self._room - len(_CUT))] + _CUT.encode()
        self._room -= len(text)
        return replace(finding, text=text.decode(errors="ignore"))

    def _shown(self, value: Any) -> Any:
        return self._mask.show(value) if isinstance(value, str) else value
