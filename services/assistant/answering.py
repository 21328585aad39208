"""One answer: written as it comes, kept every second, checked at its end."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import aclosing, suppress
from math import ceil
from time import monotonic

from services.assistant.conversation import Message, Receipt, State
from services.assistant.conversations import Conversations
from services.assistant.finding import Finding
from services.assistant.grounding import IDS, LONGEST_ID, ground
from services.assistant.liveness import LEFT, STOPPED
from services.assistant.loop import Loop
from services.assistant.proposal import Fate, Proposal
from services.assistant.register import Register
from services.clock import Clock
from services.errors import Conflict, NotFound, TooMany, VaultError
from services.language.paid import Paid

log = logging.getLogger(__name__)

PAUSE = 0.1
"""Seconds between two looks at an answer: nobody reads faster, and each look costs."""

SAVED_EVERY = 1.0
HEARTBEAT = 2.0
"""Seconds after which an answer that does not grow says that it is still being written."""

LEAVING = "leaving"
"""Says with a cancellation that it is us who end, not the person who stops."""

NOTHING = "The model looked around and gave no answer. Please ask again, perhaps more narrowly."
ACCIDENT = "Something went wrong here. What had come until then is kept; please ask again."

Tell = Callable[[Message], None]


class Answering:
    """Has one message answered; `tell` hears of it at once, but not more than ten times a second.

    However it ends, what there is of it is kept, with the state it ended in; one that is left is
    not over, and others may write it.
    """

    def __init__(
        self,
        conversations: Conversations,
        loop: Loop,
        paid: Paid,
        register: Register,
        evidence: list[str],
        now: Clock,
    ) -> None:
        self._conversations = conversations
        self._loop = loop
        self._paid = paid
        self._register = register
        self._evidence = evidence
        self._now = now
        self._texts: list[str] = []
        self._looks: list[str] = []
        self._proposals: list[Proposal] = []
        self._cited: dict[str, Receipt] = {}
        self._scanned = 0
        self._grown = asyncio.Event()
        self._begun = asyncio.Event()

    async def run(self, owner: str, chat: str, message: Message, tell: Tell) -> None:
        """Write the answer into this message."""
        self._message = message
        # What is written anew proposes nothing again that was settled before.
        self._proposals = [each for each in message.proposals if each.fate is not Fate.OPEN]
        state, problem = State.DONE, None
        try:
            await self._listen(owner, chat, tell)
        except VaultError as found:
            problem = found
            state = State.BROKEN if self._text.strip() else State.FAILED
        except asyncio.CancelledError as end:
            if LEAVING in end.args:
                await self._leave(owner, chat)
            else:
                await self._end(owner, chat, State.STOPPED, VaultError(STOPPED), tell)
            raise
        except Exception:
            await self._end(owner, chat, State.BROKEN, VaultError(ACCIDENT), tell)
            raise
        await self._end(owner, chat, state, problem, tell)

    async def _listen(self, owner: str, chat: str, tell: Tell) -> None:
        """Take in the answer to its end; raise what ended it otherwise."""
        hearing = asyncio.create_task(self._hear())
        try:
            await self._follow(owner, chat, hearing, tell)
            await hearing
        finally:
            hearing.cancel()
            await asyncio.gather(hearing, return_exceptions=True)

    async def _follow(self, owner: str, chat: str, hearing: asyncio.Task[None], tell: Tell) -> None:
        saved, is_kept = monotonic(), True
        while not hearing.done():
            # What came last is kept within a second too, even if nothing follows it for long.
            await _first_of(hearing, self._grown, HEARTBEAT if is_kept else SAVED_EVERY)
            self._grown.clear()
            tell(self._so_far())
            is_kept = monotonic() - saved >= SAVED_EVERY
            if is_kept:
                self._message = await self._conversations.save(owner, chat, self._so_far())
                saved = monotonic()
            # The first word is told at once, however lately something was looked at.
            if self._begun.is_set():
                await asyncio.wait({hearing}, timeout=PAUSE)
            else:
                await _first_of(hearing, self._begun, PAUSE)

    async def _hear(self) -> None:
        try:
            async with aclosing(self._loop.run()) as pieces:
                async for piece in pieces:
                    if isinstance(piece, Finding):
                        self._look(piece)
                    else:
                        self._texts.append(piece)
                        self._begun.set()
                    self._grown.set()
        finally:
            self._grown.set()

    def _look(self, finding: Finding) -> None:
        self._evidence.append(finding.text)
        self._looks += [finding.look] if finding.look else []
        made = finding.proposal
        if made and not any(made.is_like(each) for each in self._proposals):
            self._proposals.append(made)

    @property
    def _text(self) -> str:
        self._texts = ["".join(self._texts)]
        return self._texts[0]

    def _so_far(self) -> Message:
        text = self._text
        # A source may come in two pieces: what was looked at last is looked at again.
        for id in IDS.findall(text, max(0, self._scanned - LONGEST_ID)):
            if id in self._register.shown:
                self._cited[id] = self._register.shown[id]
        self._scanned = len(text)
        return self._message.model_copy(
            update={
                "text": text,
                "looks": tuple(self._looks),
                "proposals": tuple(self._proposals),
                "receipts": tuple(self._cited.values()),
                "touched": self._now(),
            }
        )

    async def _end(
        self, owner: str, chat: str, state: State, problem: VaultError | None, tell: Tell
    ) -> None:
        text = self._text.strip()
        if state is State.DONE and not text:
            state = State.FAILED
        found = await asyncio.to_thread(ground, text, self._register.shown, self._evidence)
        ended = self._so_far().model_copy(
            update={
                "text": found.text,
                "state": state,
                "receipts": found.receipts,
                "marks": found.marks,
                "unknown": found.unknown,
                "problem": str(problem) if problem else NOTHING if state is State.FAILED else "",
                "wait": ceil(problem.wait.total_seconds()) if isinstance(problem, TooMany) else 0,
                "cost": self._paid.cost,
            }
        )
        # Whoever deletes a conversation while it is answered wants nothing of it kept.
        with suppress(Conflict, NotFound):
            ended = await self._kept(owner, chat, ended)
            await self._conversations.remember(owner, chat, self._register.shown)
        log.info("assistant answered", extra={"person": owner, "chat": chat, "state": state.value})
        tell(ended)

    async def _kept(self, owner: str, chat: str, ended: Message) -> Message:
        try:
            return await self._conversations.save(owner, chat, ended)
        except Conflict:
            held = await self._conversations.message(owner, chat, ended.seq)
        if held.state is not State.STOPPED:
            return held  # Taken up by another, who took us for dead.
        # Stopped at another server, where nobody could look its sources up.
        facts = {"version": held.version, "state": held.state, "problem": held.problem}
        return await self._conversations.save(owner, chat, ended.model_copy(update=facts))

    async def _leave(self, owner: str, chat: str) -> None:
        left = self._so_far().model_copy(update={"touched": LEFT})
        with suppress(Conflict, NotFound):
            await self._conversations.save(owner, chat, left)


async def _first_of(task: asyncio.Task[None], event: asyncio.Event, seconds: float) -> None:
    """Wait until the task has ended, the event has happened or the time has passed."""
    happening = asyncio.create_task(event.wait())
    await asyncio.wait({task, happening}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    happening.cancel()
