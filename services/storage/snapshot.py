"""A copy of a SQLite table at one moment, and what tells two copies apart."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

import apsw
import orjson

from services.errors import Invalid, Unavailable

_PATIENCE_MILLISECONDS = 30_000
_EVERY_ROW = "SELECT partition, sort, version, expires, body FROM rows ORDER BY partition, sort"


def copy_at_one_moment(database: Path, copy: Path, beside: Callable[[], None]) -> None:
    """Copy the table, and do what belongs to the same moment while nobody can write.

    Readers go on meanwhile; writers wait. Raise `Unavailable` if the table cannot be copied.
    """
    with _in_words(database), closing(_open(database)) as held, closing(_open(database)) as source:
        held.execute("BEGIN IMMEDIATE")
        try:
            with closing(apsw.Connection(str(copy))) as target:
                # All pages in one step: in several, each write would make it begin anew.
                with target.backup("main", source, "main") as copying:
                    copying.step(-1)
                # One file, with no log beside it that could be forgotten.
                target.pragma("journal_mode", "DELETE")
            beside()
        finally:
            held.execute("ROLLBACK")


def digest_of_rows(copy: Path) -> tuple[int, str]:
    """Return how many rows a copy holds, and a digest of them all.

    Raise `Invalid` if the copy is damaged.
    """
    digest, count = sha256(), 0
    try:
        with closing(apsw.Connection(str(copy), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
            if connection.pragma("integrity_check") != "ok":
                raise Invalid("The database is damaged.")
            for row in connection.execute(_EVERY_ROW):
                digest.update(orjson.dumps(row) + b"\n")
                count += 1
    except apsw.Error as error:
        raise Invalid("The database is damaged.") from error
    return count, digest.hexdigest()


@contextmanager
def _in_words(database: Path) -> Iterator[None]:
    try:
        yield
    except apsw.Error as error:
        raise Unavailable(f"The database {database} cannot be copied.") from error


def _open(database: Path) -> apsw.Connection:
    connection = apsw.Connection(str(database), flags=apsw.SQLITE_OPEN_READWRITE)
    connection.set_busy_timeout(_PATIENCE_MILLISECONDS)
    return connection
