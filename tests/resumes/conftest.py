"""Resumes on a real SQLite file and a real folder, read by the real reader."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from services.files.folder import FolderFiles
from services.matching.matcher import Matcher
from services.queue.local import LocalQueue
from services.queue.unfinished import Unfinished
from services.reading.reader import Reader
from services.resumes.adding import MOST_BYTES
from services.resumes.dossiers import Dossiers
from services.resumes.letters import Letters
from services.resumes.matches import Matches
from services.resumes.papers import Papers
from services.resumes.reading_on import ReadingOn
from services.resumes.readings import Readings
from services.resumes.resumes import Resumes
from services.resumes.shelf import Shelf
from services.resumes.sweep import Sweep
from services.storage.sqlite import SqliteTable
from tests.desk import Desk, open_desk
from tests.doubles import HeldClock

RESUME = b"""Ada Lovelace
ada@example.org

Work Experience
Programmer, Analytical Engines - London
Jan 2019 - Present
- Wrote services in Python on PostgreSQL for 300 machines
- Ran them on Kubernetes

Skills
Python, Docker, SQL
"""
POSTING = """Backend engineer

Requirements
- 3+ years of experience with Python
- PostgreSQL
- You must know Rust

Nice to have
- Docker
"""


@dataclass
class Drawer:
    """One process's view of a person's papers."""

    desk: Desk
    files: FolderFiles
    unfinished: Unfinished
    readings: Readings
    resumes: Resumes
    sweep: Sweep
    letters: Letters
    matches: Matches
    dossiers: Dossiers


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture(scope="session")
def reader() -> Reader:
    """One reader for all tests; closed with the process."""
    return Reader()


@pytest.fixture
async def drawer(tmp_path: Path, clock: HeldClock, reader: Reader) -> AsyncIterator[Drawer]:
    table = SqliteTable(tmp_path / "careervault.db", clock)
    desk = open_desk(table, clock)
    files = FolderFiles(tmp_path / "files")
    yield open_drawer(desk, files, reader)
    table.close()


def open_drawer(
    desk: Desk, files: FolderFiles, reader: Reader, most_bytes: int = MOST_BYTES
) -> Drawer:
    """Put the papers of a person beside their jobs."""
    ledger, papers = desk.ledger, Papers(files)
    shelf = Shelf(desk.books, ledger, desk.clock)
    sweep = Sweep(shelf, ledger, papers, desk.clock)
    unfinished = Unfinished(LocalQueue(desk.table, desk.clock), desk.clock)
    readings = Readings(desk.books, ledger, papers, sweep, unfinished, desk.clock)
    resumes = Resumes(shelf, papers, reader, readings, sweep, desk.clock, most_bytes=most_bytes)
    unfinished.know(ReadingOn(readings, resumes, desk.clock))
    letters = Letters(desk.books, ledger, desk.clock)
    matches = Matches(desk.table, desk.jobs, resumes, Matcher(), desk.clock)
    dossiers = Dossiers(
        desk.books, ledger, desk.jobs, resumes, letters, matches, papers, desk.clock
    )
    return Drawer(desk, files, unfinished, readings, resumes, sweep, letters, matches, dossiers)
