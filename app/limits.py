"""How much anyone may send at once."""

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
    answers it in its own way.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        arrived = 0
        most = MOST_FILE if str(scope.get("path")).startswith(FOR_FILES) else MOST_BODY

        async def receive_counted() -> Message:
            nonlocal arrived
            message = await receive()
            arrived += len(message.get("body", b""))
            if arrived > most:
                raise HTTPException(413, TOO_LARGE if most == MOST_BODY else FILE_TOO_LARGE)
            return message

        is_request = scope["type"] == "http"
        await self._app(scope, receive_counted if is_request else receive, send)
