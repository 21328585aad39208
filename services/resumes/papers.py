"""The files behind resumes: original bytes, transcripts and curricula, named by their contents."""

from collections import OrderedDict
from hashlib import sha256
from typing import TypeVar

from services.files.files import Files
from services.parsing.curriculum import Curriculum
from services.reading.transcript import Transcript
from services.record import Record

Document = TypeVar("Document", bound=Record)

MOST_HELD = 8_000_000
"""How many bytes of documents are held in memory. They never change, so none grows stale."""


class Papers:
    """Keeps papers once, however often they are used, and reads them back."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._held: OrderedDict[tuple[str, str], tuple[Record, int]] = OrderedDict()
        self._weight = 0

    async def keep(self, owner: str, data: bytes) -> str:
        """Keep bytes for good and return the name that they are found by."""
        name = sha256(data).hexdigest()
        await self._files.put(owner, name, data)
        return name

    async def keep_document(self, owner: str, document: Record) -> str:
        """Keep a record and return the name that it is found by."""
        data = document.model_dump_json(exclude_defaults=True).encode()
        name = f"{sha256(data).hexdigest()}.json"
        await self._files.put(owner, name, data)
        return name

    async def bytes(self, owner: str, name: str) -> bytes:
        """Return a paper's original bytes, or raise `NotFound`."""
        return await self._files.get(owner, name)

    async def document(self, owner: str, name: str, kind: type[Document]) -> Document:
        """Return a record that was kept, or raise `NotFound`."""
        held, _ = self._held.get((owner, name), (None, 0))
        if isinstance(held, kind):
            self._held.move_to_end((owner, name))
            return held
        data = await self._files.get(owner, name)
        read = kind.model_validate_json(data)
        self._forget(owner, name)
        self._held[owner, name] = read, len(data)
        self._weight += len(data)
        while self._weight > MOST_HELD:
            self._forget(*next(iter(self._held)))
        return read

    async def transcript(self, owner: str, name: str) -> Transcript:
        """Return what was read from a paper, or raise `NotFound`."""
        return await self.document(owner, name, Transcript)

    async def curriculum(self, owner: str, name: str) -> Curriculum:
        """Return what a person confirmed, or raise `NotFound`."""
        return await self.document(owner, name, Curriculum)

    async def discard(self, owner: str, name: str) -> None:
        """Remove a paper for good."""
        self._forget(owner, name)
        await self._files.delete(owner, name)

    async def names(self, owner: str) -> dict[str, float]:
        """Return the names of the owner's papers and the moments they were put, in epochs."""
        return {name: at.timestamp() for name, at in (await self._files.names(owner)).items()}

    def _forget(self, owner: str, name: str) -> None:
        _, weight = self._held.pop((owner, name), (None, 0))
        self._weight -= weight
