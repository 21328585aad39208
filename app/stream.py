"""Server-sent events: what a browser or a program hears while something is being made."""

from collections.abc import AsyncIterator
from typing import Any

import orjson
from fastapi.responses import StreamingResponse

EVENTS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Events, each with its data as JSON on one line.",
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
    }
}
"""How the description tells of an answer in events."""


def event(fact: dict[str, Any]) -> bytes:
    """Return one event whose data is this fact as JSON."""
    return b"data: " + orjson.dumps(fact, option=orjson.OPT_UTC_Z) + b"\n\n"


async def events(facts: AsyncIterator[bytes]) -> StreamingResponse:
    """Answer with events as they come, once there is a first one.

    What is refused before that is refused as ever, with its own code.
    """
    first = await anext(facts, b"")

    async def every() -> AsyncIterator[bytes]:
        yield first
        async for fact in facts:
            yield fact

    # A stream of events is never held back to be compressed.
    return StreamingResponse(every(), media_type="text/event-stream")
