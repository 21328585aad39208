"""What others left is finished once, by whoever knows its kind, and nothing bad ends the rest."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import pytest

from services.errors import NotAllowed, Unavailable
from services.queue.local import LocalQueue
from services.queue.unfinished import LEASE, MOST_TRIES, Unfinished
from tests.doubles import HeldClock


class Finisher:
    """Does what it is told to: `ends` are the answers it gives, the last one for good."""

    kind = "song"
    look_after = timedelta(seconds=8)
    is_promised = False

    def __init__(self, *ends: bool | Exception) -> None:
        self.ends = list(ends)
        self.seen: list[tuple[str, str]] = []
        self.has_seen = asyncio.Event()

    async def finish(self, owner: str, facts: Mapping[str, Any], asked: datetime) -> bool:
        self.seen.append((owner, str(facts["name"])))
        self.has_seen.set()
        end = self.ends.pop(0) if len(self.ends) > 1 else self.ends[0]
        if isinstance(end, Exception):
            raise end
        return end


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
def queue(desk, clock) -> LocalQueue:
    return LocalQueue(desk.table, clock)


def knowing(queue: LocalQueue, clock: HeldClock, *finishers: Finisher) -> Unfinished:
    unfinished = Unfinished(queue, clock)
    for finisher in finishers:
        unfinished.know(finisher)
    return unfinished


async def looks(unfinished: Unfinished, clock: HeldClock, times: int) -> list[bool]:
    found = []
    for _ in range(times):
        clock.forward(seconds=8)
        found.append(await unfinished.work_once())
    return found


async def test_it_is_looked_at_when_its_kind_is_due_and_once_it_has_ended_no_more(queue, clock):
    singer = Finisher(True)
    unfinished = knowing(queue, clock, singer)
    await unfinished.remember("song", "ada", {"name": "Marie"})

    assert not await unfinished.work_once()
    assert await looks(unfinished, clock, 2) == [True, False]
    assert singer.seen == [("ada", "Marie")]


async def test_what_is_alive_is_looked_at_again_for_as_long_as_it_takes(queue, clock):
    singer = Finisher(*[False] * (MOST_TRIES + 2), True)
    unfinished = knowing(queue, clock, singer)
    await unfinished.remember("song", "ada", {"name": "Marie"})

    await looks(unfinished, clock, MOST_TRIES + 4)
    assert len(singer.seen) == MOST_TRIES + 3


@pytest.mark.parametrize("is_promised", [True, False])
async def test_only_what_was_promised_is_tried_however_often_it_fails(queue, clock, is_promised):
    singer = Finisher(*[Unavailable()] * (MOST_TRIES + 1), True)
    singer.is_promised = is_promised
    unfinished = knowing(queue, clock, singer)
    await unfinished.remember("song", "ada", {"name": "Marie"})
    for _ in range(MOST_TRIES + 3):
        clock.forward(seconds=LEASE.total_seconds())
        with suppress(Unavailable):
            await unfinished.work_once()
    assert len(singer.seen) == (MOST_TRIES + 2 if is_promised else MOST_TRIES)


async def test_what_may_not_be_done_is_given_up(queue, clock):
    unfinished = knowing(queue, clock, Finisher(NotAllowed()))
    await unfinished.remember("song", "ada", {"name": "Marie"})

    assert await looks(unfinished, clock, 1) == [True]
    clock.forward(seconds=LEASE.total_seconds())
    assert not await unfinished.work_once()


async def test_a_kind_of_a_newer_server_is_left_for_one_that_knows_it(queue, clock):
    await knowing(queue, clock, Finisher(True)).remember("song", "ada", {"name": "Marie"})
    clock.forward(seconds=8)
    assert await knowing(queue, clock).work_once()
    clock.forward(seconds=LEASE.total_seconds())

    singer = Finisher(True)
    assert await knowing(queue, clock, singer).work_once()
    assert singer.seen == [("ada", "Marie")]


@pytest.mark.parametrize("trouble", [Unavailable(), ZeroDivisionError()], ids=["down", "accident"])
async def test_one_bad_piece_of_work_does_not_end_the_others(queue, clock, trouble):
    bad, good = Finisher(trouble), Finisher(True)
    good.kind = "dance"
    unfinished = knowing(queue, clock, bad, good)
    await unfinished.remember("song", "ada", {"name": "Marie"})
    await unfinished.remember("dance", "ada", {"name": "Waltz"})
    clock.forward(seconds=8)
    working = asyncio.create_task(unfinished.work())
    await asyncio.wait_for(asyncio.gather(bad.has_seen.wait(), good.has_seen.wait()), 30)

    assert not working.done()
    working.cancel()
    with suppress(asyncio.CancelledError):
        await working


class Endless(Finisher):
    """Is never done."""

    async def finish(self, owner: str, facts: Mapping[str, Any], asked: datetime) -> bool:
        self.has_seen.set()
        await asyncio.Event().wait()
        return True


async def test_what_a_stopping_server_was_doing_is_there_for_others_at_once(queue, clock):
    endless, singer = Endless(True), Finisher(True)
    unfinished = knowing(queue, clock, endless)
    await unfinished.remember("song", "ada", {"name": "Marie"})
    clock.forward(seconds=8)
    working = asyncio.create_task(unfinished.work())
    await asyncio.wait_for(endless.has_seen.wait(), 30)
    working.cancel()
    await asyncio.wait({working})

    assert await knowing(queue, clock, singer).work_once()
    assert singer.seen == [("ada", "Marie")]
    clock.forward(minutes=5)
    assert not await unfinished.work_once()
