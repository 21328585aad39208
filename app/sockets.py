"""Sockets speak to the pages of their own session alone, in messages that make sense."""

import logging
from collections.abc import Awaitable, Callable
from inspect import isawaitable
from typing import Any

from nicegui import core
from starlette.requests import HTTPConnection

from app.presence import Presence
from app.visitor import session_token
from services.identity.sessions import handle_of

log = logging.getLogger(__name__)

SPOKEN = ("handshake", "event", "javascript_response", "ack", "log")
"""What the framework hears from a page; each message names the page in its `client_id`."""

SENSELESS = (LookupError, TypeError, ValueError, AttributeError)

Handler = Callable[[str, Any], Any]


def guard_sockets(presence: Presence) -> None:
    """Keep every message from the framework that comes from somebody else's socket.

    The id of a page is long, but it is no secret: it stands in the page. What opens a page is
    the session that it was built for.
    """
    core.sio.on("connect", _opened(core.sio.handlers["/"]["connect"]))
    for name in SPOKEN:
        core.sio.on(name, _guarded(name, core.sio.handlers["/"][name], presence))


def _opened(handler: Handler) -> Callable[..., Awaitable[bool]]:
    async def open_socket(socket: str, environ: Any, *_: Any) -> bool:
        try:
            await handler(socket, environ)
        except SENSELESS:
            return False
        return True

    return open_socket


def _guarded(name: str, handler: Handler, presence: Presence) -> Callable[..., Awaitable[Any]]:
    async def hear(socket: str, message: Any = None, *_: Any) -> Any:
        page = message.get("client_id") if isinstance(message, dict) else None
        if not isinstance(page, str) or presence.is_foreign(page, _handle(socket)):
            log.info("message refused", extra={"event": name})
            return False
        try:
            answer = handler(socket, message)
            return await answer if isawaitable(answer) else answer
        except SENSELESS:
            # Accidents of our own never come here: they are told to the page they happen on.
            log.info("message without sense", extra={"event": name})
            return False

    return hear


def _handle(socket: str) -> str:
    """Return the handle of the session that a socket was opened with."""
    connection = HTTPConnection(core.sio.get_environ(socket)["asgi.scope"])
    return handle_of(session_token(connection))
