"""The storage port: rows found by two keys, written by compare-and-set."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Row:
    """One stored document. Version 0 means it has never been written.

    `body` holds what JSON can hold. `expires`, where given, is an aware UTC datetime, kept to
    the second.
    """

    partition: str
    sort: str
    body: dict[str, Any]
    version: int = 0
    expires: datetime | None = None


@dataclass(frozen=True, slots=True)
class Put:
    """Store the row if its place still holds `row.version`; it is then one version further."""

    row: Row


@dataclass(frozen=True, slots=True)
class Delete:
    """Remove the row if its place still holds `version`."""

    partition: str
    sort: str
    version: int


Place = tuple[str, str]
"""A partition and a sort key: where a row is, or could be."""

MOST_WRITES = 100
"""The most writes one commit may hold, on every adapter."""

MOST_BYTES = 380_000
"""The most bytes a row's body may take as JSON, on every adapter."""


class Table(Protocol):
    """A place for rows. Adapters: `SqliteTable`, `DynamoTable`.

    Every method raises `Unavailable` if the place cannot be reached.
    """

    async def get(self, partition: str, sort: str) -> Row | None:
        """Return the row, or None if it is absent or has expired."""

    async def query(self, partition: str, prefix: str = "") -> list[Row]:
        """Return a partition's rows whose sort key starts with `prefix`, in order of the key."""

    async def partitions(self, prefix: str) -> list[str]:
        """Return the names of the partitions that start with `prefix`, in order.

        For commands of an operator's: in the cloud it looks at every row, which tasks may not.
        """

    async def glance(self, places: Collection[Place]) -> dict[Place, Row]:
        """Return the rows of any number of places, without those that are absent or have expired.

        One read for many, and a cheap one: what was written within the last second may not show
        yet, so this finds out that something has changed and never decides anything.
        """

    async def commit(self, *writes: Put | Delete) -> None:
        """Do all of the writes, or none.

        Raise `Conflict` if any place does not hold the version its write names (an expired row
        counts as absent, version 0), and `Invalid` if the writes are more than `MOST_WRITES`,
        name one place twice, a body is larger than `MOST_BYTES`, all bodies together are larger
        than 3.9 MB, or a key is empty or too long.
        """
