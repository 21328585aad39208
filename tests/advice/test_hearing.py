"""Hearing an answer: soon, not too often, and to its end."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from services.advice.hearing import Hearing
from services.language.model import Piece, Truncated, Usage


async def pieces(count: int, problem: Exception | None = None) -> AsyncGenerator[Piece, None]:
    for _ in range(count):
        yield "word "
        await asyncio.sleep(0)
    yield Usage(answer=count)
    if problem:
        raise problem


async def test_a_burst_is_told_a_few_times_and_heard_whole():
    hearing = Hearing(pieces(500))
    beats = [len(hearing.text) async for _ in hearing.beats()]

    assert 1 <= len(beats) < 50
    assert (hearing.text, hearing.usage) == ("word " * 500, Usage(answer=500))


async def test_what_breaks_the_answer_rises_after_what_came():
    hearing = Hearing(pieces(3, Truncated()))
    with pytest.raises(Truncated):
        async for _ in hearing.beats():
            pass

    assert (hearing.text, hearing.usage) == ("word word word ", Usage(answer=3))


async def test_nothing_at_all_is_no_beat():
    hearing = Hearing(pieces(0))

    assert [beat async for beat in hearing.beats()] == []
