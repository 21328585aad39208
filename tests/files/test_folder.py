"""What is special to `FolderFiles`: who may read it, and what a full or a killed machine leaves."""

import contextlib
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from services.errors import Unavailable
from services.files.folder import FolderFiles, _written

KILLED_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from services.files.folder import _written
with _written(Path(sys.argv[1]), b"half"):
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "files"


def everything(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


async def test_nobody_else_on_the_machine_can_read_a_file(folder):
    await FolderFiles(folder).put("ada", "resume", b"")
    assert [mode(folder / "ada"), mode(folder / "ada" / "resume")] == [0o700, 0o600]


async def test_nothing_is_left_beside_what_was_put_and_deleted(folder):
    files = FolderFiles(folder)
    await files.put("ada", "resume", b"one")
    await files.put("ada", "letter", b"two")
    await files.delete("ada", "letter")
    assert everything(folder) == [".arriving", "ada", "ada/resume"]


async def test_a_stranger_among_the_files_is_not_listed(folder):
    files = FolderFiles(folder)
    await files.put("ada", "resume", b"")
    (folder / "ada" / ".DS_Store").touch()
    (folder / "ada" / "notes of the operator").touch()
    assert list(await files.names("ada")) == ["resume"]


def test_what_a_killed_process_left_is_cleared_away_at_the_next_start(folder):
    FolderFiles(folder)
    killed = [sys.executable, "-c", KILLED_WHILE_WRITING, folder / ".arriving"]
    assert subprocess.run(killed).returncode == -signal.SIGKILL
    assert len(everything(folder)) == 2

    FolderFiles(folder)
    assert everything(folder) == [".arriving"]


async def test_a_second_process_does_not_clear_away_what_the_first_is_writing(folder):
    FolderFiles(folder)
    with _written(folder / ".arriving", b"under way") as arriving:
        FolderFiles(folder)
        assert arriving.read_bytes() == b"under way"


@contextlib.contextmanager
def small_files_only():
    """As on a full disk, a write beyond these bytes fails; so would one to the log of a test run,
    if this lasted any longer than the write."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignoring = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignoring)


async def test_a_write_that_the_disk_refuses_is_said_and_leaves_nothing(folder):
    files = FolderFiles(folder)
    with pytest.raises(Unavailable, match="too large"), small_files_only():
        await files.put("ada", "resume", bytes(200_000))
    assert everything(folder) == [".arriving", "ada"]


def test_a_folder_that_cannot_be_made_is_said_at_the_start(folder):
    folder.write_text("a file is in its place")
    with pytest.raises(Unavailable, match="cannot be used"):
        FolderFiles(folder)
