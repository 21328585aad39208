"""How much anyone may send at once."""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BODY = 1_000_000
"""The most bytes a request may carry: a job with its notes and posting has room in a fifth."""

TOO_LARGE = "That is too much at once. Please stay under 1 MB."


class BodyLimit:
    """Refuses a request while it arrives, as soon as its body is larger than the limit.

    It raises an ordinary HTTP problem inside the door that reads the body, so that each door
    answers it in its own way.
    """

    def __init__(self, app: ASGIApp, most: int = MOST_BODY) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        arrived = 0

        async def receive_counted() -> Message:
            nonlocal arrived
            message = await receive()
            arrived += len(message.get("body", b""))
            if arrived > self._most:
                raise HTTPException(413, TOO_LARGE)
            return message

        is_request = scope["type"] == "http"
        await self._app(scope, receive_counted if is_request else receive, send)
