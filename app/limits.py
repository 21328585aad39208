"""How much anyone may send at once."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BODY = 1_000_000
"""The most bytes a request may carry: a job with its notes and posting has room in a fifth."""

MOST_FILE = 10_600_000
"""The most bytes that may arrive where a file does: 10 MB, and what a form puts around it."""

FOR_FILES = ("/uploads/", "/api/resumes", "/api/ai/analyze-resume-file")
"""Where files arrive."""

TOO_LARGE = "That is too much at once. Please stay under 1 MB."
FILE_TOO_LARGE = "This file is too large. Please stay under 10 MB."


class BodyLimit:
    """Refuses a request while it arrives, as soon as its body is larger than the limit.

    It raises an ordinary HTTP problem inside the door that reads the body, so that each door
    answers it in its own way. What may go on arriving after the answer is cut off with it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        arrived = 0
        headers = Headers(scope=scope)
        most = MOST_FILE if _holds_file(scope["path"], headers) else MOST_BODY
        goes_on = _may_pass(most, headers)

        async def receive_counted() -> Message:
            nonlocal arrived, goes_on
            message = await receive()
            arrived += len(message.get("body", b""))
            goes_on = goes_on and bool(message.get("more_body"))
            if arrived > most:
                raise HTTPException(413, TOO_LARGE if most == MOST_BODY else FILE_TOO_LARGE)
            return message

        async def send_last(message: Message) -> None:
            if message["type"] == "http.response.start" and goes_on:
                # The server would read and drop the rest for as long as it comes.
                MutableHeaders(scope=message)["connection"] = "close"
            await send(message)

        await self._app(scope, receive_counted, send_last)


def _holds_file(path: str, headers: Headers) -> bool:
    # JSON is taken apart before anybody asks who sent it: ten megabytes would keep all waiting.
    is_form = headers.get("content-type", "").lower().startswith("multipart/form-data")
    return path.startswith(FOR_FILES) and (is_form or path.startswith("/uploads/"))


def _may_pass(most: int, headers: Headers) -> bool:
    """Tell whether a body is, or might become, larger than it may."""
    length = headers.get("content-length", "")
    return int(length) > most if length.isdecimal() else "transfer-encoding" in headers
