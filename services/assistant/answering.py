"""One answer: written as it comes, kept every second, checked at its end."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import aclosing
from math import ceil
from time import monotonic

from services.assistant.conversation import Message, State
from services.assistant.conversations import Conversations
from services.assistant.finding import Finding
from services.assistant.grounding import ground
from services.assistant.loop import Loop
from services.assistant.proposal import Proposal
from services.assistant.register import Register
from services.clock import Clock
from services.errors import TooMany, VaultError
from services.language.paid import Paid

log = logging.getLogger(__name__)

PAUSE = 0.1
"""Seconds between two looks at an answer: nobody reads faster, and each look costs."""

SAVED_EVERY = 1.0
HEARTBEAT = 2.0
"""Seconds after which an answer that does not grow says that it is still being written."""

STOPPED = "You stopped this. What had come until then is kept."
NOTHING = "The model looked around and gave no answer. Please ask again, perhaps more narrowly."
ACCIDENT = "Something went wrong here. What had come until then is kept; please ask again."

Tell = Callable[[Message], None]


class Answering:
    """Has one message answered; `tell` hears of it at once, but not more than ten times a second.

    However it ends, what there is of it is kept, with the state it ended in.
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
        self._grown = asyncio.Event()
        self._begun = asyncio.Event()

    async def run(self, owner: str, chat: str, message: Message, tell: Tell) -> None:
        """Write the answer into this message."""
        self._message = message
        hearing = asyncio.create_task(self._hear())
        state, problem = State.DONE, None
        try:
            await self._follow(owner, chat, hearing, tell)
            await hearing
        except VaultError as found:
            problem = found
            state = State.BROKEN if self._text.strip() else State.FAILED
        except asyncio.CancelledError:
            hearing.cancel()
            await asyncio.gather(hearing, return_exceptions=True)
            await self._end(owner, chat, State.STOPPED, None, tell)
            raise
        except Exception:
            await self._end(owner, chat, State.BROKEN, VaultError(ACCIDENT), tell)
            raise
        await self._end(owner, chat, state, problem, tell)

    async def _follow(self, owner: str, chat: str, hearing: asyncio.Task[None], tell: Tell) -> None:
        saved = monotonic()
        while not hearing.done():
            await _first_of(hearing, self._grown, HEARTBEAT)
            self._grown.clear()
            tell(self._so_far())
            if monotonic() - saved >= SAVED_EVERY:
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
        if finding.proposal and finding.proposal not in self._proposals:
            self._proposals.append(finding.proposal)

    @property
    def _text(self) -> str:
        self._texts = ["".join(self._texts)]
        return self._texts[0]

    def _so_far(self) -> Message:
        return self._message.model_copy(
            update={
                "text": self._text,
                "looks": tuple(self._looks),
                "proposals": tuple(self._proposals),
                "receipts": tuple(self._register.shown.values()),
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
                "problem": _words(state, problem),
                "wait": ceil(problem.wait.total_seconds()) if isinstance(problem, TooMany) else 0,
                "cost": self._paid.cost,
            }
        )
        kept = await self._conversations.save(owner, chat, ended)
        await self._conversations.remember(owner, chat, self._register.shown)
        log.info("assistant answered", extra={"person": owner, "chat": chat, "state": state.value})
        tell(kept)


async def _first_of(task: asyncio.Task[None], event: asyncio.Event, seconds: float) -> None:
    """Wait until the task has ended, the event has happened or the time has passed."""
    happening = asyncio.create_task(event.wait())
    await asyncio.wait({task, happening}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    happening.cancel()


def _words(state: State, problem: VaultError | None) -> str:
    if problem is not None:
        return str(problem)
    return {State.STOPPED: STOPPED, State.FAILED: NOTHING}.get(state, "")
