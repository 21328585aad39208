"""Where conversations are kept: a row for each head and one for each message."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from services.assistant.conversation import Conversation, Message, Mode, Receipt
from services.clock import Clock, new_id
from services.errors import Conflict, Invalid, NotFound
from services.jobs.book import Books, partition
from services.record import fold
from services.storage.table import MOST_WRITES, Delete, Place, Put, Row, Table

MOST = 500
MOST_MESSAGES = 1_000
MOST_GONE = MOST_WRITES - 10
TRIES = 5
UNTITLED = "New conversation"

Announce = Callable[[str, str, Message], None]
"""Tells all who listen to an owner's conversation of a message."""


class Conversations:
    """A person's conversations. Each row goes when it is as old as the person lets it become.

    Heads and messages have prefixes of their own, so that a list of conversations reads no
    message.
    """

    def __init__(
        self, table: Table, books: Books, now: Clock, make_id: Callable[[], str] = new_id
    ) -> None:
        self._table = table
        self._books = books
        self._now = now
        self._make_id = make_id

    async def every(self, owner: str) -> list[Conversation]:
        """Return the conversations, the latest first."""
        rows = await self._table.query(partition(owner), "chat#")
        return sorted(map(_head, rows), key=lambda each: each.updated, reverse=True)

    async def get(self, owner: str, chat: str) -> Conversation:
        """Return a conversation's head, or raise `NotFound`."""
        row = await self._table.get(*place_of_head(owner, chat))
        if row is None:
            raise NotFound("There is no such conversation.")
        return _head(row)

    async def messages(self, owner: str, chat: str) -> list[Message]:
        """Return all that was said, the first message first."""
        rows = await self._table.query(partition(owner), f"said#{chat}#")
        return [message_of(row) for row in rows]

    async def message(self, owner: str, chat: str, seq: int) -> Message:
        """Return one message, or raise `NotFound`."""
        found = await self.find(owner, chat, seq)
        if found is None:
            raise NotFound("There is no such message.")
        return found

    async def find(self, owner: str, chat: str, seq: int) -> Message | None:
        """Return one message, if there is any."""
        row = await self._table.get(*place_of_message(owner, chat, seq))
        return message_of(row) if row else None

    async def search(self, owner: str, words: str) -> list[Conversation]:
        """Return the conversations in whose title or messages all words stand."""
        wanted = fold(words).split()
        every = await self.every(owner)
        texts = {each.id: [each.title] for each in every}
        for row in await self._table.query(partition(owner), "said#"):
            chat = row.sort.split("#")[1]
            if chat in texts:
                texts[chat].append(str(row.body.get("text", "")))
        held = {chat: fold("\n".join(said)) for chat, said in texts.items()}
        return [each for each in every if all(word in held[each.id] for word in wanted)]

    async def begin(
        self, owner: str, mode: Mode = Mode.CHAT, job: str = "", title: str = ""
    ) -> Conversation:
        """Begin a conversation."""
        if len(await self.every(owner)) >= MOST:
            raise Invalid(f"There is room for {MOST} conversations. Please delete some first.")
        now = self._now()
        made = Conversation.check(
            {
                "id": self._make_id(),
                "title": title or UNTITLED,
                "mode": mode,
                "job": job,
                "created": now,
                "updated": now,
            }
        )
        return await self.keep(owner, made)

    async def begin_once(
        self, owner: str, mode: Mode, job: str = "", title: str = ""
    ) -> Conversation:
        """Return a conversation of this kind in which nothing was said, begun now if none is."""
        empty = (each for each in await self.every(owner) if not each.last)
        held = next((each for each in empty if (each.mode, each.job) == (mode, job)), None)
        return held or await self.begin(owner, mode, job, title)

    async def rename(self, owner: str, chat: str, title: str) -> Conversation:
        """Give a conversation another title."""
        held = await self.get(owner, chat)
        return await self.keep(owner, Conversation.check({**dict(held), "title": title}))

    async def keep(
        self, owner: str, head: Conversation, *messages: Message, gone: Sequence[Message] = ()
    ) -> Conversation:
        """Keep the head and these messages, and take back those that are `gone`, in one commit.

        Return the head as it is kept. Raise `Conflict` if any of them is no longer what was read.
        """
        if head.last > MOST_MESSAGES:
            raise Invalid("This conversation is very long. Please begin a new one.")
        kept = head.model_copy(update={"updated": self._now()})
        rows = [self._row(f"chat#{head.id}", kept), *(self._said(head.id, m) for m in messages)]
        days = (await self._books.open(owner)).profile.chat_days
        expires = self._now() + timedelta(days=days)
        first, rest = gone[:MOST_GONE], gone[MOST_GONE:]
        await self._table.commit(
            *(Put(Row(partition(owner), *row, expires)) for row in rows),
            *(Delete(partition(owner), _key(head.id, m.seq), m.version) for m in first),
        )
        await self._delete([Row(partition(owner), *self._said(head.id, m)) for m in rest])
        return kept.model_copy(update={"version": head.version + 1})

    async def remember(self, owner: str, chat: str, shown: dict[str, Receipt]) -> None:
        """Keep which records were shown in a conversation, whoever else changes its head."""
        for _ in range(TRIES):
            head = await self.get(owner, chat)
            try:
                await self.keep(owner, head.model_copy(update={"shown": {**head.shown, **shown}}))
            except Conflict:
                continue
            return

    async def save(self, owner: str, chat: str, message: Message) -> Message:
        """Keep a message as it is by now, and return it as it is kept."""
        days = (await self._books.open(owner)).profile.chat_days
        row = Row(partition(owner), *self._said(chat, message), message.at + timedelta(days=days))
        await self._table.commit(Put(row))
        return message.model_copy(update={"version": message.version + 1})

    async def delete(self, owner: str, chat: str) -> None:
        """Delete a conversation for good, with all that was said in it."""
        head = await self._table.get(*place_of_head(owner, chat))
        if head is None:
            raise NotFound("There is no such conversation.")
        said = await self._table.query(partition(owner), f"said#{chat}#")
        await self._delete([head, *said])

    async def keep_for(self, owner: str, days: int) -> None:
        """Let what is kept already go after so many days as well, counted from when it was said."""
        for prefix in ("chat#", "said#"):
            for row in await self._table.query(partition(owner), prefix):
                record = _head(row) if prefix == "chat#" else message_of(row)
                since = record.updated if isinstance(record, Conversation) else record.at
                expires = since + timedelta(days=days)
                try:
                    await self._table.commit(
                        Put(Row(row.partition, row.sort, row.body, row.version, expires))
                    )
                except Conflict:
                    continue  # It is being written, and will be kept by the new rule.

    async def _delete(self, rows: list[Row]) -> None:
        for start in range(0, len(rows), MOST_WRITES):
            await self._table.commit(
                *(
                    Delete(row.partition, row.sort, row.version)
                    for row in rows[start : start + MOST_WRITES]
                )
            )

    def _row(self, sort: str, record: Conversation | Message) -> tuple[str, dict[str, Any], int]:
        return sort, record.model_dump(mode="json", exclude={"version"}), record.version

    def _said(self, chat: str, message: Message) -> tuple[str, dict[str, Any], int]:
        return self._row(_key(chat, message.seq), message)


def _key(chat: str, seq: int) -> str:
    return f"said#{chat}#{seq:06d}"


def place_of_head(owner: str, chat: str) -> Place:
    """Return where the head of a conversation is kept."""
    return partition(owner), f"chat#{chat}"


def place_of_message(owner: str, chat: str, seq: int) -> Place:
    """Return where a message is kept."""
    return partition(owner), _key(chat, seq)


def _head(row: Row) -> Conversation:
    return Conversation.model_validate({**row.body, "version": row.version})


def message_of(row: Row) -> Message:
    """Read a message from its row."""
    return Message.model_validate({**row.body, "version": row.version})
