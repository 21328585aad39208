"""Gemini, through Google's own client. Importing this takes a second: see `LateModel`."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing
from contextvars import ContextVar
from secrets import token_hex
from typing import Any, Literal

import httpx2
from google.genai import Client, types
from google.genai.errors import APIError, UnknownApiResponseError

from services.language.gemini_answer import Reading
from services.language.gemini_asked import contents_of, equipped
from services.language.gemini_errors import passes, translate
from services.language.model import Piece, Prompt, Tier, Truncated
from services.language.wrapping import instruct

_OPENED: ContextVar[list[httpx2.Response]] = ContextVar("opened")
"""What the asking under way has opened: the client keeps it to itself."""

log = logging.getLogger(__name__)

Chunk = types.GenerateContentResponse
Thinking = Literal["low", "medium", "high"]
TRIES = 3
SILENCE = 45.0
"""How many seconds a connection may say nothing: a thinking model is quiet for a while."""

LONGEST = 300
"""How many seconds the far side may take for a whole answer."""


class GeminiModel:
    """Writes with Gemini. One is made per process: its client holds the connections."""

    missing: str | None = None

    def __init__(
        self,
        key: str,
        names: Mapping[Tier, str],
        *,
        base_url: str | None = None,
        thinking: Thinking = "low",
        key_place: str = "CAREERVAULT_GEMINI_API_KEY",
        silence: float = SILENCE,
        random: Callable[[], str] = lambda: token_hex(8),
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._names = names
        self._key_place = key_place
        self._thinking = types.ThinkingConfig(thinking_level=types.ThinkingLevel(thinking))
        self._random = random
        self._sleep = sleep
        # Given no connections of its own the client takes aiohttp where that is installed, and
        # with it a limit on the whole answer and a second try after a random wait.
        self._connections = httpx2.AsyncClient(event_hooks={"response": [_remember]})
        self._client = Client(
            api_key=key,
            http_options=types.HttpOptions(
                base_url=base_url,
                timeout=round(silence * 1000),
                headers={"X-Server-Timeout": str(LONGEST)},
                httpx_async_client=self._connections,
            ),
        )

    def name(self, tier: Tier) -> str:
        return self._names[tier]

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        name = self.name(prompt.tier)
        reading = Reading(prompt.most_tokens)
        for attempt in range(1, TRIES + 1):
            try:
                async with aclosing(self._ask(name, prompt)) as chunks:
                    async for chunk in chunks:
                        for piece in reading.take(chunk):
                            yield piece
                reading.check()
                return
            except (APIError, UnknownApiResponseError, httpx2.HTTPError) as error:
                if reading.begun or attempt == TRIES or not passes(error):
                    if reading.begun:
                        raise Truncated from error
                    raise translate(error, prompt.tier, name, self._key_place) from error
            log.warning("gemini is not answering, retrying", extra={"attempt": attempt})
            await self._sleep(0.5 * 3 ** (attempt - 1))

    async def close(self) -> None:
        """Close the connections."""
        await self._connections.aclose()

    async def _ask(self, name: str, prompt: Prompt) -> AsyncGenerator[Chunk, None]:
        boundary = self._random()
        config = types.GenerateContentConfig(
            system_instruction=instruct(prompt.task, prompt.labels, boundary),
            max_output_tokens=prompt.most_tokens,
            thinking_config=self._thinking,
            automatic_continuation=False,
            automatic_function_calling=types.AutomaticFunctionCallingConfig(disable=True),
            **_shaped(prompt),
            **equipped(prompt),
        )
        contents = contents_of(prompt, boundary)
        models = self._client.aio.models
        opened: list[httpx2.Response] = []
        _OPENED.set(opened)
        try:
            async for chunk in await models.generate_content_stream(
                model=name, contents=contents, config=config
            ):
                yield chunk
        except (AttributeError, TypeError, ValueError) as error:
            # The client stumbles over an answer that is none.
            raise UnknownApiResponseError from error
        finally:
            # The client leaves an answer that it gave up to the garbage collector.
            for response in opened:
                await response.aclose()


async def _remember(response: httpx2.Response) -> None:
    _OPENED.get().append(response)


def _shaped(prompt: Prompt) -> dict[str, Any]:
    if prompt.shape is None:
        return {}
    schema = _plain(prompt.shape.model_json_schema())
    return {"response_mime_type": "application/json", "response_schema": schema}


def _plain(schema: Any) -> Any:
    """Return the schema without what the Gemini API does not know."""
    if isinstance(schema, list):
        return [_plain(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: _plain(value) for key, value in schema.items() if key != "additionalProperties"}
