"""Only our own pages may open a socket, and only while their session is open."""

from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from app.presence import Presence
from app.problems import problem_answer
from app.visitor import find_visitor, services
from services.errors import NotAllowed, VaultError

SOCKETS = "/_nicegui_ws/"


class OriginGuard:
    """Refuses sockets and form posts of other origins, and sockets without an open session.

    A page's `client_id` alone opens nothing: the socket must come with the session's cookie.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        try:
            if not await self._is_welcome(scope):
                raise NotAllowed("This came from another site.")
        except VaultError as problem:
            await _refuse(problem, scope, receive, send)
            return
        await self._app(scope, receive, send)

    async def _is_welcome(self, scope: Scope) -> bool:
        connection = HTTPConnection(scope)
        is_socket = scope["path"].startswith(SOCKETS)
        if not is_socket and scope.get("method", "GET") in ("GET", "HEAD", "OPTIONS"):
            return True
        if not _is_own(connection.headers.get("origin"), connection.headers.get("host")):
            return False
        if not is_socket:
            return True
        session = await find_visitor(connection, services(connection))
        page = connection.query_params.get("client_id", "")
        presence: Presence = connection.app.state.presence
        return session is not None and not presence.is_foreign(page, session.handle)


def _is_own(origin: str | None, host: str | None) -> bool:
    try:
        return origin is None or urlsplit(origin).netloc == host
    except ValueError:  # such as "http://[", which no browser sends
        return False


async def _refuse(problem: VaultError, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    await problem_answer(problem)(scope, receive, send)
