"""Looking at resumes: everything that changes nothing."""

from collections import defaultdict
from dataclasses import dataclass

from services.errors import NotFound
from services.jobs.job import Card
from services.parsing.curriculum import Curriculum
from services.parsing.parse import parse
from services.reading.reader import Reader
from services.reading.transcript import Kind, Transcript
from services.resumes.papers import Papers
from services.resumes.resume import Resume, Version, split_key
from services.resumes.shelf import ResumeEvent, Shelf

PICTURED = {Kind.PDF, Kind.PNG, Kind.JPEG, Kind.WEBP}


@dataclass(frozen=True, slots=True)
class Contents:
    """What a resume says, part by part, and whether the person has confirmed it."""

    curriculum: Curriculum
    is_confirmed: bool


class Looking:
    """The half of `Resumes` that only looks."""

    def __init__(self, shelf: Shelf, papers: Papers, reader: Reader) -> None:
        self._shelf = shelf
        self._papers = papers
        self._reader = reader

    async def every(self, owner: str) -> list[Resume]:
        """Return the resumes that are not in the trash, the last changed first."""
        return [each for each in await self._shelf.every(owner) if not each.trashed]

    async def trashed(self, owner: str) -> list[Resume]:
        """Return the resumes in the trash, the last changed first."""
        return [each for each in await self._shelf.every(owner) if each.trashed]

    async def get(self, owner: str, resume: str) -> Resume:
        """Return a resume, also from the trash; raise `NotFound` if there is none."""
        return await self._shelf.get(owner, resume)

    async def find(self, owner: str, key: str) -> tuple[Resume, Version] | None:
        """Return what a job's words about its resume point at, if they are a key of ours."""
        parts = split_key(key)
        if parts is None:
            return None
        try:
            resume = await self._shelf.get(owner, parts[0])
            return resume, resume.find(parts[1])
        except NotFound:
            return None

    async def events(self, owner: str, resume: str) -> list[ResumeEvent]:
        """Return all that happened to a resume, the first event first."""
        return await self._shelf.events(owner, resume)

    async def transcript(self, owner: str, resume: str, number: int | None = None) -> Transcript:
        """Return what was read of a version."""
        version = (await self.get(owner, resume)).find(number)
        return await self._papers.transcript(owner, version.transcript)

    async def contents(self, owner: str, resume: str, number: int | None = None) -> Contents:
        """Return a version's parts: as confirmed by the person, else as found in its text."""
        version = (await self.get(owner, resume)).find(number)
        if version.curriculum:
            return Contents(await self._papers.curriculum(owner, version.curriculum), True)
        transcript = await self._papers.transcript(owner, version.transcript)
        return Contents(parse([line.text for line in transcript.seen]), False)

    async def original(self, owner: str, resume: str, number: int | None = None) -> bytes:
        """Return the very bytes that were uploaded; raise `NotFound` for one written here."""
        version = (await self.get(owner, resume)).find(number)
        if not version.file:
            raise NotFound("This version was written here and has no original file.")
        return await self._papers.bytes(owner, version.file)

    async def picture(
        self, owner: str, resume: str, number: int, page: int, width: int = 1_000
    ) -> bytes:
        """Return a page as a PNG, or raise `NotFound` where there is no such page."""
        version = (await self.get(owner, resume)).find(number)
        if version.kind not in PICTURED or not version.file or not 0 <= page < version.pages:
            raise NotFound("There is no picture of this page.")
        original = await self._papers.bytes(owner, version.file)
        return await self._reader.picture(owner, original, page, width)

    async def sent(self, owner: str) -> dict[str, list[Card]]:
        """Return the jobs each version was sent to, by the version's key."""
        book = await self._shelf.books.open(owner)
        found: dict[str, list[Card]] = defaultdict(list)
        for card in book.cards.values():
            if card.resume and not card.trashed:
                found[card.resume].append(card)
        return found
