"""A person's cards and profile, held in memory under the revision they were read at."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from services.errors import NotFound
from services.jobs.event import Change
from services.jobs.job import Card
from services.jobs.profile import Profile
from services.record import fold
from services.storage.table import Row, Table

T = TypeVar("T")

MOST_BOOKS = 100
MOST_MEMORIES = 64
MOST_CHANGES_TO_FOLLOW = 50


@dataclass
class Book:
    """What is known of one person. `rev` counts their commits; `undo` and `redo` are the tops.

    `memo` is forgotten with each revision, `kept` is not: whoever puts something there sees
    whether it still holds.
    """

    rev: int = 0
    undo: int | None = None
    redo: int | None = None
    cards: dict[str, Card] = field(default_factory=dict)
    profile: Profile = field(default_factory=Profile)
    profile_row: Row | None = None
    texts: dict[str, str] | None = None
    memo: OrderedDict[Any, Any] = field(default_factory=OrderedDict)
    kept: dict[str, Any] = field(default_factory=dict)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    def turn(self, rev: int, undo: int | None, redo: int | None) -> None:
        """Come to another revision; what was worked out from the last one is forgotten."""
        self.rev, self.undo, self.redo = rev, undo, redo
        self.memo.clear()

    def remember(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """Return what was worked out for this revision before, or work it out now."""
        if key not in self.memo:
            self.memo[key] = work_out()
            if len(self.memo) > MOST_MEMORIES:
                self.memo.popitem(last=False)
        found: T = self.memo[key]
        return found

    def card(self, job: str) -> Card:
        """Return the card of a job, in the trash or not, or raise `NotFound`."""
        try:
            return self.cards[job]
        except KeyError:
            raise NotFound("There is no such job.") from None


class Books:
    """The books of the people who were here last, bounded; each is checked at every opening."""

    def __init__(self, table: Table, most: int = MOST_BOOKS) -> None:
        self.table = table
        self._most = most
        self._books: OrderedDict[str, Book] = OrderedDict()

    async def open(self, owner: str) -> Book:
        """Return the person's book as it is now: one small read when nothing has changed."""
        row = await self.table.get(partition(owner), "rev")
        book = self._books.setdefault(owner, Book(rev=-1))
        self._books.move_to_end(owner)
        while len(self._books) > self._most:
            self._books.popitem(last=False)
        if book.rev < (row.version if row else 0):
            async with book.lock:
                await self.refresh(owner, book)
        return book

    def forget(self, owner: str) -> None:
        """Drop what is held of a person, so that the next opening reads everything anew."""
        self._books.pop(owner, None)

    async def texts(self, owner: str, book: Book) -> dict[str, str]:
        """Return each job's searchable text, folded; read once and then kept up to date."""
        if book.texts is not None:
            return book.texts
        # A writer who came between would leave a text that nobody finds.
        async with book.lock:
            if book.texts is None:
                rows = await self.table.query(partition(owner), "text#")
                book.texts = await asyncio.to_thread(
                    lambda: {row.sort.removeprefix("text#"): folded_text(row.body) for row in rows}
                )
            return book.texts

    async def refresh(self, owner: str, book: Book) -> None:
        """Bring the book, whose lock the caller holds, to the newest revision."""
        row = await self.table.get(partition(owner), "rev")
        rev = row.version if row else 0
        if book.rev >= rev:
            return
        changes = await self._missed(owner, book.rev, rev)
        if changes is None:
            await self._read_all(owner, book)
        else:
            for change in changes:
                await self._follow(owner, book, change)
        body = row.body if row else {}
        book.turn(rev, body.get("undo"), body.get("redo"))

    async def _missed(self, owner: str, known: int, rev: int) -> list[Change] | None:
        if known < 0 or rev - known > MOST_CHANGES_TO_FOLLOW:
            return None
        keys = [change_key(number) for number in range(known + 1, rev + 1)]
        rows = await asyncio.gather(*(self.table.get(partition(owner), key) for key in keys))
        if None in rows:
            return None
        return [Change.model_validate(row.body) for row in rows if row]

    async def _follow(self, owner: str, book: Book, change: Change) -> None:
        if not change.items:
            await self._read_profile(owner, book)
        for job, _seq in change.items:
            row = await self.table.get(partition(owner), f"job#{job}")
            if row is None:
                book.cards.pop(job, None)
            else:
                book.cards[job] = card_of(row)
            if book.texts is not None:
                text = await self.table.get(partition(owner), f"text#{job}")
                book.texts[job] = folded_text(text.body) if text else ""

    async def _read_all(self, owner: str, book: Book) -> None:
        await self._read_profile(owner, book)
        rows = await self.table.query(partition(owner), "job#")
        cards = await asyncio.to_thread(lambda: [card_of(row) for row in rows])
        book.cards = {card.id: card for card in cards}
        book.texts = None

    async def _read_profile(self, owner: str, book: Book) -> None:
        book.profile_row = await self.table.get(partition(owner), "profile")
        body = book.profile_row.body if book.profile_row else {}
        book.profile = Profile.model_validate(body)


def partition(owner: str) -> str:
    """Return the partition that holds all that belongs to one person."""
    return f"person#{owner}"


def change_key(rev: int) -> str:
    """Return the sort key of the change that made a revision."""
    return f"change#{rev:010d}"


def card_of(row: Row) -> Card:
    """Read a card from its row."""
    return Card.model_validate(
        {**row.body, "id": row.sort.removeprefix("job#"), "version": row.version}
    )


def folded_text(body: dict[str, Any]) -> str:
    """Return a job's long texts as they are searched."""
    return fold(f"{body.get('notes', '')}\n{body.get('posting', '')}")
