"""The numbers of a person's search, worked out once for each state of it."""

import asyncio
from datetime import date

from services.analytics.measures import Measures, measures
from services.analytics.span import Named, Span, named
from services.clock import Clock, utc_now
from services.jobs.book import Books

MOST_AT_ONCE = 500
"""How many jobs are counted on the spot; more are counted in a thread, so that nobody waits."""

MOST_KEPT = 8
"""How many periods of one person are kept; those of 10,000 jobs take some megabytes each."""


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
        today, stages = book.profile.day(self._now()), book.profile.stages
        # The dict goes when the book turns: what is put in later belongs to no state any more.
        kept: dict[object, Measures] = book.remember("measures", dict)
        key = (period, today, goal)
        if key not in kept:
            cards = [card for card in book.cards.values() if not card.trashed]
            asked = (cards, stages, period, today, goal)
            if len(cards) > self._most_at_once:
                kept[key] = await asyncio.to_thread(measures, *asked)
            else:
                kept[key] = measures(*asked)
            while len(kept) > MOST_KEPT:
                del kept[next(iter(kept))]
        return kept[key]

    async def _today(self, owner: str) -> date:
        book = await self._books.open(owner)
        return book.profile.day(self._now())
