"""The guide: the questions that code can answer, in words, with the same receipts."""

import asyncio
from collections.abc import Awaitable, Callable

from services.assistant import looks, papers
from services.assistant.conversation import Conversation, Message, Voice
from services.assistant.conversations import UNTITLED, Announce, Conversations
from services.assistant.finding import Finding
from services.assistant.grounding import ground
from services.assistant.register import Register
from services.assistant.sources import Sources, View, view
from services.assistant.topic import Topic
from services.assistant.wishes import Ahead, Nothing, Period, Some
from services.clock import Clock


class Guide:
    """Answers from a person's records without a model, at once and for nothing."""

    def __init__(
        self, conversations: Conversations, sources: Sources, announce: Announce, now: Clock
    ) -> None:
        self._conversations = conversations
        self._sources = sources
        self._announce = announce
        self._now = now

    async def ask(self, owner: str, chat: str, topic: Topic) -> tuple[Message, Message]:
        """Answer the question, and keep both in the conversation."""
        head = await self._conversations.get(owner, chat)
        register = Register(head.shown)
        records = await view(self._sources, owner, register)
        findings = await _ANSWERS[topic](records)
        text = "\n\n".join(_paragraph(each) for each in findings)
        evidence = [each.text for each in findings]
        found = await asyncio.to_thread(ground, text, register.shown, evidence)
        now = self._now()
        question = Message(
            seq=head.last + 1,
            version=1,
            voice=Voice.PERSON,
            text=topic.question,
            at=now,
            touched=now,
        )
        answer = Message(
            seq=head.last + 2,
            version=1,
            voice=Voice.CODE,
            text=found.text,
            at=now,
            touched=now,
            looks=tuple(each.look for each in findings),
            receipts=found.receipts,
        )
        await self._keep(owner, head, register, question, answer)
        for message in (question, answer):
            self._announce(owner, chat, message)
        return question, answer

    async def _keep(
        self, owner: str, head: Conversation, register: Register, *said: Message
    ) -> None:
        title = said[0].text if head.title == UNTITLED else head.title
        grown = {"last": said[-1].seq, "title": title, "shown": register.shown}
        unsaved = [each.model_copy(update={"version": 0}) for each in said]
        await self._conversations.keep(owner, head.model_copy(update=grown), *unsaved)


async def _week(records: View) -> list[Finding]:
    pace = Finding((await records.measures()).pacing.words, "Counted this week")
    silent = await looks.silent_jobs(records, Some(most=3))
    return [pace, await looks.upcoming(records, Ahead(days=7)), silent]


async def _stuck(records: View) -> list[Finding]:
    return [await looks.stuck_jobs(records, Some())]


async def _silent(records: View) -> list[Finding]:
    return [await looks.silent_jobs(records, Some())]


async def _numbers(records: View) -> list[Finding]:
    return [await papers.statistics(records, Period())]


async def _pay(records: View) -> list[Finding]:
    return [await looks.pay(records, Nothing())]


_ANSWERS: dict[Topic, Callable[[View], Awaitable[list[Finding]]]] = {
    Topic.WEEK: _week,
    Topic.STUCK: _stuck,
    Topic.SILENT: _silent,
    Topic.NUMBERS: _numbers,
    Topic.PAY: _pay,
}


def _paragraph(finding: Finding) -> str:
    """Return a finding as Markdown: its sentences as they are, its rows as a list."""
    parts = list[str]()
    for line in finding.text.splitlines():
        line = f"**{line[:-1]}**" if line.endswith(":") else line
        is_row = "[J" in line or ": " in line
        glue = "\n" if is_row and parts and parts[-1].startswith("- ") else "\n\n"
        parts += [glue if parts else "", f"- {line}" if is_row else line]
    return "".join(parts)
