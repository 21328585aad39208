"""The letters written for a job; each text that was kept stays."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from services.clock import Clock
from services.errors import Conflict
from services.jobs.book import Books, partition
from services.jobs.ledger import Ledger
from services.record import Record, Text
from services.storage.table import Put, Row

LetterText = Annotated[Text, Field(min_length=1, max_length=20_000)]


class KeptLetter(Record):
    """One text of the letter for a job; `number` counts them from 1."""

    job: str = ""
    number: int = 0
    text: LetterText
    at: datetime


class Letters:
    """Keeps the letters of each job, the last one first."""

    def __init__(self, books: Books, ledger: Ledger, now: Clock) -> None:
        self._books = books
        self._ledger = ledger
        self._now = now

    async def of(self, owner: str, job: str) -> list[KeptLetter]:
        """Return all texts that were kept for a job, the last one first."""
        rows = await self._books.table.query(partition(owner), f"letter#{job}#")
        return [KeptLetter.model_validate(row.body) for row in reversed(rows)]

    async def keep(self, owner: str, job: str, text: str) -> KeptLetter:
        """Keep a text as the job's letter, after those that were kept before."""
        letter = KeptLetter.check({"job": job, "text": text, "at": self._now()})
        book = await self._books.open(owner)
        book.card(job)
        async with book.lock:
            held = await self.of(owner, job)
            if held and held[0].text == letter.text:
                return held[0]
            number = held[0].number + 1 if held else 1
            numbered = letter.model_copy(update={"number": number})
            key = f"letter#{job}#{number:06d}"
            row = Row(partition(owner), key, numbered.model_dump(mode="json"))
            try:
                await self._ledger.keep(owner, book, Put(row))
            except Conflict:
                raise Conflict("A letter was kept in another tab. Please look again.") from None
        return numbered
