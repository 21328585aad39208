"""The reader, with the real child process."""

import asyncio
import io
import os
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from PIL import Image

from services.errors import Invalid
from services.reading.confine import clean_environment
from services.reading.reader import Reader
from tests.reading import papers
from tests.reading.conftest import Offspring

LINES = ("Ada Lovelace", "Analyst at Babbage & Co.")
SLOW = papers.encoded(Image.effect_noise((2500, 3500), 90), "JPEG")
"""A picture in which Tesseract looks for letters for many seconds."""


async def until_recognising(offspring: Offspring) -> psutil.Process:
    """Return the Tesseract that a child has started, not the one that tells its languages."""
    async with asyncio.timeout(20):
        while True:
            for process in offspring():
                with suppress(psutil.NoSuchProcess):
                    if process.name() == "tesseract" and "stdin" in process.cmdline():
                        return process
            await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("ada.pdf", papers.pdf(*LINES)),
        ("ada.docx", papers.word(*LINES)),
        ("ada.txt", "\n".join(LINES).encode()),
    ],
    ids=["pdf", "docx", "text"],
)
async def test_a_paper_says_the_same_in_any_kind_of_file(reader, name, data):
    assert (await reader.read("ada", name, data)).text == "\n".join(LINES)


async def test_every_page_that_is_done_is_told(reader):
    told = []
    page = [(72, 72, "Ada")]
    await reader.read(
        "ada", "a.pdf", papers.placed(page, page, page), lambda *done: told.append(done)
    )

    assert told == [(1, 3), (2, 3), (3, 3)]


async def test_a_page_is_drawn_without_a_word_about_its_maker(reader):
    drawn = Image.open(io.BytesIO(await reader.picture("ada", papers.pdf(*LINES), 0, 300)))

    assert (drawn.format, drawn.width, drawn.text) == ("PNG", 300, {})


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"", "empty"), (b"%PDF-1.7 and nothing more", "damaged")],
    ids=["before a child is asked", "by the child"],
)
async def test_a_bad_file_is_refused_in_words(reader, data, sentence):
    with pytest.raises(Invalid, match=sentence):
        await reader.read("ada", "ada.pdf", data)


async def test_what_takes_too_long_is_stopped():
    reader = Reader(seconds=1)
    with pytest.raises(Invalid, match="took too long"):
        await reader.read("ada", "slow.jpg", SLOW)
    reader.close()


async def test_whoever_turns_away_stops_the_child_and_what_it_started(reader, offspring):
    reading = asyncio.create_task(reader.read("ada", "slow.jpg", SLOW))
    tesseract = await until_recognising(offspring)
    child = tesseract.parent()
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading

    assert not psutil.wait_procs([tesseract, child], timeout=30)[1]


async def test_a_third_file_waits_until_one_of_two_is_read(reader, offspring):
    owners = ("ada", "charles")
    first, second = (asyncio.create_task(reader.read(who, "slow.jpg", SLOW)) for who in owners)
    await until_recognising(offspring)
    third = asyncio.create_task(reader.read("eve", "ada.pdf", papers.pdf(*LINES)))
    await asyncio.wait([third], timeout=0.5)
    assert not third.done()

    first.cancel()
    assert (await third).text == "\n".join(LINES)
    second.cancel()
    await asyncio.wait([first, second])


async def test_one_persons_slow_files_keep_nobody_else_waiting(reader, offspring):
    slow = [asyncio.create_task(reader.read("ada", "slow.jpg", SLOW)) for _ in range(5)]
    await until_recognising(offspring)

    assert (await reader.read("charles", "c.pdf", papers.pdf(*LINES))).text == "\n".join(LINES)
    assert not any(task.done() for task in slow)
    for task in slow:
        task.cancel()
    await asyncio.wait(slow)


async def test_a_nursery_that_died_is_replaced(reader, offspring):
    await reader.read("ada", "ada.pdf", papers.pdf(*LINES))
    nursery = offspring()[0]
    nursery.kill()
    nursery.wait()

    assert (await reader.read("ada", "ada.pdf", papers.pdf(*LINES))).text == "\n".join(LINES)


async def test_a_child_is_confined_and_knows_no_secret(reader, monkeypatch, offspring):
    monkeypatch.setenv("GEMINI_API_KEY", "secret")
    monkeypatch.setenv("CAREERVAULT_STORAGE_SECRET", "secret")
    reading = asyncio.create_task(reader.read("ada", "slow.jpg", SLOW))
    tesseract = await until_recognising(offspring)
    process = Path(f"/proc/{tesseract.pid}")
    limits = (process / "limits").read_text()

    assert b"secret" not in (process / "environ").read_bytes()
    assert "1000000000" in limits
    assert os.getpgid(tesseract.pid) == tesseract.parent().pid
    reading.cancel()
    await asyncio.wait([reading])


def test_only_harmless_variables_are_handed_on(monkeypatch):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")

    assert {"PATH", "OMP_THREAD_LIMIT"} <= clean_environment().keys()
    assert "secret" not in clean_environment().values()


async def test_nothing_is_left_behind_when_the_reader_is_closed(reader, offspring):
    await reader.read("ada", "ada.pdf", papers.pdf(*LINES))
    reader.close()

    assert offspring() == []
