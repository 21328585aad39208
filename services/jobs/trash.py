"""Emptying the trash: the one thing that is final."""

import logging
from collections.abc import Sequence

from services.clock import Clock, utc_now
from services.errors import Conflict
from services.jobs.book import Book, Books, change_key, partition
from services.jobs.event import By, Change, EventKind
from services.jobs.live import Live
from services.storage.table import Delete, Put, Row, Table

log = logging.getLogger(__name__)

CHUNK = 80


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
            for job in chosen:
                await self._delete(owner, book, job)
        log.info("trash emptied", extra={"person": owner, "jobs": len(chosen)})
        return len(chosen)

    async def _delete(self, owner: str, book: Book, job: str) -> None:
        place = partition(owner)
        # The history goes first and the card last: if we are cut off, the job is still in the
        # trash, and emptying it again finishes the work.
        events = await self._table.query(place, f"event#{job}#")
        for start in range(0, len(events), CHUNK):
            await self._table.commit(
                *(Delete(place, row.sort, row.version) for row in events[start : start + CHUNK])
            )
        card = book.card(job)
        change = Change(
            rev=book.rev + 1,
            kind=EventKind.EMPTIED,
            by=By.PERSON,
            at=self._now(),
            items=((job, 0),),
        )
        writes: list[Put | Delete] = [
            Put(Row(place, "rev", {"undo": book.undo, "redo": book.redo}, book.rev)),
            Put(Row(place, change_key(change.rev), change.model_dump(mode="json"))),
            Delete(place, f"job#{job}", card.version),
        ]
        if card.texts:
            writes.append(Delete(place, f"text#{job}", card.texts))
        try:
            await self._table.commit(*writes)
        except Conflict:
            await self._books.refresh(owner, book)
            raise
        book.cards.pop(job, None)
        if book.texts is not None:
            book.texts.pop(job, None)
        book.turn(change.rev, book.undo, book.redo)
        self._live.announce(owner, change.rev)
