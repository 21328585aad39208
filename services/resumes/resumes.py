"""The resumes a person sends, in all their versions."""

from collections.abc import Callable
from typing import Any

from services.parsing.curriculum import Curriculum
from services.resumes.adding import Added, Adding
from services.resumes.correcting import correct, rewrite
from services.resumes.resume import Origin, Resume, Version
from services.resumes.shelf import Deed


class Resumes(Adding):
    """Adds, corrects and tailors resumes. Nothing that was kept is ever overwritten."""

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

    async def _add_version(self, owner: str, resume: str, version: Version) -> Added:
        book = await self._shelf.books.open(owner)
        async with book.lock:
            return await self._append(owner, book, resume, version)
