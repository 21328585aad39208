"""Rows in one SQLite file."""

import asyncio
import os
import threading
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import apsw
import orjson

from services.clock import Clock, utc_now
from services.errors import Conflict, Unavailable
from services.storage.rows import can_stand, check, decode, epoch, place
from services.storage.table import Delete, Place, Put, Row

_T = TypeVar("_T")

SCHEMA_VERSION = 1
OLDEST_ENGINE = (3, 51, 3)
"""Before this version two connections could lose committed pages when the log was reset."""

_BUSY_MILLISECONDS = 10_000
_READERS = 4
_SWEPT_AT_ONCE = 20

_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS rows (
    partition TEXT NOT NULL,
    sort TEXT NOT NULL,
    version INTEGER NOT NULL,
    expires INTEGER,
    body TEXT NOT NULL,
    PRIMARY KEY (partition, sort)
) STRICT;
CREATE INDEX IF NOT EXISTS expiring ON rows (expires) WHERE expires IS NOT NULL;
PRAGMA user_version = {SCHEMA_VERSION};
"""
_SWEEP = """
DELETE FROM rows WHERE rowid IN (SELECT rowid FROM rows WHERE expires <= ? LIMIT ?)
"""
_GET = """
SELECT partition, sort, version, expires, body FROM rows
WHERE partition = ? AND sort = ? AND (expires IS NULL OR expires > ?)
"""
_HELD = """
SELECT version FROM rows
WHERE partition = ? AND sort = ? AND (expires IS NULL OR expires > ?)
"""
# No text in UTF-8 holds the byte 0xFF, so the prefix followed by it is past all that start so.
_QUERY = """
SELECT partition, sort, version, expires, body FROM rows
WHERE partition = ? AND sort >= ? AND sort < CAST(? AS TEXT)
AND (expires IS NULL OR expires > ?)
ORDER BY sort
"""
_PARTITIONS = """
SELECT DISTINCT partition FROM rows
WHERE partition >= ? AND partition < CAST(? AS TEXT) AND (expires IS NULL OR expires > ?)
ORDER BY partition
"""
_GLANCE = """
SELECT rows.partition, rows.sort, version, expires, body
FROM json_each(?) AS wanted CROSS JOIN rows
ON rows.partition = wanted.value ->> 0 AND rows.sort = wanted.value ->> 1
WHERE expires IS NULL OR expires > ?
"""
_PUT = """
INSERT INTO rows (partition, sort, version, expires, body) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (partition, sort) DO UPDATE
SET version = excluded.version, expires = excluded.expires, body = excluded.body
"""
_DELETE = "DELETE FROM rows WHERE partition = ? AND sort = ?"


class SqliteTable:
    """A `Table` in a file that several processes may share."""

    def __init__(self, path: Path, now: Clock = utc_now) -> None:
        _prepare(path)
        self._writing = _Lane(path, threads=1)
        self._reading = _Lane(path, threads=_READERS)
        self._now = now

    async def get(self, partition: str, sort: str) -> Row | None:
        if not can_stand(partition, sort):
            return None
        rows = await self._read(_GET, (partition, sort, self._second()))
        return rows[0] if rows else None

    async def query(self, partition: str, prefix: str = "") -> list[Row]:
        if not can_stand(partition, prefix or "any"):
            return []
        end = prefix.encode() + b"\xff"
        return await self._read(_QUERY, (partition, prefix, end, self._second()))

    async def partitions(self, prefix: str) -> list[str]:
        values = (prefix, prefix.encode() + b"\xff", self._second())
        return await self._reading.run(
            lambda connection: [name for (name,) in connection.execute(_PARTITIONS, values)]
        )

    async def glance(self, places: Collection[Place]) -> dict[Place, Row]:
        wanted = orjson.dumps([place for place in places if can_stand(*place)]).decode()
        rows = await self._read(_GLANCE, (wanted, self._second()))
        return {(row.partition, row.sort): row for row in rows}

    async def commit(self, *writes: Put | Delete) -> None:
        checked = check(writes)
        second = self._second()

        def work(connection: apsw.Connection) -> None:
            with _transaction(connection):
                connection.execute(_SWEEP, (second, _SWEPT_AT_ONCE))
                for write, text in checked:
                    _write(connection, write, text, second)

        await self._writing.run(work)

    def close(self) -> None:
        """Finish what is under way and leave the file; what is asked later is `Unavailable`."""
        self._reading.close()
        self._writing.close()

    async def _read(self, statement: str, values: tuple[Any, ...]) -> list[Row]:
        return await self._reading.run(
            lambda connection: [_row(*found) for found in connection.execute(statement, values)]
        )

    def _second(self) -> int:
        return int(self._now().timestamp())


@contextmanager
def _transaction(connection: apsw.Connection) -> Iterator[None]:
    # Not apsw's own `with connection`: that stops every thread while it waits for lock or disk.
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _write(connection: apsw.Connection, write: Put | Delete, text: str, second: int) -> None:
    keys = place(write)
    expected = write.row.version if isinstance(write, Put) else write.version
    if (connection.execute(_HELD, (*keys, second)).get or 0) != expected:
        raise Conflict
    if isinstance(write, Put):
        connection.execute(_PUT, (*keys, expected + 1, epoch(write.row), text))
    else:
        connection.execute(_DELETE, keys)


def _row(partition: str, sort: str, version: int, expires: int | None, body: str) -> Row:
    until = None if expires is None else datetime.fromtimestamp(expires, UTC)
    return Row(partition, sort, decode(body), version, until)


class _Lane:
    """Threads that each keep a connection of their own, and open it anew after an error."""

    def __init__(self, path: Path, threads: int) -> None:
        self._path = path
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="sqlite")
        self._own = threading.local()
        self._open: set[apsw.Connection] = set()

    async def run(self, work: Callable[[apsw.Connection], _T]) -> _T:
        try:
            future = asyncio.get_running_loop().run_in_executor(self._pool, self._do, work)
        except RuntimeError:  # the pool takes nothing more once it is shut down
            raise Unavailable from None
        return await future

    def close(self) -> None:
        self._pool.shutdown()
        while self._open:
            self._open.pop().close(force=True)

    def _do(self, work: Callable[[apsw.Connection], _T]) -> _T:
        try:
            return work(self._connection())
        except apsw.Error as error:
            self._drop()
            raise Unavailable from error

    def _connection(self) -> apsw.Connection:
        if getattr(self._own, "connection", None) is None:
            self._own.connection = _connect(self._path)
            self._open.add(self._own.connection)
        connection: apsw.Connection = self._own.connection
        return connection

    def _drop(self) -> None:
        # A connection whose transaction broke on a full disk may be stuck in it: a new one is not.
        connection = getattr(self._own, "connection", None)
        if connection is not None:
            self._own.connection = None
            self._open.discard(connection)
            connection.close(force=True)


def _connect(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    connection.set_busy_timeout(_BUSY_MILLISECONDS)
    connection.pragma("synchronous", "FULL")
    connection.pragma("secure_delete", True)
    connection.pragma("trusted_schema", False)
    return connection


def check_engine(version: str) -> None:
    """Raise `Unavailable` if this version of SQLite is known to lose data."""
    if tuple(int(part) for part in version.split(".")) < OLDEST_ENGINE:
        raise Unavailable(f"SQLite {version} can lose data. Please install apsw 3.51.3 or newer.")


def _prepare(path: Path) -> None:
    """Make the file if it is absent; raise `Unavailable`, saying why, if it cannot be used."""
    check_engine(apsw.sqlite_lib_version())
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Never opened when it exists: closing it again would drop our own locks on it.
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = _connect(path)
    except (OSError, apsw.Error) as error:
        raise Unavailable(f"The database {path} cannot be opened.") from error
    try:
        _make_schema(connection, path)
    except apsw.Error as error:
        raise Unavailable(f"The database {path} cannot be used.") from error
    finally:
        connection.close(force=True)


def _make_schema(connection: apsw.Connection, path: Path) -> None:
    connection.pragma("page_size", 8192)
    connection.pragma("journal_mode", "WAL")
    with _transaction(connection):
        version = connection.pragma("user_version")
        if version > SCHEMA_VERSION:
            raise Unavailable(f"The database {path} was made by a newer CareerVault.")
        if version < SCHEMA_VERSION:
            connection.execute(_SCHEMA)
