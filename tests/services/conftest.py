"""The jobs of a person on a real SQLite file, under a clock that the test holds."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from services.jobs.book import Books
from services.jobs.history import History
from services.jobs.jobs import Jobs
from services.jobs.ledger import Ledger
from services.jobs.live import Live
from services.jobs.people import People
from services.jobs.selection import Selection
from services.jobs.trash import Trash
from services.storage.sqlite import SqliteTable
from tests.doubles import HeldClock


@dataclass
class Desk:
    """One process's view of the jobs; two desks on one path are two processes."""

    table: SqliteTable
    clock: HeldClock
    books: Books
    live: Live
    jobs: Jobs
    history: History
    trash: Trash
    selection: Selection
    people: People


def open_desk(path: Path, clock: HeldClock) -> Desk:
    table = SqliteTable(path, clock)
    books = Books(table)
    live = Live(table, seconds=0.02)
    ledger = Ledger(table, books, live, clock)
    return Desk(
        table=table,
        clock=clock,
        books=books,
        live=live,
        jobs=Jobs(books, ledger, clock),
        history=History(books, ledger, clock),
        trash=Trash(table, books, live, clock),
        selection=Selection(books),
        people=People(books, ledger),
    )


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
async def desk(tmp_path: Path, clock: HeldClock) -> AsyncIterator[Desk]:
    desk = open_desk(tmp_path / "careervault.db", clock)
    yield desk
    desk.table.close()


@pytest.fixture
async def other_desk(tmp_path: Path, clock: HeldClock, desk: Desk) -> AsyncIterator[Desk]:
    """A second process on the same file."""
    other = open_desk(tmp_path / "careervault.db", clock)
    yield other
    other.table.close()


@pytest.fixture
def jobs(desk: Desk) -> Jobs:
    return desk.jobs


@pytest.fixture
def history(desk: Desk) -> History:
    return desk.history
