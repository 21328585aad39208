"""The jobs of a person on a real SQLite file, under a clock that the test holds."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from services.jobs.history import History
from services.jobs.jobs import Jobs
from services.storage.sqlite import SqliteTable
from tests.desk import Desk, open_desk
from tests.doubles import HeldClock


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
async def desk(tmp_path: Path, clock: HeldClock) -> AsyncIterator[Desk]:
    table = SqliteTable(tmp_path / "careervault.db", clock)
    yield open_desk(table, clock)
    table.close()


@pytest.fixture
async def other_desk(tmp_path: Path, clock: HeldClock, desk: Desk) -> AsyncIterator[Desk]:
    """A second process on the same file."""
    table = SqliteTable(tmp_path / "careervault.db", clock)
    yield open_desk(table, clock)
    table.close()


@pytest.fixture
def jobs(desk: Desk) -> Jobs:
    return desk.jobs


@pytest.fixture
def history(desk: Desk) -> History:
    return desk.history
