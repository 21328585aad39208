"""Which pages are open for which session, so that ending a session ends its pages too."""

import asyncio
from collections import defaultdict
from contextlib import suppress
from urllib.parse import quote, urlsplit

from nicegui import Client, background_tasks, core

from services.errors import VaultError
from services.identity.sessions import Sessions

LOOK_EVERY = 1.5
"""Seconds between two looks at whether the sessions of the open pages are still open."""


class Presence:
    """The open pages of this process, by the handle of their session."""

    def __init__(self, sessions: Sessions, seconds: float = LOOK_EVERY) -> None:
        self._sessions = sessions
        self._seconds = seconds
        self._clients: dict[str, dict[str, Client]] = defaultdict(dict)
        self._handles: dict[str, str] = {}
        sessions.on_closed(self.end)

    def enter(self, handle: str, client: Client) -> None:
        """Remember that this page belongs to the session, until it is closed."""
        self._clients[handle][client.id] = client
        self._handles[client.id] = handle
        client.on_delete(lambda: self._leave(handle, client))

    def is_foreign(self, page: str, handle: str) -> bool:
        """Tell whether the page with this id belongs to another session than this one."""
        return self._handles.get(page, handle) != handle

    def end(self, handle: str) -> None:
        """Take the session's pages away: each goes to the sign-in page and loses its socket.

        Who signs in there comes back to the screen that was open.
        """
        for client in tuple(self._clients.get(handle, {}).values()):
            background_tasks.create(_send_away(client), name="send away")

    async def watch(self) -> None:
        """Look for sessions that ended elsewhere, or by time, until cancelled."""
        while True:
            await asyncio.sleep(self._seconds)
            # When the storage is away nobody is sent out for that.
            with suppress(VaultError):
                await self._look()

    async def _look(self) -> None:
        handles = tuple(self._clients)
        missing = set(handles) - await self._sessions.open_among(handles) if handles else set()
        for handle in missing:
            # A glance may be too early for a session that was opened at another server just now.
            if await self._sessions.peek(handle) is None:
                self.end(handle)

    def _leave(self, handle: str, client: Client) -> None:
        self._handles.pop(client.id, None)
        self._clients[handle].pop(client.id, None)
        if not self._clients[handle]:
            del self._clients[handle]


async def _send_away(client: Client) -> None:
    # By its path alone: what somebody searches for belongs in no other address.
    place = urlsplit(client.sub_pages_router.current_path).path
    client.open(f"/sign-in?ended&next={quote(place)}")
    # The message must leave before the socket does.
    await asyncio.sleep(0.3)
    sockets = tuple(core.sio.manager.get_participants("/", client.id))
    # A page whose browser left as it was told is on its way out already; deleted before its
    # sockets go, one that stayed is not deleted a second time for losing them.
    if sockets and not client.is_deleted:
        client.delete()
    for socket, _ in sockets:
        await core.sio.disconnect(socket)
