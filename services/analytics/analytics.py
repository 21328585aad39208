"""The numbers of a person's search, worked out once for each state of it."""

import asyncio
from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TypeVar

from services.analytics.facts import Gathering
from services.analytics.measures import Measures, Whole, measures_of, whole
from services.analytics.pictures.gallery import Gallery, gallery
from services.analytics.pictures.picture import Part
from services.analytics.review import Review, review
from services.analytics.sharing import anonymous
from services.analytics.span import Span, told
from services.analytics.spreadsheet import applications_csv, picture_csv
from services.clock import Clock, utc_now
from services.jobs.book import Book, Books
from services.jobs.job import Card
from services.jobs.stages import Stages
from services.resumes.shelf import Shelf

T = TypeVar("T")

MOST_AT_ONCE = 500
"""How many jobs are counted on the spot; more are counted in a thread, so that nobody waits."""

MOST_KEPT = 8
"""How many periods of one person are kept; those of 10,000 jobs take some megabytes each."""


class Worked:
    """What was worked out for one period of one state; the pictures when somebody looks."""

    def __init__(self, found: Measures, stages: Stages) -> None:
        self.measures = found
        self._stages = stages

    @cached_property
    def gallery(self) -> Gallery:
        """The pictures of the measures."""
        return gallery(self.measures, self._stages)


class Analytics:
    """Tells what the numbers of a person's search say.

    With `shared`, they are told without any name: nothing in them says whose search it is.
    """

    def __init__(
        self,
        books: Books,
        shelf: Shelf,
        now: Clock = utc_now,
        most_at_once: int = MOST_AT_ONCE,
    ) -> None:
        self._books = books
        self._shelf = shelf
        self._now = now
        self._most_at_once = most_at_once

    async def period(self, owner: str, words: str) -> Span:
        """Return the period these words name, which ends today where the person is: “90d”, or
        the days “2026-01-01..2026-03-31”, each of which may be left out.
        """
        return told(words, await self.today(owner))

    async def today(self, owner: str) -> date:
        """Return the day it is where the person is."""
        book = await self._books.open(owner)
        return book.profile.day(self._now())

    async def measures(self, owner: str, period: Span, shared: bool = False) -> Measures:
        """Return the measures of a period, of all jobs that are not in the trash.

        They are worked out anew when something has changed or another day has begun.
        """
        return (await self._work(owner, period, shared)).measures

    async def gallery(self, owner: str, period: Span, shared: bool = False) -> Gallery:
        """Return the pictures of these measures."""
        worked = await self._work(owner, period, shared)
        return await self._aside(worked.measures.quality.jobs, lambda: worked.gallery)

    async def part(self, owner: str, picture: str, part: str, period: Span) -> Part:
        """Return a part of a picture under its full name, with the jobs behind it, if any still."""
        shown = (await self.gallery(owner, period)).find(picture)
        if shown is None:
            return Part(part, f"a picture that is empty, {period.name}", ())
        found = shown.part(part)
        name = f"{shown.title}: {found.name}, {shown.about.period.name}"
        return Part(found.key, name, found.jobs)

    async def table(self, owner: str, picture: str, period: Span, shared: bool = False) -> str:
        """Return the table behind a picture as CSV, or raise `NotFound`."""
        return picture_csv((await self.gallery(owner, period, shared)).get(picture))

    async def spreadsheet(self, owner: str, period: Span, shared: bool = False) -> str:
        """Return the applications of a period as CSV, with all that the measures see of them."""
        book = await self._books.open(owner)
        cards, stages, today = _shown(book), book.profile.stages, book.profile.day(self._now())
        names = await self._resume_names(owner)

        def write() -> str:
            seen, named = anonymous(cards, stages) if shared else (cards, stages)
            return applications_csv(seen, named, period, today, names)

        return await self._aside(len(cards), write)

    async def review(self, owner: str, words: str) -> Review:
        """Return what a week (“2026-W10”) or a month (“2026-03”) brought."""
        book = await self._books.open(owner)
        cards, profile, today = _shown(book), book.profile, book.profile.day(self._now())
        return await self._aside(
            len(cards), lambda: review(cards, profile.stages, words, today, profile.goal)
        )

    async def _work(self, owner: str, period: Span, shared: bool) -> Worked:
        book = await self._books.open(owner)
        today = book.profile.day(self._now())
        # The dict goes when the book turns: what is put in later belongs to no state any more.
        kept: dict[object, Worked] = book.remember("measures", dict)
        key = (period, today, shared)
        if key not in kept:
            known = await self._known(book, today, shared)
            names = await self._resume_names(owner)
            kept[key] = await self._aside(
                len(known.facts), lambda: Worked(measures_of(known, period, names), known.stages)
            )
            while len(kept) > MOST_KEPT:
                del kept[next(iter(kept))]
        return kept[key]

    async def _known(self, book: Book, today: date, shared: bool) -> Whole:
        wholes: dict[object, Whole] = book.remember("wholes", dict)
        if (today, shared) not in wholes:
            cards, stages, goal = _shown(book), book.profile.stages, book.profile.goal
            gathering = book.kept.get("gathering")
            if not gathering or (gathering.stages, gathering.today) != (stages, today):
                gathering = book.kept["gathering"] = Gathering(stages, today)

            def work_out() -> Whole:
                if not shared:
                    return whole(cards, gathering, goal)
                seen, named = anonymous(cards, stages)
                return whole(seen, Gathering(named, today), goal)

            wholes[today, shared] = await self._aside(len(cards), work_out)
        return wholes[today, shared]

    async def _aside(self, jobs: int, work_out: Callable[[], T]) -> T:
        return await asyncio.to_thread(work_out) if jobs > self._most_at_once else work_out()

    async def _resume_names(self, owner: str) -> dict[str, str]:
        return {
            resume.key(version.number): f"{resume.name}, version {version.number}"
            for resume in await self._shelf.every(owner)
            for version in resume.versions
        }


def _shown(book: Book) -> list[Card]:
    return [card for card in book.cards.values() if not card.trashed]
