"""Only our own pages may open a socket, and only while their session is open."""

from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from app.problems import problem_answer
from app.visitor import find_visitor, services
from services.errors import NotAllowed

SOCKETS = "/_nicegui_ws/"


class OriginGuard:
    """Refuses sockets and form posts of other origins, and sockets without an open session.

    A page's `client_id` alone opens nothing: the socket must come with the session's cookie.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket") and not await self._is_welcome(scope):
            await _refuse(scope, receive, send)
            return
        await self._app(scope, receive, send)

    async def _is_welcome(self, scope: Scope) -> bool:
        connection = HTTPConnection(scope)
        is_socket = scope["path"].startswith(SOCKETS)
        if not is_socket and scope.get("method", "GET") in ("GET", "HEAD", "OPTIONS"):
            return True
        origin = connection.headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != connection.headers.get("host"):
            return False
        return not is_socket or await find_visitor(connection, services(connection)) is not None


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    await problem_answer(NotAllowed("This came from another site."))(scope, receive, send)
