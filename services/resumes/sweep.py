"""Deleting papers for good: a resume that was thrown away, and files that nothing needs."""

import logging
from datetime import timedelta

from services.clock import Clock
from services.errors import Conflict, Invalid
from services.jobs.book import partition
from services.jobs.ledger import Ledger
from services.resumes.papers import Papers
from services.resumes.shelf import Shelf
from services.storage.table import Delete

log = logging.getLogger(__name__)

AT_ONCE = 90
"""How many rows one commit deletes."""

READING = "reading#"
"""What the keys of files that are being read begin with."""

UNTOUCHED = timedelta(hours=1)
"""A file is put before the row that needs it: one as young as this may still get its row."""


class Sweep:
    """Removes what nobody can reach any more, and what the person wants gone."""

    def __init__(self, shelf: Shelf, ledger: Ledger, papers: Papers, now: Clock) -> None:
        self._shelf = shelf
        self._ledger = ledger
        self._papers = papers
        self._now = now

    async def erase(self, owner: str, resume: str) -> None:
        """Delete a resume that is in the trash for good, with its versions and its history.

        What a dossier needs of it stays with the dossier.
        """
        book, place = await self._shelf.books.open(owner), partition(owner)
        async with book.lock:
            held = await self._shelf.get(owner, resume)
            if not held.trashed:
                raise Invalid("Please put the resume in the trash first.")
            rows = await self._shelf.books.table.query(place, f"resumeevent#{resume}#")
            deletes = [Delete(place, row.sort, row.version) for row in rows]
            # The resume itself goes last: cut off before, it is still in the trash.
            deletes.append(Delete(place, f"resume#{resume}", held.version))
            try:
                for start in range(0, len(deletes), AT_ONCE):
                    await self._ledger.keep(owner, book, *deletes[start : start + AT_ONCE])
            except Conflict:
                raise Conflict("This resume was changed in another tab.") from None
            for name in held.papers - await self._needed(owner):
                await self._papers.discard(owner, name)
        log.info("resume erased", extra={"person": owner, "resume": resume})

    async def sweep(self, owner: str) -> int:
        """Delete files that no row needs, such as a killed upload leaves; return how many."""
        before = (self._now() - UNTOUCHED).timestamp()
        old = {name for name, at in (await self._papers.names(owner)).items() if at < before}
        lost = old - await self._needed(owner) if old else set()
        for name in lost:
            await self._papers.discard(owner, name)
        return len(lost)

    async def discard(self, owner: str, name: str) -> None:
        """Delete a file unless a row needs it; the book's lock is held."""
        if name not in await self._needed(owner):
            await self._papers.discard(owner, name)

    async def _needed(self, owner: str) -> set[str]:
        read = await self._shelf.books.table.query(partition(owner), READING)
        names = {str(row.body["file"]) for row in read}
        for resume in await self._shelf.every(owner):
            names |= resume.papers
        for row in await self._shelf.books.table.query(partition(owner), "dossier#"):
            names |= {str(row.body["paper"]), str(row.body["file"])}
        return names
