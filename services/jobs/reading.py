"""Looking at jobs: everything that changes nothing."""

import asyncio
from collections.abc import Sequence
from datetime import date

from services.clock import Clock
from services.errors import NotFound
from services.jobs.book import Book, Books, partition
from services.jobs.event import Event
from services.jobs.job import Card, Job
from services.jobs.ledger import event_key
from services.jobs.profile import Profile
from services.record import fold


class Reading:
    """The reading half of `Jobs`."""

    def __init__(self, books: Books, now: Clock) -> None:
        self._books = books
        self._now = now

    async def get(self, owner: str, job: str) -> Job:
        """Return the job, whole, also from the trash; raise `NotFound` if there is none."""
        return await self._whole(owner, await self._books.open(owner), job)

    async def cards(self, owner: str) -> list[Card]:
        """Return the cards that are not in the trash, newest first."""
        book = await self._books.open(owner)
        return [card for card in reversed(book.cards.values()) if not card.trashed]

    async def trashed(self, owner: str) -> list[Card]:
        """Return the cards in the trash, the last thrown away first."""
        book = await self._books.open(owner)
        cards = [card for card in book.cards.values() if card.trashed]
        return sorted(cards, key=lambda card: str(card.trashed), reverse=True)

    async def events(self, owner: str, job: str) -> list[Event]:
        """Return all that ever happened to a job, the first event first."""
        (await self._books.open(owner)).card(job)
        return await self._history(owner, job)

    async def _history(self, owner: str, job: str) -> list[Event]:
        rows = await self._books.table.query(partition(owner), f"event#{job}#")
        return [Event.model_validate(row.body) for row in rows]

    async def profile(self, owner: str) -> Profile:
        """Return the person's settings."""
        return (await self._books.open(owner)).profile

    async def today(self, owner: str) -> date:
        """Return the calendar day where the person is."""
        return (await self.profile(owner)).day(self._now())

    async def alike(
        self, owner: str, company: str, position: str = "", url: str = ""
    ) -> list[Card]:
        """Return the jobs one may have added already: the same address, or the same company.

        Those with the same address come first, then those with the same position.
        """
        book = await self._books.open(owner)
        name, title = _name(company), _name(position)

        def likeness(card: Card) -> int:
            if url and card.url == url:
                return 3
            if not name or _name(card.company) != name:
                return 0
            return 2 if title and _name(card.position) == title else 1

        found = [(likeness(card), card) for card in book.cards.values() if not card.trashed]
        near = sorted((pair for pair in found if pair[0]), key=lambda pair: -pair[0])
        return [card for _, card in near]

    async def _whole(self, owner: str, book: Book, job: str) -> Job:
        card = book.card(job)
        text = {}
        if card.texts:
            row = await self._books.table.get(partition(owner), f"text#{job}")
            if row is None:
                raise NotFound("There is no such job.")
            text = row.body
        return Job.model_construct(
            **{name: getattr(card, name) for name in Card.model_fields},
            posting=text.get("posting", ""),
            notes=text.get("notes", ""),
        )

    async def _events_of(self, owner: str, job: str, seqs: Sequence[int]) -> list[Event]:
        keys = [event_key(job, seq) for seq in seqs]
        rows = await asyncio.gather(*(self._books.table.get(partition(owner), key) for key in keys))
        return [Event.model_validate(row.body) for row in rows if row]


def _name(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())
