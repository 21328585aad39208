"""A table that counts what DynamoDB would charge for it, by Amazon's published rules.

A strongly consistent read takes a unit for every 4 kB and a glance half of that, a transactional
write two for every kB of the larger of old and new. Prices are on-demand in us-east-2, as listed in
November 2026.
"""

from collections.abc import Collection
from dataclasses import dataclass

from services.storage.rows import encode, epoch, place
from services.storage.table import Delete, Place, Put, Row, Table

READ_UNIT = 4096
WRITE_UNIT = 1024
GLANCE = 0.5
"""What a glance takes of a read: it is not consistent."""

PAGE = 1_048_576
NAMES = len("pk") + len("sk") + len("v") + len("d")
EXPIRY = len("x") + 6
NUMBER = 3
"""What a small number takes in an item, at most."""

DOLLARS_A_READ = 0.125 / 1_000_000
DOLLARS_A_WRITE = 0.625 / 1_000_000
DOLLARS_A_GIGABYTE = 0.25 + 0.20
"""A month of storage, and of being able to go back to any second of the last 35 days."""


@dataclass(frozen=True)
class Units:
    """What was consumed."""

    reads: float = 0
    writes: int = 0

    def __add__(self, other: "Units") -> "Units":
        return Units(self.reads + other.reads, self.writes + other.writes)

    def __sub__(self, other: "Units") -> "Units":
        return Units(self.reads - other.reads, self.writes - other.writes)

    def __mul__(self, times: int) -> "Units":
        return Units(self.reads * times, self.writes * times)

    @property
    def dollars(self) -> float:
        """Return the list price."""
        return self.reads * DOLLARS_A_READ + self.writes * DOLLARS_A_WRITE


class Metered:
    """A `Table` around another that counts; what is refused is charged too."""

    def __init__(self, table: Table) -> None:
        self.used = Units()
        self._table = table

    async def get(self, partition: str, sort: str) -> Row | None:
        row = await self._table.get(partition, sort)
        self.used += Units(reads=_units(size(row), READ_UNIT))
        return row

    async def query(self, partition: str, prefix: str = "") -> list[Row]:
        rows = await self._table.query(partition, prefix)
        self.used += Units(reads=_units(sum(map(size, rows)), READ_UNIT))
        return rows

    async def glance(self, places: Collection[Place]) -> dict[Place, Row]:
        rows = await self._table.glance(places)
        taken = sum(_units(size(rows.get(place)), READ_UNIT) for place in set(places))
        self.used += Units(reads=taken * GLANCE)
        return rows

    async def commit(self, *writes: Put | Delete) -> None:
        for write in writes:
            held = size(await self._table.get(*place(write)))
            new = size(write.row) if isinstance(write, Put) else 0
            self.used += Units(writes=2 * _units(max(held, new), WRITE_UNIT))
        await self._table.commit(*writes)


def size(row: Row | None) -> int:
    """Return how many bytes DynamoDB counts for a row."""
    if row is None:
        return 0
    keys = len(row.partition.encode()) + len(row.sort.encode())
    expiry = 0 if epoch(row) is None else EXPIRY
    return NAMES + keys + NUMBER + len(encode(row).encode()) + expiry


def _units(taken: int, unit: int) -> int:
    return max(1, -(-taken // unit))
