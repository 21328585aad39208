"""The numbers of a person's search, worked out once for each state of it."""

import asyncio
from datetime import date

from services.analytics.measures import Measures, measures
from services.analytics.span import Named, Span, named
from services.clock import Clock, utc_now
from services.jobs.book import Books
from services.jobs.job import Card

MOST_AT_ONCE = 500
"""How many jobs are counted on the spot; more are counted in a thread, so that nobody waits."""


class Analytics:
    """Tells what the numbers of a person's search say."""

    def __init__(
        self, books: Books, now: Clock = utc_now, most_at_once: int = MOST_AT_ONCE
    ) -> None:
        self._books = books
        self._now = now
        self._most_at_once = most_at_once

    async def period(self, owner: str, name: Named) -> Span:
        """Return the period of this name that ends today where the person is."""
        return named(name, await self._today(owner))

    async def measures(self, owner: str, period: Span, goal: int | None = None) -> Measures:
        """Return the measures of a period, of all jobs that are not in the trash.

        They are worked out anew when something has changed or another day has begun.
        """
        book = await self._books.open(owner)
        today, stages, rev = book.profile.day(self._now()), book.profile.stages, book.rev
        key = ("measures", period, today, goal)

        def work_out(cards: list[Card]) -> Measures:
            shown = (card for card in cards if not card.trashed)
            return measures(shown, stages, period, today, goal)

        if len(book.cards) <= self._most_at_once or key in book.memo:
            return book.remember(key, lambda: work_out(list(book.cards.values())))
        found = await asyncio.to_thread(work_out, list(book.cards.values()))
        # Whoever wrote meanwhile made these the measures of a state that is gone.
        return book.remember(key, lambda: found) if book.rev == rev else found

    async def _today(self, owner: str) -> date:
        book = await self._books.open(owner)
        return book.profile.day(self._now())
