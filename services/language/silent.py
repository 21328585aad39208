"""The model of an instance without a key."""

from collections.abc import AsyncGenerator

from services.errors import Unavailable
from services.language.model import Piece, Prompt, Tier

NO_KEY = (
    "This needs a Gemini key: add one of your own under Account, Assistant and advice, or whoever"
    " runs this instance sets CAREERVAULT_GEMINI_API_KEY. Everything else works without one."
)


class NoModel:
    """Writes nothing, and says what would change that."""

    missing: str | None = NO_KEY

    def name(self, tier: Tier) -> str:
        raise Unavailable(self.missing)

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        raise Unavailable(self.missing)
        yield  # what makes this a stream
