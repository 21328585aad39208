"""The resumes a person sends, in all their versions."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any
from unicodedata import category

from services.clock import Clock, new_id, utc_now
from services.errors import Invalid
from services.jobs.book import Book
from services.parsing.curriculum import Curriculum
from services.reading.reader import Progress, Reader
from services.reading.transcript import Transcript
from services.resumes.correcting import correct, rewrite
from services.resumes.looking import Looking
from services.resumes.papers import Papers
from services.resumes.resume import MOST_VERSIONS, Origin, Resume, Version
from services.resumes.shelf import Deed, Shelf
from services.resumes.sweep import Sweep

log = logging.getLogger(__name__)

_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that turn the direction of letters: with them "fdp.exe" is read as "exe.pdf"."""

MOST_RESUMES = 100
MOST_BYTES = 300_000_000
"""The most bytes of original files that one person may keep."""


@dataclass(frozen=True, slots=True)
class Added:
    """A version of a resume, and whether it is new: the same file is kept once."""

    resume: Resume
    number: int
    is_new: bool = True


class Resumes(Looking):
    """Adds, corrects and tailors resumes. Nothing that was kept is ever overwritten."""

    def __init__(
        self,
        shelf: Shelf,
        papers: Papers,
        reader: Reader,
        sweep: Sweep,
        now: Clock = utc_now,
        make_id: Callable[[], str] = new_id,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        super().__init__(shelf, papers, reader)
        self._most_bytes = most_bytes
        self._sweep = sweep
        self._now = now
        self._make_id = make_id

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
        with what to do, if the file cannot be read.
        """
        transcript = await self._reader.read(owner, file_name, data, progress)
        if not transcript.seen:
            raise Invalid("No text could be found in this file.")
        facts = {"file_name": _plain_name(file_name), "size": len(data)}
        book = await self._shelf.books.open(owner)
        # Under the lock, so that nobody deletes the same bytes between their file and their row.
        async with book.lock:
            file = await self._papers.keep(owner, data)
            every = await self._shelf.every(owner)
            if held := _holder(every, file, resume):
                return held
            version = await self._version(
                owner, transcript, origin=Origin.UPLOADED, file=file, **facts
            )
            _refuse_too_much(every, version, resume is None, self._most_bytes)
            if resume is not None:
                added = await self._append(owner, book, resume, version)
            else:
                added = await self._begin(owner, book, version)
            await self._sweep.sweep(owner)
        return added

    async def correct(self, owner: str, resume: str, number: int, text: str) -> Added:
        """Keep a version's text as put right by hand, as a new version on the same file."""
        source = (await self.get(owner, resume)).find(number)
        held = await self._papers.transcript(owner, source.transcript)
        version = await self._version(
            owner,
            correct(held, text),
            origin=Origin.CORRECTED,
            of=number,
            file=source.file,
            file_name=source.file_name,
            size=source.size,
        )
        return await self._add_version(owner, resume, version)

    async def tailor(self, owner: str, resume: str, number: int, text: str, note: str) -> Added:
        """Keep a text that was rewritten for a purpose as a new version, with no file yet."""
        (await self.get(owner, resume)).find(number)
        version = await self._version(
            owner, rewrite(text), origin=Origin.TAILORED, of=number, note=note
        )
        return await self._add_version(owner, resume, version)

    async def confirm(self, owner: str, resume: str, number: int, curriculum: Curriculum) -> Resume:
        """Keep what the person says that a version contains."""
        name = await self._papers.keep_document(owner, curriculum)

        def confirmed(held: Resume) -> dict[str, Any]:
            version = held.find(number).model_copy(update={"curriculum": name})
            others = (version if each.number == number else each for each in held.versions)
            return {"versions": tuple(others)}

        return await self._change(owner, resume, confirmed, Deed.CONFIRMED)

    async def rename(self, owner: str, resume: str, name: str) -> Resume:
        """Give a resume another name."""
        return await self._change(owner, resume, lambda _: {"name": name}, Deed.RENAMED)

    async def choose(self, owner: str, resume: str, number: int) -> Resume:
        """Make a version the one that is sent from now on."""
        return await self._change(
            owner, resume, lambda held: {"current": held.find(number).number}, Deed.CHOSEN
        )

    async def trash(self, owner: str, resume: str) -> Resume:
        """Put a resume in the trash; jobs that it was sent to keep pointing at it."""
        return await self._change(
            owner, resume, lambda held: {"trashed": held.trashed or self._now()}, Deed.TRASHED
        )

    async def restore(self, owner: str, resume: str) -> Resume:
        """Take a resume out of the trash."""
        return await self._change(owner, resume, lambda _: {"trashed": None}, Deed.RESTORED)

    async def _change(
        self, owner: str, resume: str, changes: Callable[[Resume], dict[str, Any]], deed: Deed
    ) -> Resume:
        book = await self._shelf.books.open(owner)
        async with book.lock:
            before = await self._shelf.get(owner, resume)
            after = Resume.check({**dict(before), **changes(before)})
            if after == before:
                return before
            return await self._shelf.write(owner, book, before, after, deed)

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

    async def _begin(self, owner: str, book: Book, version: Version) -> Added:
        at = self._now()
        made = Resume(
            id=self._make_id(),
            name=_name_from(version.file_name),
            current=1,
            versions=(version,),
            created=at,
            updated=at,
        )
        stored = await self._shelf.write(owner, book, None, made, Deed.ADDED)
        log.info("resume added", extra={"person": owner, "resume": stored.id})
        return Added(stored, 1)

    async def _add_version(self, owner: str, resume: str, version: Version) -> Added:
        book = await self._shelf.books.open(owner)
        async with book.lock:
            return await self._append(owner, book, resume, version)

    async def _append(self, owner: str, book: Book, resume: str, version: Version) -> Added:
        before = await self._shelf.get(owner, resume)
        if len(before.versions) >= MOST_VERSIONS:
            raise Invalid(f"There is room for {MOST_VERSIONS} versions. Please start a new resume.")
        number = before.versions[-1].number + 1
        numbered = version.model_copy(update={"number": number})
        changes = {"versions": (*before.versions, numbered), "current": number}
        after = before.model_copy(update=changes)
        stored = await self._shelf.write(owner, book, before, after, Deed.VERSION)
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
