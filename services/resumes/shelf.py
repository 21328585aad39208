"""Where the records of resumes stand: one row each, and an event for every change of it."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from services.clock import Clock
from services.errors import Conflict, NotFound
from services.jobs.book import Book, Books, partition
from services.jobs.ledger import Ledger
from services.record import Record
from services.resumes.resume import Resume
from services.storage.table import Delete, Put, Row


class Deed(StrEnum):
    """What happened to a resume."""

    ADDED = "added"
    RENAMED = "renamed"
    VERSION = "version added"
    CHOSEN = "version chosen"
    CONFIRMED = "contents confirmed"
    TRASHED = "trashed"
    RESTORED = "restored"


class ResumeEvent(Record):
    """One change of a resume, never altered: its fields before and after."""

    resume: str
    seq: int
    deed: Deed
    at: datetime
    fields: dict[str, tuple[Any, Any]]


class Shelf:
    """Reads and writes the records of resumes; every write leaves an event."""

    def __init__(self, books: Books, ledger: Ledger, now: Clock) -> None:
        self.books = books
        self._ledger = ledger
        self._now = now

    async def every(self, owner: str) -> list[Resume]:
        """Return all resumes, those in the trash too, the last changed first."""
        rows = await self.books.table.query(partition(owner), "resume#")
        found = [_resume_of(row) for row in rows]
        return sorted(found, key=lambda resume: resume.updated, reverse=True)

    async def get(self, owner: str, resume: str) -> Resume:
        """Return a resume, in the trash or not, or raise `NotFound`."""
        row = await self.books.table.get(partition(owner), f"resume#{resume}")
        if row is None:
            raise NotFound("There is no such resume.")
        return _resume_of(row)

    async def write(
        self,
        owner: str,
        book: Book,
        before: Resume | None,
        after: Resume,
        deed: Deed,
        *also: Delete,
    ) -> Resume:
        """Commit a change, whose book's lock is held, and return the record as it now stands.

        What goes with it goes in the same commit.

        Raise `Conflict` if the resume was changed since `before` was read.
        """
        held = before.version if before else 0
        at = self._now()
        stored = after.model_copy(update={"updated": at, "version": held + 1})
        event = ResumeEvent(
            resume=after.id, seq=held + 1, deed=deed, at=at, fields=_difference(before, stored)
        )
        place, body = partition(owner), stored.model_dump(mode="json", exclude={"id", "version"})
        try:
            await self._ledger.keep(
                owner,
                book,
                Put(Row(place, f"resume#{after.id}", body, held)),
                Put(Row(place, _event_key(after.id, held + 1), event.model_dump(mode="json"))),
                *also,
            )
        except Conflict:
            raise Conflict("This resume was changed in another tab. Please look again.") from None
        return stored

    async def events(self, owner: str, resume: str) -> list[ResumeEvent]:
        """Return all that happened to a resume, the first event first."""
        rows = await self.books.table.query(partition(owner), f"resumeevent#{resume}#")
        return [ResumeEvent.model_validate(row.body) for row in rows]


def _event_key(resume: str, seq: int) -> str:
    return f"resumeevent#{resume}#{seq:06d}"


def _resume_of(row: Row) -> Resume:
    named = {"id": row.sort.removeprefix("resume#"), "version": row.version}
    return Resume.model_validate({**row.body, **named})


def _difference(before: Resume | None, after: Resume) -> dict[str, tuple[Any, Any]]:
    # Versions are only ever added, or confirmed: how many there are says which one it was.
    old, new = _told(before), _told(after)
    return {name: (old.get(name), new[name]) for name in new if old.get(name) != new[name]}


def _told(resume: Resume | None) -> dict[str, Any]:
    if resume is None:
        return {}
    told = resume.model_dump(mode="json", include={"name", "current", "trashed"})
    confirmed = [each.number for each in resume.versions if each.curriculum]
    return {**told, "versions": len(resume.versions), "confirmed": confirmed}
