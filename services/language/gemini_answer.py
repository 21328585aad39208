"""What comes back from Gemini, chunk by chunk."""

from google.genai.types import FinishReason, GenerateContentResponse

from services.language.model import Blocked, Truncated, Usage

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
    """Follows one answer: whether it has begun, what it took, and how it ended."""

    def __init__(self, most_tokens: int) -> None:
        self.begun = False
        self.usage: Usage | None = None
        self._room = most_tokens * _ROOM_PER_TOKEN
        self._end: FinishReason | None = None

    def take(self, chunk: GenerateContentResponse) -> str:
        """Return the chunk's text; raise `Blocked` for a prompt that is declined."""
        self._count(chunk)
        if chunk.prompt_feedback and chunk.prompt_feedback.block_reason:
            raise Blocked
        if not chunk.candidates:
            return ""
        candidate = chunk.candidates[0]
        self._end = candidate.finish_reason or self._end
        parts = candidate.content.parts if candidate.content else None
        text = "".join(part.text or "" for part in parts or () if not part.thought)
        return self._within(text)

    def check(self) -> None:
        """Raise `Blocked` or `Truncated` unless the answer came to its natural end."""
        if self._end in _DECLINED:
            raise Blocked
        if self._end is FinishReason.MAX_TOKENS:
            raise Truncated("The answer grew too long and was cut off.")
        if self._end is not FinishReason.STOP:
            raise Truncated

    def _within(self, text: str) -> str:
        self.begun = self.begun or bool(text)
        if self._room < 0:
            raise Truncated("The answer grew too long and was cut off.")
        kept = text[: self._room]
        self._room -= len(text)
        return kept

    def _count(self, chunk: GenerateContentResponse) -> None:
        if counted := chunk.usage_metadata:
            self.usage = Usage(
                prompt=counted.prompt_token_count or 0,
                answer=counted.candidates_token_count or 0,
                thought=counted.thoughts_token_count or 0,
                cached=counted.cached_content_token_count or 0,
            )
