"""What a person does in a conversation, and what they hear of it in every tab."""

from typing import Any

from nicegui import background_tasks

from app.desk import Desk
from components.chat import Chat
from components.chat_list import ChatList
from components.chat_words import offer
from components.chosen_job import chosen_job
from components.entered import Entered
from services.assistant.conversation import Conversation, Message, Mode
from services.assistant.topic import Topic
from services.errors import Invalid


class Chatting:
    """One tab's conversation: the one that is open, or one that begins with the first word."""

    def __init__(self, desk: Desk, head: Conversation | None) -> None:
        self._desk = desk
        self._vault, self._owner = desk.vault, desk.owner
        self._head = head
        self._began = False
        self._list = ChatList(
            {"rename": self._rename, "delete": self._delete, "find": self._find},
        )
        deeds = {
            "say": self._say,
            "again": self._again,
            "stop": self._stop,
            "topic": self._topic,
            "accept": self._accept,
            "decline": self._decline,
            "record": self._record,
            "agree": self._agree,
        }
        place = head.id if head else "new"
        self._chat = Chat(place, deeds, on_earlier=lambda: self._chat.show_earlier())
        self._chat.on("mode", self._begin_mode)

    async def show(self) -> None:
        """Show everything as it is."""
        await self._show_list()
        await self._show_offer()
        if self._head:
            self._vault.talks.listen(self._owner, self._head.id, self)
            await self._show_messages()

    def hear(self, message: Message) -> None:
        """Show what was said, whichever tab or program it was said in."""
        if self._chat.is_deleted:
            return
        self._chat.hear(message)
        if message.state.is_over:
            background_tasks.create(self._show_list(), name="show list", context=self._chat)

    async def _show_messages(self) -> None:
        self._chat.show(await self._vault.talks.messages(self._owner, self._here()))

    async def _show_list(self) -> None:
        every = await self._vault.conversations.every(self._owner)
        self._list.show(every, self._head.id if self._head else "")

    async def _show_offer(self) -> None:
        is_agreed = await self._vault.consents.given(self._owner)
        missing = await self._vault.models.missing(self._owner)
        wording = "" if is_agreed or missing else self._vault.consents.wording.text
        mode = self._head.mode if self._head else Mode.CHAT
        self._chat.offer(offer(mode, missing, wording))

    async def _say(self, entered: Entered) -> None:
        chat = await self._opened()
        await self._vault.talks.ask(self._owner, chat, str(entered["words"]))
        self._go(chat)

    async def _again(self, entered: Entered) -> None:
        chat, seq = self._here(), entered.whole("seq")
        await self._vault.talks.again(self._owner, chat, seq, str(entered["words"]))

    async def _stop(self, _: Entered) -> None:
        await self._vault.talks.stop(self._owner, self._here())

    async def _topic(self, entered: Entered) -> None:
        if entered["topic"] not in set(Topic):
            raise Invalid("That cannot be asked here.")
        chat = await self._opened()
        await self._vault.guide.ask(self._owner, chat, Topic(entered["topic"]))
        self._go(chat)

    async def _accept(self, entered: Entered) -> None:
        place = (entered.whole("seq"), entered.whole("index"))
        await self._vault.proposals.accept(self._owner, self._here(), *place)

    async def _decline(self, entered: Entered) -> None:
        place = (entered.whole("seq"), entered.whole("index"))
        await self._vault.proposals.decline(self._owner, self._here(), *place)

    async def _record(self, _: Entered) -> None:
        head = await self._vault.conversations.get(self._owner, self._here())
        job = await self._vault.proposals.record_interview(self._owner, head)
        self._desk.say(f"Kept with the notes of {job.company}.", can_undo=True)

    async def _agree(self, _: Entered) -> None:
        await self._vault.consents.agree(self._owner)
        await self._show_offer()

    async def _begin_mode(self, event: Any) -> None:
        mode = str(event.args)
        if mode == Mode.INTERVIEW:
            cards = await self._vault.jobs.cards(self._owner)
            if job := await chosen_job([card for card in cards if card.outcome is None]):
                self._desk.go(f"/assistant?interview={job}")
        elif mode in set(Mode):
            head = await self._vault.conversations.begin_once(self._owner, Mode(mode))
            self._desk.go(f"/assistant/{head.id}")

    async def _rename(self, entered: Entered) -> None:
        title = str(entered["title"])
        await self._vault.conversations.rename(self._owner, str(entered["id"]), title)
        await self._show_list()

    async def _delete(self, entered: Entered) -> None:
        chat = str(entered["id"])
        await self._vault.talks.stop(self._owner, chat)
        await self._vault.conversations.delete(self._owner, chat)
        if self._head and chat == self._head.id:
            self._desk.go("/assistant")
        else:
            await self._show_list()

    async def _find(self, entered: Entered) -> list[str]:
        words = str(entered["words"])[:200]
        return [each.id for each in await self._vault.conversations.search(self._owner, words)]

    async def _opened(self) -> str:
        """Return the conversation that is open, begun now if none is."""
        if self._head is None:
            self._head = await self._vault.conversations.begin_once(self._owner, Mode.CHAT)
            self._began = True
        return self._head.id

    def _here(self) -> str:
        if self._head is None:
            raise Invalid("Nothing was said here yet.")
        return self._head.id

    def _go(self, chat: str) -> None:
        if self._began:
            self._desk.go(f"/assistant/{chat}")
