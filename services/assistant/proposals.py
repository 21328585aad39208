"""Carrying out what the assistant proposed, once the person has accepted it."""

from datetime import date
from typing import Any

from services.assistant.conversation import Conversation, Message, Mode, Voice
from services.assistant.conversations import Announce, Conversations
from services.assistant.proposal import Fate, Kind, Proposal
from services.errors import Conflict, Invalid, NotFound
from services.jobs.event import By
from services.jobs.job import Job
from services.jobs.jobs import Jobs
from services.jobs.stages import Outcome


class Proposals:
    """Accepts and declines proposals. An accepted one is an event "by the assistant", which is
    undone like any other."""

    def __init__(self, conversations: Conversations, jobs: Jobs, announce: Announce) -> None:
        self._conversations = conversations
        self._jobs = jobs
        self._announce = announce

    async def accept(self, owner: str, chat: str, seq: int, index: int) -> Message:
        """Do what was proposed, and return the message with what became of it.

        Raise `Changed` if what would be changed is no longer what was shown.
        """
        message, proposal = await self._open(owner, chat, seq, index)
        job = await self._jobs.get(owner, proposal.job)
        changes = _changes(proposal, job)
        # What is only added to cannot be overwritten: it goes behind whatever stands there now.
        seen = None if proposal.kind in _ADDED else proposal.seen
        await self._jobs.edit(owner, proposal.job, changes, seen=seen, by=By.ASSISTANT)
        return await self._settle(owner, chat, message, index, Fate.ACCEPTED)

    async def decline(self, owner: str, chat: str, seq: int, index: int) -> Message:
        """Remember that the person does not want this."""
        message, _ = await self._open(owner, chat, seq, index)
        return await self._settle(owner, chat, message, index, Fate.DECLINED)

    async def record_interview(self, owner: str, head: Conversation) -> Job:
        """Keep a mock interview as a note on its job: what was asked, said and thought of it."""
        if head.mode is not Mode.INTERVIEW:
            raise Invalid("Only a mock interview is kept on its job.")
        said = await self._conversations.messages(owner, head.id)
        if not any(each.voice is Voice.MODEL and each.text for each in said):
            raise Invalid("Nothing has been asked yet.")
        job = await self._jobs.get(owner, head.job)
        told = "\n\n".join(_spoken(each) for each in said if each.text)
        note = f"Mock interview, {head.created:%-d %B %Y}\n\n{told}"[:_MOST_NOTE]
        changes = {"notes": _behind(job.notes, note)}
        return await self._jobs.edit(owner, head.job, changes, by=By.ASSISTANT)

    async def _open(self, owner: str, chat: str, seq: int, index: int) -> tuple[Message, Proposal]:
        message = await self._conversations.message(owner, chat, seq)
        if not 0 <= index < len(message.proposals):
            raise NotFound("There is no such proposal.")
        if message.proposals[index].fate is not Fate.OPEN:
            raise Conflict("This proposal was settled already.")
        return message, message.proposals[index]

    async def _settle(
        self, owner: str, chat: str, message: Message, index: int, fate: Fate
    ) -> Message:
        every = list(message.proposals)
        every[index] = every[index].model_copy(update={"fate": fate})
        settled = message.model_copy(update={"proposals": tuple(every)})
        kept = await self._conversations.save(owner, chat, settled)
        self._announce(owner, chat, kept)
        return kept


_ADDED = {Kind.NOTE, Kind.MAIL}
_MOST_NOTE = 20_000


def _changes(proposal: Proposal, job: Job) -> dict[str, Any]:
    match proposal.kind:
        case Kind.MOVE:
            name = "outcome" if proposal.value in set(Outcome) else "stage"
            return {name: proposal.value}
        case Kind.TASK:
            on = date.fromisoformat(proposal.on) if proposal.on else None
            return {"next_step": proposal.value, "next_step_on": on}
        case Kind.NOTE:
            return {"notes": _behind(job.notes, proposal.value)}
        case Kind.MAIL:
            return {"notes": _behind(job.notes, f"Draft of a mail:\n{proposal.value}")}


def _behind(notes: str, text: str) -> str:
    return f"{notes.rstrip()}\n\n{text}" if notes.strip() else text


def _spoken(message: Message) -> str:
    who = "You" if message.voice is Voice.PERSON else "Interviewer"
    return f"{who}: {message.text.strip()}"
