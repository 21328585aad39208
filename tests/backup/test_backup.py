"""A backup holds one moment of a folder in use; a restore gives all of it back, or nothing."""

import asyncio
import fcntl
import os
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.wholeness import look
from services.backup.backup import RESTORING, STAGE, back_up, restore, verify
from services.errors import Conflict, Invalid, Unavailable
from services.settings import Settings
from services.vault import open_vault
from tests.backup.conftest import PASSWORD, Search

BACKUPS = 5


async def write_on(search: Search, first: int) -> None:
    number = first
    while True:
        await search.add(number)
        number += 3


async def missing_papers(data: Path, owner: str) -> set[str]:
    """Return what the rows of a restored folder name and the folder has not."""
    with closing(open_vault(Settings(data=data))) as vault:
        named = {name for resume in await vault.resumes.every(owner) for name in resume.papers}
    return named - {path.name for path in (data / "files" / owner).iterdir()}


async def test_each_backup_under_writes_is_of_one_moment(search: Search, tmp_path: Path):
    writers = [asyncio.create_task(write_on(search, first)) for first in (1, 2, 3)]
    rows = []
    for number in range(BACKUPS):
        archive = tmp_path / f"{number}.tar.gz"
        await asyncio.sleep(0.2)
        made = await asyncio.to_thread(back_up, search.data, archive)
        rows.append(made.rows)
        restored = tmp_path / f"restored-{number}"
        assert await asyncio.to_thread(restore, archive, restored) == made
        assert await missing_papers(restored, search.ada) == set()
        assert look(restored / "careervault.db").problems == []
    for writer in writers:
        writer.cancel()
    await asyncio.gather(*writers, return_exceptions=True)
    assert rows == sorted(set(rows)), "nothing was written meanwhile"


async def test_what_is_restored_is_opened_as_before(search: Search, archive: Path, tmp_path: Path):
    restore(archive, tmp_path / "new")
    with closing(open_vault(Settings(data=tmp_path / "new"))) as vault:
        proof = await vault.identity.sign_in("ada@example.org", PASSWORD)
        [resume] = await vault.resumes.every(search.ada)
        [card] = await vault.jobs.cards(search.ada)

        assert proof.person == search.ada
        assert (await vault.jobs.get(search.ada, card.id)).notes == "They keep a giraffe."
        assert await vault.resumes.original(search.ada, resume.id, 1)


def test_a_backup_of_what_was_restored_has_the_same_digest(archive: Path, tmp_path: Path):
    restore(archive, tmp_path / "new")
    again = back_up(tmp_path / "new", tmp_path / "again.tar.gz")
    assert again.digest == verify(archive).digest


async def test_one_more_row_makes_another_digest(search: Search, archive: Path, tmp_path: Path):
    await search.add(2)
    assert back_up(search.data, tmp_path / "b.tar.gz").digest != verify(archive).digest


def test_an_archive_and_what_comes_of_it_are_read_by_nobody_else(archive: Path, tmp_path: Path):
    restore(archive, tmp_path / "new")
    everything = [archive, tmp_path / "new", *(tmp_path / "new").rglob("*")]
    assert [path for path in everything if path.stat().st_mode & 0o077] == []


def test_an_archive_is_never_written_over(search: Search, archive: Path):
    before = archive.read_bytes()
    with pytest.raises(Conflict):
        back_up(search.data, archive)
    assert archive.read_bytes() == before


def test_two_backups_at_once_do_not_share_a_stage(search: Search, tmp_path: Path):
    handle = os.open(search.data, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with pytest.raises(Conflict, match="already"):
        back_up(search.data, tmp_path / "b.tar.gz")
    os.close(handle)


def test_what_a_killed_backup_left_is_cleared_away(search: Search, tmp_path: Path):
    (search.data / STAGE / "files" / "ada").mkdir(parents=True)
    (search.data / STAGE / "files" / "ada" / "erased").write_text("a resume long gone")
    made = back_up(search.data, tmp_path / "b.tar.gz")

    assert not (search.data / STAGE).exists()
    assert "files/ada/erased" not in made.members


def test_nothing_is_restored_over_something(archive: Path, tmp_path: Path):
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "diary").write_text("mine")
    with pytest.raises(Conflict):
        restore(archive, tmp_path / "new")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["diary"]


def test_a_restore_that_was_killed_is_begun_anew(archive: Path, tmp_path: Path):
    half = tmp_path / "new"
    (half / RESTORING).mkdir(parents=True)
    (half / "secret").write_text("half")
    assert restore(archive, half) == verify(archive)
    assert not (half / RESTORING).exists()


def test_a_folder_without_a_database_has_nothing_to_back_up(tmp_path: Path):
    with pytest.raises(Invalid):
        back_up(tmp_path, tmp_path / "b.tar.gz")


def test_a_place_that_cannot_be_written_is_said_in_words(search: Search, tmp_path: Path):
    with pytest.raises(Unavailable, match="cannot be written"):
        back_up(search.data, tmp_path / "nowhere" / "b.tar.gz")
    assert not (search.data / STAGE).exists()
