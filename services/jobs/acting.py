"""One action on many jobs: in as many commits as it takes, undone as one."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import EllipsisType
from typing import Any

from services.clock import Clock
from services.errors import Conflict
from services.jobs.amend import Moment, amend
from services.jobs.book import Book, Books
from services.jobs.event import By
from services.jobs.job import Card
from services.jobs.ledger import MOST_STEPS, Ledger, Step
from services.jobs.reading import Reading

TRIES = 20
"""How often a change is made anew because another process wrote first."""

When = date | EllipsisType | None
"""The day something happened; None is unknown, and left out (...) is today."""

MakeStep = Callable[[Card, Moment], Step | None]
"""What becomes of a card, or None if nothing does; raises what cannot be done."""


class Acting(Reading):
    """The half of `Jobs` that brings a change to many jobs."""

    def __init__(
        self, books: Books, ledger: Ledger, now: Clock, make_id: Callable[[], str]
    ) -> None:
        super().__init__(books, now)
        self._ledger = ledger
        self._make_id = make_id

    async def _amend_each(
        self,
        owner: str,
        jobs: Sequence[str],
        changes: Callable[[Card], Mapping[str, Any]],
        on: When,
        by: By,
    ) -> int:
        def amended(card: Card, moment: Moment) -> Step | None:
            after, kind = amend(card, changes(card), moment)
            return Step(card, after, kind, moment.on) if after != card else None

        return await self._each(owner, jobs, amended, by, on)

    async def _each(
        self, owner: str, jobs: Sequence[str], step: MakeStep, by: By, on: When = ...
    ) -> int:
        """Change the jobs and return how many changed.

        What cannot be done to one of them is refused before any is changed.
        """
        book = await self._books.open(owner)
        ids = list(dict.fromkeys(jobs))
        group = self._make_id() if len(ids) > MOST_STEPS else ""
        chunks = [ids[start : start + MOST_STEPS] for start in range(0, len(ids), MOST_STEPS)]
        count = 0
        async with book.lock:
            for chunk in chunks if group else ():
                self._steps(book, chunk, step, on)
                await asyncio.sleep(0)  # thousands at a stretch would keep everybody waiting
            for chunk in chunks:
                count += await self._write(owner, book, chunk, step, by, on, group)
        return count

    async def _write(
        self,
        owner: str,
        book: Book,
        jobs: Sequence[str],
        step: MakeStep,
        by: By,
        on: When,
        group: str,
    ) -> int:
        for attempt in range(TRIES):
            steps = self._steps(book, jobs, step, on)
            if not steps:
                return 0
            try:
                await self._ledger.write(owner, book, steps, by, group=group)
                return len(steps)
            except Conflict:
                if attempt == TRIES - 1:
                    raise
        raise Conflict

    def _steps(self, book: Book, jobs: Sequence[str], step: MakeStep, on: When) -> list[Step]:
        moment = self._moment(book, on)
        return [made for job in jobs if (made := step(book.card(job), moment))]

    def _moment(self, book: Book, on: When = ...) -> Moment:
        at = self._now()
        day = book.profile.day(at) if isinstance(on, EllipsisType) else on
        return Moment(at, day, book.profile.stages)
