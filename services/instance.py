"""How an instance is, for whoever runs it: numbers alone, nothing of what people write."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from services.errors import Unavailable
from services.health import Health
from services.identity.registry import Registry
from services.language.spending import Spending
from services.record import Record


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is kept, in words; with a path if it is on this machine."""

    name: str
    words: str
    path: Path | None = None


class Kept(Record):
    """A place and how many bytes are in it, if that can be told from here."""

    name: str
    where: str
    bytes: int | None


class Overview(Record):
    """How the instance is. `people` is None where only the cloud's own console counts them.

    What advice cost everybody this month, and may cost, is in micro-dollars.
    """

    is_healthy: bool
    people: int | None
    kept: tuple[Kept, ...]
    spent: int
    cap: int


class Instance:
    """Looks at the whole instance."""

    def __init__(
        self, registry: Registry, health: Health, spending: Spending, places: Sequence[Place]
    ) -> None:
        self._registry = registry
        self._health = health
        self._spending = spending
        self._places = places

    async def overview(self) -> Overview:
        """Return how the instance is now."""
        month = await self._spending.this_month()
        return Overview(
            is_healthy=await self._health.database(),
            people=await self._people(),
            kept=tuple(await asyncio.to_thread(self._kept)),
            spent=month.spent,
            cap=month.cap,
        )

    async def _people(self) -> int | None:
        # A task in the cloud may not look at every row.
        try:
            return await self._registry.count()
        except Unavailable:
            return None

    def _kept(self) -> list[Kept]:
        return [
            Kept(name=each.name, where=each.words, bytes=_size(each.path) if each.path else None)
            for each in self._places
        ]


def _size(path: Path) -> int:
    """Return the bytes of a folder, or of a file with what its engine keeps beside it."""
    files = path.rglob("*") if path.is_dir() else path.parent.glob(f"{path.name}*")
    sizes = 0
    for file in files:
        try:
            sizes += file.stat().st_size if file.is_file() else 0
        except FileNotFoundError:
            continue  # deleted since the folder was listed
    return sizes
