"""Answers that are being written in this process, whichever tab or program asked for them."""

import asyncio
from asyncio import Task
from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import timedelta
from typing import Protocol
from weakref import WeakKeyDictionary

from services.assistant.answering import BROKE_OFF, LEAVING
from services.assistant.assistant import Assistant, Turn
from services.assistant.conversation import Message, State, Voice
from services.assistant.conversations import Conversations
from services.clock import Clock
from services.errors import Conflict, Invalid

STALE = timedelta(seconds=6)
"""After this without a sign of life an answer is not being written any more, wherever it was."""

BUSY = "An answer is being written here. Please wait for it, or stop it first."

Place = tuple[str, str]
"""An owner and one of their conversations."""


class Listener(Protocol):
    """Whoever shows a conversation."""

    def hear(self, message: Message) -> None:
        """Show how far an answer has come, or something new that was said."""


class Talks:
    """Has answers written on, whether or not their tab stays, until they end or are stopped.

    All who listen to a conversation hear the same. It has one answer under way at a time.
    """

    def __init__(self, assistant: Assistant, conversations: Conversations, now: Clock) -> None:
        self._assistant = assistant
        self._conversations = conversations
        self._now = now
        self._taken: set[Place] = set()
        self._tasks: dict[Place, Task[None]] = {}
        self._latest: dict[Place, Message] = {}
        self._listeners: WeakKeyDictionary[Listener, Place] = WeakKeyDictionary()

    def listen(self, owner: str, chat: str, listener: Listener) -> None:
        """Tell the listener what is said in this conversation, for as long as anyone holds it."""
        self._listeners[listener] = (owner, chat)

    def is_writing(self, owner: str, chat: str) -> bool:
        """Tell whether an answer is being written in this process."""
        return (owner, chat) in self._latest

    async def messages(self, owner: str, chat: str) -> list[Message]:
        """Return all that was said, an answer under way as far as it has come."""
        growing = self._latest.get((owner, chat))
        return [
            growing if growing and growing.seq == each.seq else self._as_it_is(each)
            for each in await self._conversations.messages(owner, chat)
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
        self._latest[place] = turn.answer
        self.tell(owner, chat, turn.answer)
        self._tasks[place] = asyncio.create_task(self._write(place, turn))
        return turn

    async def again(self, owner: str, chat: str, seq: int, words: str = "") -> Turn:
        """Ask something again, in other words if there are any; what followed it is taken back."""
        question = await self._conversations.message(owner, chat, seq)
        if question.voice is not Voice.PERSON:
            raise Invalid("Only what you said yourself can be asked again.")
        return await self.ask(owner, chat, words or question.text, seq)

    async def stop(self, owner: str, chat: str) -> None:
        """Stop what is being written, and return once what there is of it is kept."""
        if task := self._tasks.get((owner, chat)):
            task.cancel()
            await asyncio.wait({task})

    async def follow(self, owner: str, turn: Turn) -> AsyncGenerator[Message, None]:
        """Yield the answer to a turn as it grows, and at last as it was kept."""
        chat, last = turn.head.id, turn.answer
        async with aclosing(self.watch(owner, chat)) as messages:
            async for last in messages:
                yield last
        if not last.state.is_over:
            yield await self._conversations.message(owner, chat, turn.answer.seq)

    async def watch(self, owner: str, chat: str) -> AsyncGenerator[Message, None]:
        """Yield the answer under way as it grows, until it has ended."""
        watcher = _Watcher()
        self.listen(owner, chat, watcher)
        if growing := self._latest.get((owner, chat)):
            watcher.hear(growing)
            async for message in watcher.heard():
                yield message

    async def settle(self) -> None:
        """Stop everything, and return once it is kept."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel(LEAVING)
        await asyncio.gather(*tasks, return_exceptions=True)

    def tell(self, owner: str, chat: str, message: Message) -> None:
        """Tell all who listen to a conversation."""
        for listener, place in tuple(self._listeners.items()):
            if place == (owner, chat):
                listener.hear(message)

    async def _write(self, place: Place, turn: Turn) -> None:
        def told(message: Message) -> None:
            self._latest[place] = message
            if message.state.is_over:
                self._forget(place)
            self.tell(*place, message)

        try:
            await self._assistant.answer(place[0], turn, told)
        finally:
            self._forget(place)

    def _forget(self, place: Place) -> None:
        self._taken.discard(place)
        self._tasks.pop(place, None)
        self._latest.pop(place, None)

    def _as_it_is(self, message: Message) -> Message:
        if message.state.is_over or self._now() - message.touched < STALE:
            return message
        return message.model_copy(update={"state": State.BROKEN, "problem": BROKE_OFF})


class _Watcher:
    """Listens for a program; of what comes while it is busy, it takes the latest."""

    def __init__(self) -> None:
        self._latest: Message | None = None
        self._news = asyncio.Event()

    def hear(self, message: Message) -> None:
        if message.voice is Voice.MODEL:
            self._latest = message
            self._news.set()

    async def heard(self) -> AsyncGenerator[Message, None]:
        while True:
            await self._news.wait()
            self._news.clear()
            if self._latest is not None:
                yield self._latest
                if self._latest.state.is_over:
                    return
