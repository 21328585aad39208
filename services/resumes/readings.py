"""Files that are being read: kept before they are, so that no upload is lost with its server."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

from services.clock import Clock, new_id
from services.errors import NotFound, Unavailable
from services.jobs.book import Book, Books, partition
from services.jobs.ledger import Ledger
from services.queue.unfinished import Unfinished
from services.resumes.papers import Papers
from services.resumes.reading import Reading
from services.resumes.sweep import READING, Sweep
from services.storage.table import Delete, Place, Put, Row

KIND = "reading"
"""What readings are called where lost work is remembered."""

KEPT = timedelta(days=7)
"""How long it is said of a file that it could not be read, unless that is dismissed."""


class Readings:
    """What is being read of a person's, wherever that is done."""

    def __init__(
        self,
        books: Books,
        ledger: Ledger,
        papers: Papers,
        sweep: Sweep,
        unfinished: Unfinished,
        now: Clock,
    ) -> None:
        self._books = books
        self._ledger = ledger
        self._papers = papers
        self._sweep = sweep
        self._unfinished = unfinished
        self._now = now
        self._here: set[str] = set()

    @contextmanager
    def here(self) -> Iterator[str]:
        """Give an id to what is read in this process from now on, to the end of the block."""
        reading = new_id()
        self._here.add(reading)
        try:
            yield reading
        finally:
            self._here.discard(reading)

    def is_here(self, reading: Reading) -> bool:
        """Tell whether somebody in this process waits for it."""
        return reading.id in self._here

    async def begin(
        self, owner: str, reading: str, file_name: str, data: bytes, resume: str | None
    ) -> Reading:
        """Keep a file that is read from now on, so that any server can read it."""
        book = await self._books.open(owner)
        facts = {"id": reading, "file_name": file_name, "size": len(data), "at": self._now()}
        # Under the lock, so that nobody deletes the same bytes between their file and their row.
        async with book.lock:
            file = await self._papers.keep(owner, data)
            begun = Reading.check({**facts, "file": file, "resume": resume or ""})
            await self._books.table.commit(Put(self._row(owner, begun)))
        # Without this it would be lost with this process, but it can be read all the same.
        with suppress(Unavailable):
            await self._unfinished.remember(KIND, owner, {"reading": reading})
        return begun.model_copy(update={"version": 1})

    async def every(self, owner: str) -> list[Reading]:
        """Return what is being read, and what could not be, the first one first."""
        rows = await self._books.table.query(partition(owner), READING)
        return [_reading(row) for row in rows]

    async def elsewhere(self, owner: str) -> list[Reading]:
        """Return those of them for which nobody waits in this process."""
        return [each for each in await self.every(owner) if not self.is_here(each)]

    async def find(self, owner: str, reading: str) -> Reading | None:
        """Return a reading that has not ended, if there is one by this id."""
        row = await self._books.table.get(*_place(owner, reading))
        return _reading(row) if row else None

    async def dismiss(self, owner: str, reading: str) -> None:
        """Take a reading back, or what is said of one that failed; raise `NotFound`."""
        held = await self.find(owner, reading)
        if held is None:
            raise NotFound("This file is not being read any more.")
        await self.forget(owner, held)

    async def forget(self, owner: str, reading: Reading) -> None:
        """Let a reading go, and its file unless something else needs it."""
        book = await self._books.open(owner)
        async with book.lock:
            if held := await self.find(owner, reading.id):
                await self.end(owner, book, held)
            await self._sweep.discard(owner, reading.file)

    async def end(self, owner: str, book: Book, reading: Reading) -> None:
        """Let a reading go; the book's lock is held."""
        await self._ledger.keep(owner, book, ended(owner, reading))

    async def fail(self, owner: str, reading: Reading, problem: str) -> None:
        """Say why the file could not be read; its bytes go."""
        book = await self._books.open(owner)
        async with book.lock:
            failed = self._row(owner, reading.model_copy(update={"problem": problem, "file": ""}))
            await self._ledger.keep(owner, book, Put(failed))
            await self._sweep.discard(owner, reading.file)

    def _row(self, owner: str, reading: Reading) -> Row:
        body = reading.model_dump(mode="json", exclude={"id", "version"})
        return Row(*_place(owner, reading.id), body, reading.version, self._now() + KEPT)


def ended(owner: str, reading: Reading) -> Delete:
    """Return the write that ends a reading, in the commit of what was read."""
    return Delete(*_place(owner, reading.id), reading.version)


def _place(owner: str, reading: str) -> Place:
    return partition(owner), f"{READING}{reading}"


def _reading(row: Row) -> Reading:
    named = {"id": row.sort.removeprefix(READING), "version": row.version}
    return Reading.model_validate({**row.body, **named})
