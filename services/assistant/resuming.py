"""Answers whose server has gone: another one writes them, once, and only if they are wanted."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from services.assistant.assistant import Assistant
from services.assistant.conversation import Message, State
from services.assistant.conversations import Conversations
from services.assistant.liveness import BROKE_OFF, is_alive
from services.assistant.talks import KIND, Talks
from services.clock import Clock
from services.errors import Conflict

log = logging.getLogger(__name__)


class Resuming:
    """Sees through what was asked in conversations."""

    kind = KIND
    look_after = timedelta(seconds=8)
    is_promised = False

    def __init__(
        self, talks: Talks, assistant: Assistant, conversations: Conversations, now: Clock
    ) -> None:
        self._talks = talks
        self._assistant = assistant
        self._conversations = conversations
        self._now = now

    async def finish(self, owner: str, facts: Mapping[str, Any], asked: datetime) -> bool:
        """Write the answer anew, unless it has ended, was taken back, or is being written."""
        chat, seq = str(facts["chat"]), int(facts["seq"])
        if self._talks.is_writing(owner, chat):
            return False
        answer = await self._conversations.find(owner, chat, seq)
        if answer is None or answer.state.is_over or answer.at.isoformat() != facts["said"]:
            return True
        if is_alive(answer, self._now()):
            return False
        try:
            await self._see_through(owner, chat, answer)
        except Conflict:
            return False  # Not as dead as it looked, or somebody else was first.
        return True

    async def _see_through(self, owner: str, chat: str, answer: Message) -> None:
        if answer.seq < (await self._conversations.get(owner, chat)).last:
            # The person has gone on without it.
            broken = answer.model_copy(update={"state": State.BROKEN, "problem": BROKE_OFF})
            await self._conversations.save(owner, chat, broken)
            return
        turn = await self._assistant.take_up(owner, chat, answer)
        await self._talks.take_up(owner, turn)
        log.info("answer finished for a lost task", extra={"person": owner, "chat": chat})
