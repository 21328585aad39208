"""The fake as an ASGI application, without a framework."""

import asyncio
import json
import re
from collections import deque
from collections.abc import Awaitable, Callable, MutableMapping
from itertools import islice
from typing import Any

from services.language.fake.answering import chunks, whole
from services.language.fake.asked import Asked, camel, count
from services.language.fake.refusing import Reply, limited, refusal, refuse, refuse_key
from services.language.fake.scenario import Scenario, Script

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

KEY = "fake-key"
MODELS = ("gemini-3.8-flash", "gemini-3.5-flash-lite")
_MODELS = re.compile(r"/v1(?:beta)?/models")
_CALL = re.compile(r"/v1(?:beta)?/models/(?P<model>[^:/]+):(?P<method>\w+)")
_JSON = [(b"content-type", b"application/json; charset=UTF-8")]
_EVENTS = [(b"content-type", b"text/event-stream")]
_TOLD = {
    Scenario.MUTE: 0,
    Scenario.CUT: 2,
    Scenario.SILENT: 2,
    Scenario.ERROR_MIDWAY: 2,
    Scenario.STALL: 2,
}
"""How many chunks of an answer are told before it goes wrong."""

_PATIENCE = 60.0
"""How long a stalled answer is held open for a caller who does not give up."""


class CutError(Exception):
    """Raised through the server, which then drops the connection."""


class FakeGemini:
    """Answers like Gemini, as its script says. `requests` holds what arrived, the last thousand.

    `pace` is the time between two chunks, in seconds.
    """

    def __init__(
        self,
        key: str = KEY,
        models: tuple[str, ...] = MODELS,
        usual: Scenario = Scenario.WELL,
        pace: float = 0.0,
        retry_after: int = 37,
    ) -> None:
        self.script = Script(usual)
        self.requests: deque[Asked] = deque(maxlen=1000)
        self.abandoned: deque[Asked] = deque(maxlen=1000)
        """The requests whose callers hung up before the end."""
        self._key = key
        self._models = models
        self._pace = pace
        self._retry_after = retry_after

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        body = await _body(receive)
        found = self._understand(scope, body)
        if not isinstance(found, Asked):
            await _answer(send, *found)
            return
        scenario = self.script.draw()
        if error := self._failure(scenario):
            await _answer(send, *error)
        elif found.method == "streamGenerateContent":
            await self._stream(found, scenario, receive, send)
        else:
            await _answer(send, 200, whole(found, scenario))

    def _understand(self, scope: Message, body: bytes) -> Asked | Reply:
        """Return what was asked for, or the reply where no words are wanted."""
        path, is_post = scope["path"], scope["method"] == "POST"
        if path == "/scenario" and is_post:
            return self._direct(body)
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        if error := refuse_key(headers.pop("x-goog-api-key", ""), self._key):
            return error
        if _MODELS.fullmatch(path):
            return 200, {"models": [{"name": f"models/{name}"} for name in self._models]}
        call = _CALL.fullmatch(path)
        if call is None or not is_post:
            return refusal(404, "Requested entity was not found.")
        try:
            asked = Asked(call["method"], call["model"], camel(json.loads(body)), headers)
        except ValueError:
            return refusal(400, "Invalid JSON payload received.")
        self.requests.append(asked)
        if error := refuse(asked, self._models):
            return error
        if asked.method == "countTokens":
            return 200, {"totalTokens": count(asked.sent)}
        return asked

    def _direct(self, body: bytes) -> Reply:
        """Take another script, from a process that cannot reach this object."""
        told = json.loads(body)
        self.script.usual = Scenario(told.get("usual", self.script.usual))
        self.script.then(*(Scenario(each) for each in told.get("next", [])))
        return 200, {"usual": self.script.usual}

    def _failure(self, scenario: Scenario) -> Reply | None:
        match scenario:
            case Scenario.LIMITED:
                return limited(self._retry_after)
            case Scenario.DOWN:
                return refusal(503, "The model is overloaded. Please try again later.")
            case Scenario.FAILING:
                return refusal(500, "An internal error has occurred.")
            case _:
                return None

    async def _stream(self, asked: Asked, scenario: Scenario, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": _EVENTS})
        gone = asyncio.create_task(_hung_up(receive))
        try:
            await self._play(asked, scenario, gone, send)
        finally:
            if gone.done():
                self.abandoned.append(asked)
            gone.cancel()
        await send({"type": "http.response.body", "body": b""})

    async def _play(
        self, asked: Asked, scenario: Scenario, gone: asyncio.Task[None], send: Send
    ) -> None:
        if scenario is Scenario.CUT_AT_ONCE:
            raise CutError
        if scenario is Scenario.RUBBISH:
            await _more(send, b"<html>\xff\xfe{{{ not what was asked for\r\n\r\n")
            return
        pace = max(self._pace, 0.2) if scenario is Scenario.SLOW else self._pace
        for event in islice(chunks(asked, scenario), _TOLD.get(scenario)):
            await _event(send, event)
            # Waiting, even for no time, lets a caller who hung up be noticed.
            await asyncio.wait({gone}, timeout=pace)
            if gone.done():
                return
        if scenario is Scenario.CUT:
            raise CutError
        if scenario is Scenario.ERROR_MIDWAY:
            await _event(send, refusal(503, "The model is overloaded.")[1])
        if scenario in {Scenario.STALL, Scenario.MUTE}:
            await asyncio.wait({gone}, timeout=_PATIENCE)


async def _body(receive: Receive) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


async def _hung_up(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _answer(send: Send, code: int, body: dict[str, Any]) -> None:
    await send({"type": "http.response.start", "status": code, "headers": _JSON})
    await send({"type": "http.response.body", "body": json.dumps(body).encode()})


async def _event(send: Send, event: dict[str, Any]) -> None:
    await _more(send, b"data: " + json.dumps(event, ensure_ascii=False).encode() + b"\r\n\r\n")


async def _more(send: Send, body: bytes) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": True})
