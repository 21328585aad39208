"""What comes back from Gemini, chunk by chunk."""

from collections.abc import Iterator

from google.genai.types import (
    FinishReason,
    GenerateContentResponse,
    GenerateContentResponseUsageMetadata,
    Part,
)

from services.language.model import Blocked, Piece, Truncated, Usage
from services.language.turns import ToolCall

TOO_LONG = "The answer grew too long and was cut off. What had come until then is kept."

_ROOM_PER_TOKEN = 16
"""More characters for a token than any text has; an answer beyond that is not one."""

_DECLINED = {
    FinishReason.SAFETY,
    FinishReason.RECITATION,
    FinishReason.LANGUAGE,
    FinishReason.BLOCKLIST,
    FinishReason.PROHIBITED_CONTENT,
    FinishReason.SPII,
}


class Reading:
    """Follows one answer: whether it has begun, and how it ended."""

    def __init__(self, most_tokens: int) -> None:
        self.begun = False
        self._room = most_tokens * _ROOM_PER_TOKEN
        self._end: FinishReason | None = None

    def take(self, chunk: GenerateContentResponse) -> Iterator[Piece]:
        """Yield what the chunk holds and what was taken so far; raise when it is the end of it."""
        parts = self._parts(chunk)
        if text := "".join(part.text or "" for part in parts)[: self._room]:
            self.begun = True
            self._room -= len(text)
            yield text
        for call in map(_call, parts):
            if call:
                self.begun = True
                yield call
        if chunk.usage_metadata:
            yield _usage(chunk.usage_metadata)
        if chunk.prompt_feedback and chunk.prompt_feedback.block_reason:
            raise Blocked
        if self._room <= 0:
            raise Truncated(TOO_LONG)

    def check(self) -> None:
        """Raise `Blocked` or `Truncated` unless the answer came to its natural end."""
        if self._end in _DECLINED:
            raise Blocked
        if self._end is FinishReason.MAX_TOKENS:
            raise Truncated(TOO_LONG)
        if self._end is not FinishReason.STOP:
            raise Truncated

    def _parts(self, chunk: GenerateContentResponse) -> list[Part]:
        if not chunk.candidates:
            return []
        candidate = chunk.candidates[0]
        self._end = candidate.finish_reason or self._end
        parts = candidate.content.parts if candidate.content else None
        return [part for part in parts or () if not part.thought]


def _call(part: Part) -> ToolCall | None:
    wish = part.function_call
    if wish is None or not wish.name:
        return None
    return ToolCall(wish.name, wish.args or {}, wish.id or "", part.thought_signature or b"")


def _usage(counted: GenerateContentResponseUsageMetadata) -> Usage:
    return Usage(
        prompt=counted.prompt_token_count or 0,
        answer=counted.candidates_token_count or 0,
        thought=counted.thoughts_token_count or 0,
        cached=counted.cached_content_token_count or 0,
    )
