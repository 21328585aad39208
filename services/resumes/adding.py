"""Taking files in: each is kept, read, and becomes a version, whatever happens to its server."""

import asyncio
import logging
from asyncio import Task
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any
from unicodedata import category

from services.clock import Clock, new_id, utc_now
from services.errors import Conflict, Invalid, VaultError
from services.jobs.book import Book
from services.reading.kinds import tell
from services.reading.reader import Progress, Reader
from services.reading.transcript import Transcript
from services.resumes.looking import Looking
from services.resumes.papers import Papers
from services.resumes.reading import Reading
from services.resumes.readings import Readings, ended
from services.resumes.resume import MOST_VERSIONS, Origin, Resume, Version
from services.resumes.shelf import Deed, Shelf
from services.resumes.sweep import Sweep
from services.storage.table import Delete

log = logging.getLogger(__name__)

_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that turn the direction of letters: with them "fdp.exe" is read as "exe.pdf"."""

READ_ON = 45.0
"""Seconds that a reading may take for which nobody waits, maybe on a smaller machine."""

MOST_RESUMES = 100
MOST_BYTES = 300_000_000
"""The most bytes of original files that one person may keep."""


@dataclass(frozen=True, slots=True)
class Added:
    """A version of a resume, and whether it is new: the same file is kept once."""

    resume: Resume
    number: int
    is_new: bool = True


class Adding(Looking):
    """The part of `Resumes` that takes files in."""

    def __init__(
        self,
        shelf: Shelf,
        papers: Papers,
        reader: Reader,
        readings: Readings,
        sweep: Sweep,
        now: Clock = utc_now,
        make_id: Callable[[], str] = new_id,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        super().__init__(shelf, papers, reader)
        self._readings = readings
        self._most_bytes = most_bytes
        self._sweep = sweep
        self._now = now
        self._make_id = make_id
        self._is_leaving: Callable[[], bool] = lambda: False

    def know_leaving(self, is_leaving: Callable[[], bool]) -> None:
        """Say how to find out that this process ends, so that others read on what it cancels."""
        self._is_leaving = is_leaving

    async def add(
        self,
        owner: str,
        file_name: str,
        data: bytes,
        *,
        resume: str | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Read a file and keep it as a new resume, or as the next version of one.

        The same bytes are kept once: they lead to the version that holds them. Raise `Invalid`,
        with what to do, if the file cannot be read. If this process dies, another one reads it.
        """
        tell(file_name, data)
        name = _plain_name(file_name)
        with self._readings.here() as id:
            # Beside the reading, so that nobody waits for it who has a file that is read at once.
            beginning = asyncio.create_task(self._readings.begin(owner, id, name, data, resume))
            try:
                transcript = await self._reader.read(owner, file_name, data, progress)
                return await self._keep(owner, await beginning, transcript)
            except VaultError:
                await self._forget(owner, beginning)
                raise
            except asyncio.CancelledError:
                if not self._is_leaving():
                    await self._forget(owner, beginning)
                raise

    async def read_on(self, owner: str, reading: Reading) -> Added:
        """Read a file whose server died before it was done."""
        data = await self._papers.bytes(owner, reading.file)
        transcript = await self._reader.read(owner, reading.file_name, data, seconds=READ_ON)
        return await self._keep(owner, reading, transcript)

    async def _forget(self, owner: str, beginning: Task[Reading]) -> None:
        with suppress(VaultError):
            await self._readings.forget(owner, await beginning)

    async def _keep(self, owner: str, reading: Reading, transcript: Transcript) -> Added:
        if not transcript.seen:
            raise Invalid("No text could be found in this file.")
        book = await self._shelf.books.open(owner)
        async with book.lock:
            open_ = await self._readings.find(owner, reading.id)
            every = await self._shelf.every(owner)
            if held := _holder(every, reading.file, reading.resume or None):
                if open_ is None:  # Another server was first with this very file.
                    return replace(held, is_new=True)
                await self._readings.end(owner, book, open_)
                return held
            if open_ is None or open_.problem:
                raise Conflict("This file was taken back while it was read.")
            version = await self._version(
                owner,
                transcript,
                origin=Origin.UPLOADED,
                file=reading.file,
                file_name=reading.file_name,
                size=reading.size,
            )
            _refuse_too_much(every, version, not reading.resume, self._most_bytes)
            end = ended(owner, open_)
            if reading.resume:
                added = await self._append(owner, book, reading.resume, version, end)
            else:
                added = await self._begin(owner, book, version, end)
            await self._sweep.sweep(owner)
        return added

    async def _version(
        self, owner: str, transcript: Transcript, origin: Origin, **facts: Any
    ) -> Version:
        return Version.check(
            {
                "number": 1,
                "origin": origin,
                "kind": transcript.kind,
                "transcript": await self._papers.keep_document(owner, transcript),
                "pages": len(transcript.pages),
                "confidence": transcript.confidence,
                "hidden": len(transcript.hidden),
                "added": self._now(),
                **facts,
            }
        )

    async def _begin(self, owner: str, book: Book, version: Version, end: Delete) -> Added:
        at = self._now()
        made = Resume(
            id=self._make_id(),
            name=_name_from(version.file_name),
            current=1,
            versions=(version,),
            created=at,
            updated=at,
        )
        stored = await self._shelf.write(owner, book, None, made, Deed.ADDED, end)
        log.info("resume added", extra={"person": owner, "resume": stored.id})
        return Added(stored, 1)

    async def _append(
        self, owner: str, book: Book, resume: str, version: Version, *also: Delete
    ) -> Added:
        before = await self._shelf.get(owner, resume)
        if before.trashed:
            raise Invalid(
                "Its resume is in the trash. Please restore that, and add the file again."
            )
        if len(before.versions) >= MOST_VERSIONS:
            raise Invalid(f"There is room for {MOST_VERSIONS} versions. Please start a new resume.")
        number = before.versions[-1].number + 1
        numbered = version.model_copy(update={"number": number})
        changes = {"versions": (*before.versions, numbered), "current": number}
        after = before.model_copy(update=changes)
        stored = await self._shelf.write(owner, book, before, after, Deed.VERSION, *also)
        return Added(stored, number)


def _holder(every: Iterable[Resume], file: str, wanted: str | None) -> Added | None:
    for resume in every:
        if resume.trashed or wanted not in (None, resume.id):
            continue
        for version in resume.versions:
            if version.file == file and version.origin is Origin.UPLOADED:
                return Added(resume, version.number, is_new=False)
    return None


def _refuse_too_much(every: list[Resume], version: Version, is_new: bool, most_bytes: int) -> None:
    if is_new and len(every) >= MOST_RESUMES:
        raise Invalid(f"There is room for {MOST_RESUMES} resumes, counting the trash.")
    sizes = {each.file: each.size for resume in every for each in resume.versions}
    if sum(sizes.values()) + version.size > most_bytes:
        raise Invalid("Your files take up all of the room there is. Please delete some for good.")


def _plain_name(file_name: str) -> str:
    """Return a file's name without folders, and without what would be seen as another name."""
    seen = "".join(char for char in file_name if category(char) != "Cc" and char not in _TURNING)
    return PurePath(seen.replace("\\", "/")).name[-200:]


def _name_from(file_name: str) -> str:
    stem = PurePath(file_name).stem.replace("_", " ").strip()
    return stem[:120] or "Resume"
