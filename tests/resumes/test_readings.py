"""A file whose server died while it read it is read by another, once, and only if wanted."""

import asyncio
from pathlib import Path

import pytest

from services.errors import Conflict, Invalid, NotFound
from services.files.folder import FolderFiles
from services.reading.reader import Reader
from services.resumes.reading import Reading
from services.resumes.reading_on import LOST
from tests.desk import open_desk
from tests.doubles import HeldClock
from tests.resumes.conftest import RESUME, Drawer, open_drawer
from tests.waiting import until


@pytest.fixture
def other(drawer: Drawer, tmp_path: Path, clock: HeldClock, reader: Reader) -> Drawer:
    """Another process over the same rows and files."""
    return open_drawer(open_desk(drawer.desk.table, clock), FolderFiles(tmp_path / "files"), reader)


async def lose(
    drawer: Drawer, data: bytes = RESUME, name: str = "cv.txt", resume: str | None = None
) -> Reading:
    """Take a file, and die before it was read."""
    with drawer.readings.here() as id:
        return await drawer.readings.begin("ada", id, name, data, resume)


async def names(drawer: Drawer) -> list[tuple[str, int]]:
    return [(each.name, len(each.versions)) for each in await drawer.resumes.every("ada")]


async def test_what_a_killed_server_was_reading_is_read_by_another(
    drawer: Drawer, other: Drawer, clock: HeldClock
):
    await lose(drawer)
    clock.forward(seconds=30)
    assert await other.unfinished.work_once()

    assert await names(other) == [("cv", 1)]
    assert await other.readings.every("ada") == []
    [resume] = await other.resumes.every("ada")
    assert await other.resumes.original("ada", resume.id, 1) == RESUME


async def test_it_becomes_the_next_version_of_the_resume_that_it_was_meant_for(
    drawer: Drawer, other: Drawer, clock: HeldClock
):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    await lose(drawer, RESUME + b"- And one thing more\n", resume=resume.id)
    clock.forward(seconds=30)
    while await other.unfinished.work_once():
        pass

    assert await names(other) == [("cv", 2)]


async def test_nothing_is_added_to_a_resume_in_the_trash(
    drawer: Drawer, other: Drawer, clock: HeldClock
):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    await lose(drawer, RESUME + b"- And one thing more\n", resume=resume.id)
    await drawer.resumes.trash("ada", resume.id)
    clock.forward(seconds=30)
    while await other.unfinished.work_once():
        pass

    [failed] = await other.readings.every("ada")
    assert "in the trash" in failed.problem
    [thrown] = await other.resumes.trashed("ada")
    assert len(thrown.versions) == 1


async def test_a_file_that_was_read_leaves_nothing_to_do(
    drawer: Drawer, other: Drawer, clock: HeldClock
):
    await drawer.resumes.add("ada", "cv.txt", RESUME)
    assert await drawer.readings.every("ada") == []
    clock.forward(seconds=30)

    assert await other.unfinished.work_once()
    assert await names(other) == [("cv", 1)]


async def test_two_servers_that_read_the_same_keep_it_once(drawer: Drawer, other: Drawer):
    reading = await lose(drawer)
    both = await asyncio.gather(
        drawer.resumes.read_on("ada", reading),
        other.resumes.read_on("ada", reading),
        return_exceptions=True,
    )

    assert await names(drawer) == [("cv", 1)]
    assert all(isinstance(each, Conflict) or each.is_new for each in both)


async def test_what_cannot_be_read_is_said_until_it_is_dismissed(
    drawer: Drawer, other: Drawer, clock: HeldClock
):
    reading = await lose(drawer, b"%PDF-1.7 nothing", "broken.pdf")
    heard: list[int] = []
    other.desk.live.listen("ada", heard.append)
    clock.forward(seconds=30)
    await other.unfinished.work_once()

    [failed] = await other.readings.every("ada")
    assert (failed.file_name, failed.problem[:19]) == ("broken.pdf", "This PDF is damaged")
    assert heard
    assert await other.files.names("ada") == {}
    await other.readings.dismiss("ada", reading.id)
    assert await other.readings.every("ada") == []
    with pytest.raises(NotFound):
        await other.readings.dismiss("ada", reading.id)


async def test_a_file_whose_bytes_are_gone_is_said_to_be_lost(
    drawer: Drawer, other: Drawer, clock: HeldClock
):
    reading = await lose(drawer)
    await drawer.files.delete("ada", reading.file)
    clock.forward(seconds=30)
    await other.unfinished.work_once()

    assert [each.problem for each in await other.readings.every("ada")] == [LOST]


async def test_what_was_taken_back_is_not_read(drawer: Drawer, other: Drawer, clock: HeldClock):
    reading = await lose(drawer)
    await other.readings.dismiss("ada", reading.id)
    clock.forward(seconds=30)
    await other.unfinished.work_once()

    assert await names(other) == []
    assert await other.files.names("ada") == {}


async def test_what_is_refused_leaves_no_file(drawer: Drawer):
    for name, data in (("broken.pdf", b"%PDF-1.7 nothing"), ("a.gif", b"GIF89a"), ("a.txt", b"")):
        with pytest.raises(Invalid):
            await drawer.resumes.add("ada", name, data)

    assert await drawer.readings.every("ada") == []
    assert await drawer.files.names("ada") == {}


@pytest.mark.parametrize("is_leaving", [False, True], ids=["cancelled", "leaving"])
async def test_what_the_person_cancels_is_forgotten_and_what_we_break_off_is_not(
    drawer: Drawer, is_leaving: bool
):
    drawer.resumes.know_leaving(lambda: is_leaving)
    adding = asyncio.create_task(drawer.resumes.add("ada", "cv.txt", RESUME))
    await asyncio.sleep(0)
    adding.cancel()
    await asyncio.wait({adding})
    await asyncio.sleep(0.2)

    async def is_settled() -> bool:
        return len(await drawer.readings.every("ada")) == is_leaving

    await until(is_settled)
    assert adding.cancelled()
    assert len(await drawer.files.names("ada")) == is_leaving


async def test_the_file_of_what_is_being_read_is_neither_swept_nor_erased(
    drawer: Drawer, clock: HeldClock
):
    resume = (await drawer.resumes.add("ada", "cv.txt", RESUME)).resume
    await drawer.resumes.trash("ada", resume.id)
    reading = await lose(drawer)
    await drawer.sweep.erase("ada", resume.id)
    clock.forward(days=1)
    await drawer.sweep.sweep("ada")

    assert set(await drawer.files.names("ada")) == {reading.file}


async def test_someone_elses_reading_does_not_exist(drawer: Drawer):
    reading = await lose(drawer)
    assert await drawer.readings.every("charles") == []
    with pytest.raises(NotFound):
        await drawer.readings.dismiss("charles", reading.id)
