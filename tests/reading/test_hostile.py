"""Every hostile file is read or refused in words, quickly, and harms nobody."""

import asyncio
from collections.abc import Iterator

import psutil
import pytest

from services.errors import Invalid
from services.reading.reader import Reader
from tests.reading import papers
from tests.reading.hostile import File, corpus

SECONDS = 2.5


@pytest.fixture
def impatient() -> Iterator[Reader]:
    reader = Reader(seconds=SECONDS)
    yield reader
    reader.close()


@pytest.fixture(scope="module")
def files() -> list[File]:
    return list(corpus())


async def test_no_hostile_file_harms_anybody(impatient, files, offspring):
    # As many people as files, for those of one person wait for each other.
    outcomes = await asyncio.gather(
        *(_try(impatient, trick, name, data) for trick, name, data in files)
    )
    plain = await impatient.read("ada", "a.pdf", papers.pdf("Ada"))

    assert len(files) >= 240
    tricks = [trick for trick, _, _ in files]
    assert [each for each in zip(tricks, outcomes, strict=True) if each[1] is not None] == []
    assert plain.text == "Ada"
    nursery = offspring()[0]
    assert psutil.wait_procs(nursery.children(), timeout=30)[1] == []


async def _try(reader: Reader, whose: str, name: str, data: bytes) -> str | None:
    """Return what is wrong with how the file was treated, if anything is."""
    try:
        transcript = await reader.read(whose, name, data)
    except Invalid as problem:
        return None if len(str(problem)) < 250 and str(problem).endswith(".") else str(problem)
    return None if transcript.text else "nothing was read"


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("a billion laughs", "definitions"),
        ("a part of 60 MB", "unfolds"),
        ("a part of 40 MB", "unfolds"),
        ("3,000 members", "unfolds"),
        ("64 million dots of one bit", "40 million dots"),
        ("a PNG of 60000 by 60000", "40 million dots|damaged"),
        ("a lock", "password"),
        ("60 pages", "has 60 pages"),
        ("a.png as a.pdf", "inside is a PNG picture"),
    ],
)
async def test_a_trick_is_answered_with_its_own_sentence(reader, files, part, sentence):
    [(name, data)] = [(name, data) for trick, name, data in files if trick == part]
    with pytest.raises(Invalid, match=sentence):
        await reader.read("ada", name, data)


async def test_a_maze_is_left_when_its_time_is_up(impatient, files):
    [maze] = [data for trick, _, data in files if trick == "forms 10 wide and 9 deep"]
    with pytest.raises(Invalid, match="took too long"):
        await impatient.read("ada", "a.pdf", maze)
