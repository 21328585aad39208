"""Nobody keeps others waiting, and nobody fills the memory with what waits."""

import asyncio

import pytest

from services.errors import TooMany
from services.reading.turns import MOST_WAITING, Turns


async def test_what_waits_of_one_person_is_bounded():
    turns, hold = Turns(2), asyncio.Event()

    async def wait(whose: str, size: int) -> None:
        async with turns.turn(whose, size):
            await hold.wait()

    waiting = [asyncio.create_task(wait("ada", MOST_WAITING // 6)) for _ in range(6)]
    await asyncio.sleep(0)
    with pytest.raises(TooMany):
        await wait("ada", 10)
    others = asyncio.create_task(wait("charles", 10))
    hold.set()
    await asyncio.gather(*waiting, others)
    await wait("ada", MOST_WAITING)
