"""The assistant: conversations about a person's own search, answered from their own records."""

from collections.abc import Callable
from dataclasses import dataclass

from services.advice.orders import withhold
from services.assistant.answering import Answering, Tell
from services.assistant.conversation import (
    Conversation,
    Message,
    Mode,
    State,
    Voice,
    Words,
)
from services.assistant.conversations import UNTITLED, Conversations
from services.assistant.liveness import BUSY, is_alive
from services.assistant.loop import Loop
from services.assistant.prompts import TOOLS, prompt_for
from services.assistant.register import Register
from services.assistant.sources import Sources, view
from services.assistant.tools import Tools
from services.clock import Clock
from services.errors import Conflict, Unavailable, VaultError
from services.language.consent import Consents
from services.language.masking import Mask
from services.language.model import Material, Tier
from services.language.models import Models
from services.language.paid import Paid
from services.language.spending import Spending
from services.language.wrapping import clean
from services.record import Record

PURPOSE = "assistant"
MOST_MATERIAL = 12_000


class Asked(Record):
    """What a person says."""

    words: Words


@dataclass(frozen=True)
class Turn:
    """A question that was kept, and the message that will hold its answer."""

    head: Conversation
    question: Message
    answer: Message


class Assistant:
    """Answers a person in their conversations."""

    def __init__(
        self,
        conversations: Conversations,
        sources: Sources,
        models: Models,
        consents: Consents,
        spending: Spending,
        now: Clock,
    ) -> None:
        self._conversations = conversations
        self._sources = sources
        self._models = models
        self._consents = consents
        self._spending = spending
        self._now = now
        self._listeners: list[Callable[[], None]] = []

    def on_asked(self, listener: Callable[[], None]) -> None:
        """Call the listener each time the model is asked."""
        self._listeners.append(listener)

    async def ask(self, owner: str, chat: str, words: str, instead_of: int = 0) -> Turn:
        """Keep what the person says, and make room for the answer.

        With `instead_of` it stands in the place of what was said before, and what followed that is
        taken back. Raise `Unavailable` without a key, `NotAllowed` without consent and `Conflict`
        while an answer is being written: then nothing is kept, and nothing taken back.
        """
        said = Asked.check({"words": words.strip()}).words
        if missing := await self._models.missing(owner):
            raise Unavailable(missing)
        await self._consents.require(owner)
        head = await self._conversations.get(owner, chat)
        latest = await self._conversations.find(owner, chat, head.last) if head.last else None
        if latest and is_alive(latest, self._now()):
            raise Conflict(BUSY)
        seq = instead_of or head.last + 1
        messages = await self._conversations.messages(owner, chat) if instead_of else []
        held = {each.seq: each for each in messages if each.seq >= seq}
        now = self._now()
        question = Message(seq=seq, voice=Voice.PERSON, text=said, at=now, touched=now)
        answer = Message(seq=seq + 1, voice=Voice.MODEL, state=State.WRITING, at=now, touched=now)
        question, answer = (_over(each, held.pop(each.seq, None)) for each in (question, answer))
        grown = head.model_copy(update={"last": answer.seq, "title": _title(head, said)})
        gone = list(held.values())
        kept = await self._conversations.keep(owner, grown, question, answer, gone=gone)
        return Turn(kept, _next(question), _next(answer))

    async def take_up(self, owner: str, chat: str, answer: Message) -> Turn:
        """Take on an answer that nobody writes any more, to be written anew.

        Raise `Conflict` if somebody else was first.
        """
        head = await self._conversations.get(owner, chat)
        question = await self._conversations.message(owner, chat, answer.seq - 1)
        ours = answer.model_copy(update={"touched": self._now()})
        return Turn(head, question, await self._conversations.save(owner, chat, ours))

    async def answer(self, owner: str, turn: Turn, tell: Tell) -> None:
        """Have the question answered; whatever goes wrong ends in the message's state."""
        for listener in self._listeners:
            listener()
        try:
            answering = await self._prepare(owner, turn)
        except VaultError as problem:
            failed = {"state": State.FAILED, "problem": str(problem)}
            answer = turn.answer.model_copy(update=failed)
            tell(await self._conversations.save(owner, turn.head.id, answer))
        else:
            await answering.run(owner, turn.head.id, turn.answer, tell)

    async def _prepare(self, owner: str, turn: Turn) -> Answering:
        head = turn.head
        # Once more: what is taken up was agreed to a while ago.
        await self._consents.require(owner)
        said = await self._conversations.messages(owner, head.id)
        before = [each for each in said if each.seq < turn.answer.seq]
        register = Register(head.shown)
        records = await view(self._sources, owner, register)
        tools = Tools(records, TOOLS[head.mode])
        material = await self._material(owner, head)
        mask = Mask()
        tier = Tier.CHEAP if records.profile.is_quick else Tier.DEFAULT
        prompt = prompt_for(head.mode, before, tools.declared, material, mask, tier)
        paid = Paid(await self._models.of(owner), self._spending, owner, PURPOSE)
        evidence = [each.text for each in material]
        evidence += [_borne_out(each) for each in before]
        loop = Loop(paid, tools, mask, prompt)
        return Answering(self._conversations, loop, paid, register, evidence, self._now)

    async def _material(self, owner: str, head: Conversation) -> list[Material]:
        """Return the texts that a mock interview is about."""
        if head.mode is not Mode.INTERVIEW:
            return []
        job = await self._sources.jobs.get(owner, head.job)
        texts = [("posting", f"{job.position} at {job.company}\n{job.posting}")]
        sent = await self._sources.resumes.find(owner, job.resume)
        every = await self._sources.resumes.every(owner)
        if resume := sent[0] if sent else next(iter(every), None):
            transcript = await self._sources.resumes.transcript(owner, resume.id)
            texts.append(("resume", "\n".join(line.text for line in transcript.seen)))
        return [Material(label, withhold(clean(text)[:MOST_MATERIAL])[0]) for label, text in texts]


def _over(message: Message, held: Message | None) -> Message:
    """Return the message as one that takes the place of another, if there is any."""
    return message.model_copy(update={"version": held.version}) if held else message


def _next(message: Message) -> Message:
    return message.model_copy(update={"version": message.version + 1})


def _title(head: Conversation, said: str) -> str:
    if head.title != UNTITLED:
        return head.title
    line = " ".join(said.split())
    return line if len(line) <= 60 else f"{line[:59].rsplit(' ', 1)[0]}…"


def _borne_out(message: Message) -> str:
    """Return a message without what was marked in it: a doubt does not become a source."""
    text = message.text
    for mark in reversed(message.marks):
        text = text[: mark.start] + text[mark.end :]
    return text
