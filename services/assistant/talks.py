"""Answers that are being written in this process, whichever tab or program asked for them."""

import asyncio
from asyncio import Task
from collections.abc import AsyncGenerator, Coroutine
from contextlib import aclosing, suppress
from datetime import timedelta
from typing import Any, Protocol
from weakref import WeakKeyDictionary

from services.assistant.answering import LEAVING
from services.assistant.assistant import Assistant, Turn
from services.assistant.conversation import Message, State, Voice
from services.assistant.conversations import MOST_MESSAGES, Conversations
from services.assistant.liveness import BUSY, STOPPED, as_it_is
from services.assistant.watcher import Watcher
from services.clock import Clock
from services.errors import Conflict, Invalid, VaultError
from services.queue.unfinished import Unfinished

KIND = "answer"
"""What answers are called where lost work is remembered."""

TRIES = 5

Chat = tuple[str, str]
"""An owner and one of their conversations."""


class Listener(Protocol):
    """Whoever shows a conversation."""

    def hear(self, message: Message) -> None:
        """Show how far an answer has come, or something new that was said."""


class Talks:
    """Has answers written on, whether or not their tab stays, until they end or are stopped.

    All who listen to a conversation hear the same. It has one answer under way at a time.
    """

    def __init__(
        self,
        assistant: Assistant,
        conversations: Conversations,
        unfinished: Unfinished,
        now: Clock,
    ) -> None:
        self._assistant = assistant
        self._conversations = conversations
        self._unfinished = unfinished
        self._now = now
        self._taken: set[Chat] = set()
        self._tasks: dict[Chat, Task[None]] = {}
        self._latest: dict[Chat, Message] = {}
        self._listeners: WeakKeyDictionary[Listener, Chat] = WeakKeyDictionary()
        self._known: dict[Chat, dict[int, int]] = {}

    def listen(self, owner: str, chat: str, listener: Listener) -> None:
        """Tell the listener what is said in this conversation, for as long as anyone holds it."""
        self._listeners[listener] = (owner, chat)

    def is_writing(self, owner: str, chat: str) -> bool:
        """Tell whether an answer is being written in this process."""
        return (owner, chat) in self._latest

    def heard(self) -> set[Chat]:
        """Return the conversations that somebody listens to in this process."""
        heard = set(self._listeners.values())
        self._known = {chat: known for chat, known in self._known.items() if chat in heard}
        return heard

    def known(self, owner: str, chat: str) -> dict[int, int]:
        """Return the messages, each with its version, that those who listen were told of."""
        return self._known.get((owner, chat), {})

    async def messages(self, owner: str, chat: str) -> list[Message]:
        """Return all that was said, an answer under way as far as it has come."""
        growing = self._latest.get((owner, chat))
        said = await self._conversations.messages(owner, chat)
        if (owner, chat) in self._listeners.values():
            # Not in place of what is there: others who listen may not have heard of all of it yet.
            self._known.setdefault((owner, chat), {each.seq: each.version for each in said})
        return [
            growing if growing and growing.seq == each.seq else as_it_is(each, self._now())
            for each in said
        ]

    async def ask(self, owner: str, chat: str, words: str, instead_of: int = 0) -> Turn:
        """Keep what the person says, and have it answered from now on."""
        place = (owner, chat)
        if place in self._taken:
            raise Conflict(BUSY)
        self._taken.add(place)
        try:
            turn = await self._assistant.ask(owner, chat, words, instead_of)
        except BaseException:
            self._taken.discard(place)
            raise
        self.tell(owner, chat, turn.question)
        self._begin(place, turn, self._write(place, turn, is_new=True))
        return turn

    async def take_up(self, owner: str, turn: Turn) -> None:
        """Have an answer written that another process has left, and return once it has ended."""
        place = (owner, turn.head.id)
        self._taken.add(place)
        await asyncio.wait({self._begin(place, turn, self._write(place, turn, is_new=False))})

    async def again(self, owner: str, chat: str, seq: int, words: str = "") -> Turn:
        """Ask something again, in other words if there are any; what followed it is taken back."""
        question = await self._conversations.message(owner, chat, seq)
        if question.voice is not Voice.PERSON:
            raise Invalid("Only what you said yourself can be asked again.")
        return await self.ask(owner, chat, words or question.text, seq)

    async def stop(self, owner: str, chat: str) -> None:
        """Stop what is being written, here or elsewhere; what there is of it is kept."""
        if task := self._tasks.get((owner, chat)):
            task.cancel()
            await asyncio.wait({task})
        else:
            await self._stop_elsewhere(owner, chat)

    async def follow(self, owner: str, turn: Turn) -> AsyncGenerator[Message, None]:
        """Yield the answer to a turn as it grows, and at last as it was kept."""
        chat, last = turn.head.id, turn.answer
        async with aclosing(self.watch(owner, chat)) as messages:
            async for last in messages:
                yield last
        if not last.state.is_over:
            yield await self._conversations.message(owner, chat, turn.answer.seq)

    async def watch(self, owner: str, chat: str) -> AsyncGenerator[Message, None]:
        """Yield the answer under way as it grows, here or elsewhere, until it has ended."""
        watcher = Watcher()
        self.listen(owner, chat, watcher)
        growing = self._latest.get((owner, chat)) or await self._elsewhere(owner, chat)
        if growing:
            watcher.hear(growing)
            async for message in watcher.heard():
                yield message

    async def settle(self) -> None:
        """Leave everything to others, and return once what there is of it is kept."""
        tasks, left = list(self._tasks.values()), dict(self._latest)
        for task in tasks:
            task.cancel(LEAVING)
        await asyncio.gather(*tasks, return_exceptions=True)
        for place, answer in left.items():
            await self._remember(place, answer, after=timedelta(0))

    def tell(self, owner: str, chat: str, message: Message) -> None:
        """Tell all who listen to a conversation."""
        those = [each for each, place in self._listeners.items() if place == (owner, chat)]
        if those:
            known = self._known.get((owner, chat), {})
            # What a person says anew takes back all that followed.
            end = message.seq if message.voice is Voice.PERSON else MOST_MESSAGES
            known = {seq: version for seq, version in known.items() if seq <= end}
            self._known[owner, chat] = {**known, message.seq: message.version}
        for listener in those:
            listener.hear(message)

    def _begin(self, place: Chat, turn: Turn, writing: Coroutine[Any, Any, None]) -> Task[None]:
        self._latest[place] = turn.answer
        self.tell(*place, turn.answer)
        self._tasks[place] = asyncio.create_task(writing)
        return self._tasks[place]

    async def _write(self, place: Chat, turn: Turn, *, is_new: bool) -> None:
        def told(message: Message) -> None:
            self._latest[place] = message
            if message.state.is_over:
                self._forget(place)
            self.tell(*place, message)

        try:
            if is_new:
                await self._remember(place, turn.answer)
            await self._assistant.answer(place[0], turn, told)
        finally:
            self._forget(place)

    async def _remember(self, place: Chat, answer: Message, after: timedelta | None = None) -> None:
        owner, chat = place
        facts = {"chat": chat, "seq": str(answer.seq), "said": answer.at.isoformat()}
        # Without this it would be lost with this process, but it can be written all the same.
        with suppress(VaultError):
            await self._unfinished.remember(KIND, owner, facts, after)

    async def _elsewhere(self, owner: str, chat: str) -> Message | None:
        """Return the answer that is being written at another server, if there is any."""
        said = await self.messages(owner, chat)
        return said[-1] if said and not said[-1].state.is_over else None

    async def _stop_elsewhere(self, owner: str, chat: str) -> None:
        """Say in the message itself that it was stopped: whoever writes it finds that there."""
        for _ in range(TRIES):
            said = await self._conversations.messages(owner, chat)
            if not said or said[-1].state.is_over:
                return
            stopped = said[-1].model_copy(update={"state": State.STOPPED, "problem": STOPPED})
            with suppress(Conflict):  # it grew at this moment
                self.tell(owner, chat, await self._conversations.save(owner, chat, stopped))
                return

    def _forget(self, place: Chat) -> None:
        self._taken.discard(place)
        self._tasks.pop(place, None)
        self._latest.pop(place, None)
