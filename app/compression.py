"""Answers in gzip; those that never change are compressed once and kept."""

import asyncio

from starlette.datastructures import Headers
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FILES = ("/_nicegui/", "/static/")
CHANGING = "/dynamic_resources/"
MOST_KEPT = 8_000_000
"""The most bytes of compressed answers that are kept in memory."""


class Compression:
    """Compresses answers; without it half of the work of a first visit would be gzip's.

    Only answers to plain requests for files whose address changes with their content are kept.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._fast = GZipMiddleware(app, minimum_size=500, compresslevel=5)
        self._small = GZipMiddleware(app, minimum_size=500, compresslevel=9)
        self._kept: dict[str, list[Message]] = {}
        self._bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _is_plain(scope):
            await self._fast(scope, receive, send)
            return
        address = f"{scope['path']}?{scope['query_string'].decode('latin-1')}"
        if address not in self._kept:
            answer = await self._answer(scope)
            self._keep(address, answer)
        else:
            answer = self._kept[address]
        for message in answer:
            # A copy: whoever sends it on may change its headers.
            await send(
                {**message, "headers": [*message["headers"]]} if "headers" in message else message
            )

    async def _answer(self, scope: Scope) -> list[Message]:
        answer: list[Message] = []

        async def keep(message: Message) -> None:
            answer.append(message)

        await self._small(scope, _staying(), keep)
        return answer

    def _keep(self, address: str, answer: list[Message]) -> None:
        size = sum(len(message.get("body", b"")) for message in answer)
        headers = Headers(raw=answer[0]["headers"])
        # NiceGUI marks its own files only after us; their addresses carry version or hash.
        is_lasting = address.startswith(FILES[0]) or "immutable" in headers.get("cache-control", "")
        if answer[0]["status"] == 200 and is_lasting and self._bytes + size <= MOST_KEPT:
            self._kept[address] = answer
            self._bytes += size


def _staying() -> Receive:
    """Return what an application hears from a browser that asks and never leaves.

    One that left would have the answer cut short, and kept so for whoever comes next.
    """
    messages: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> Message:
        if not messages:
            await asyncio.Event().wait()
        return messages.pop()

    return receive


def _is_plain(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    headers = Headers(scope=scope)
    return (
        scope["path"].startswith(FILES)
        and CHANGING not in scope["path"]
        and "gzip" in headers.get("accept-encoding", "")
        and not {"range", "if-none-match", "if-modified-since"} & set(headers.keys())
    )
