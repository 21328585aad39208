"""What is said in conversations at other servers, for those who listen to them at this one."""

from collections.abc import Collection, Mapping

from services.assistant.conversation import Message
from services.assistant.conversations import (
    Conversations,
    message_of,
    place_of_head,
    place_of_message,
)
from services.assistant.liveness import as_it_is
from services.assistant.talks import Chat, Talks
from services.clock import Clock
from services.storage.table import Place, Row


class Overhearing:
    """Follows each conversation that is listened to and not being answered here.

    Its head changes when something is said and when an answer has ended; while one is being
    written, its message changes about once a second.
    """

    def __init__(self, talks: Talks, conversations: Conversations, now: Clock) -> None:
        self._talks = talks
        self._conversations = conversations
        self._now = now
        self._heads: dict[Chat, int] = {}
        self._growing: dict[Chat, Message] = {}

    def places(self) -> Collection[Place]:
        """Return the heads of the conversations, and the messages that grow."""
        chats = self._chats()
        for seen in (self._heads, self._growing):
            for gone in seen.keys() - chats:
                del seen[gone]
        growing = {place_of_message(*chat, each.seq) for chat, each in self._growing.items()}
        return {place_of_head(*chat) for chat in chats} | growing

    async def see(self, rows: Mapping[Place, Row]) -> None:
        """Tell those who listen what is new to them."""
        for chat in self._chats():
            head = rows.get(place_of_head(*chat))
            if head and head.version > self._heads.get(chat, -1):
                await self._catch_up(chat)
                self._heads[chat] = head.version
            else:
                self._grow(chat, rows)

    def _grow(self, chat: Chat, rows: Mapping[Place, Row]) -> None:
        growing = self._growing.get(chat)
        row = rows.get(place_of_message(*chat, growing.seq)) if growing else None
        # Without the row nobody looked this time, and nothing is known of who writes.
        if growing and row:
            held = message_of(row)
            self._show(chat, held if held.version >= growing.version else growing)

    def _chats(self) -> set[Chat]:
        return {chat for chat in self._talks.heard() if not self._talks.is_writing(*chat)}

    async def _catch_up(self, chat: Chat) -> None:
        said = await self._conversations.messages(*chat)
        if self._talks.is_writing(*chat):
            return  # Meanwhile it is being written here.
        known = self._talks.known(*chat)
        for message in said:
            if message.version != known.get(message.seq):
                self._talks.tell(*chat, as_it_is(message, self._now()))
        self._growing.pop(chat, None)
        if said and not said[-1].state.is_over:
            self._show(chat, said[-1])

    def _show(self, chat: Chat, message: Message) -> None:
        """Show how far an answer has come, or that it waits for somebody to write it."""
        shown = as_it_is(message, self._now())
        if shown != self._growing.get(chat):
            self._talks.tell(*chat, shown)
        if shown.state.is_over:
            self._growing.pop(chat, None)
        else:
            self._growing[chat] = shown
