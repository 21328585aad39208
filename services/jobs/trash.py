"""Emptying the trash: the one thing that is final."""

import logging
from collections.abc import Sequence

from services.clock import Clock, utc_now
from services.errors import Conflict
from services.jobs.book import Book, Books, change_key, partition
from services.jobs.event import By, Change, EventKind
from services.jobs.job import Card
from services.jobs.ledger import TRIES, short_pause
from services.jobs.live import Live
from services.storage.table import Delete, Put, Row, Table

log = logging.getLogger(__name__)

BELONGINGS = ("advised", "dossier", "letter", "match", "event")
"""The sorts of rows that belong to one job, and go with it."""

MOST_ROWS = 90
"""The most of them that one commit deletes, beside the job itself."""


class Trash:
    """Deletes jobs that are in the trash for good, with their texts and their history."""

    def __init__(self, table: Table, books: Books, live: Live, now: Clock = utc_now) -> None:
        self._table = table
        self._books = books
        self._live = live
        self._now = now

    async def empty(self, owner: str, jobs: Sequence[str] | None = None) -> int:
        """Delete these jobs, or all in the trash, for good; return how many.

        Jobs that are not in the trash are left alone. It cannot be undone.
        """
        book = await self._books.open(owner)
        async with book.lock:
            chosen = [
                card.id
                for card in book.cards.values()
                if card.trashed and (jobs is None or card.id in jobs)
            ]
            try:
                gone = [job for job in chosen if await self._delete(owner, book, job)]
            finally:
                self._live.announce(owner, book.rev)
        log.info("trash emptied", extra={"person": owner, "jobs": len(gone)})
        return len(gone)

    async def _delete(self, owner: str, book: Book, job: str) -> bool:
        """Delete a job with all that belongs to it, unless it was restored meanwhile."""
        for attempt in range(TRIES):
            card = book.cards.get(job)
            if card is None or card.trashed is None:
                return False
            try:
                await self._delete_rows(owner, book, card)
            except Conflict:
                await short_pause(attempt)
                await self._books.refresh(owner, book)
            else:
                return True
        raise Conflict

    async def _delete_rows(self, owner: str, book: Book, card: Card) -> None:
        place = partition(owner)
        rows = [
            row
            for sort in BELONGINGS
            for row in await self._table.query(place, f"{sort}#{card.id}#")
        ]
        # Advice is kept by what was asked, and listed under the job.
        keys = [row.sort.rpartition("#")[2] for row in rows if row.sort.startswith("advised#")]
        asked = [await self._table.get(place, f"analysis#{key}") for key in keys]
        rows += [row for row in asked if row]
        deletes = [Delete(place, row.sort, row.version) for row in rows]
        # A history too long for one commit goes first, from its oldest end: if we are cut off,
        # the job is still in the trash, and emptying it again finishes the work.
        while len(deletes) > MOST_ROWS:
            await self._commit(owner, book, card.id, deletes[:MOST_ROWS])
            del deletes[:MOST_ROWS]
        rest = [Delete(place, f"job#{card.id}", card.version)]
        if card.texts:
            rest.append(Delete(place, f"text#{card.id}", card.texts))
        await self._commit(owner, book, card.id, [*deletes, *rest])
        book.cards.pop(card.id, None)
        if book.texts is not None:
            book.texts.pop(card.id, None)

    async def _commit(self, owner: str, book: Book, job: str, deletes: Sequence[Delete]) -> None:
        # Each commit is a change of its own: whoever restores the job at this moment is noticed.
        change = Change(
            rev=book.rev + 1,
            kind=EventKind.EMPTIED,
            by=By.PERSON,
            at=self._now(),
            items=((job, 0),),
        )
        await self._table.commit(
            Put(Row(partition(owner), "rev", {"undo": book.undo, "redo": book.redo}, book.rev)),
            Put(
                Row(partition(owner), change_key(change.rev), change.model_dump(mode="json")),
            ),
            *deletes,
        )
        book.turn(change.rev, book.undo, book.redo)
