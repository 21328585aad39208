"""Advice that its task did not live to finish is written by another, once, and only if wanted."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field

import pytest

from services.advice.ask import Ask, Kind
from services.advice.finishing import Finishing
from services.advice.kept import State
from services.advice.update import Update
from services.errors import NotAllowed, NotFound, Unavailable
from services.language.fake.gemini import FakeGemini
from services.language.fake.scenario import Scenario
from services.queue.local import LocalQueue
from services.queue.unfinished import MOST_TRIES, Unfinished
from tests.advice.conftest import POSTING, RESUME, House, OpenHouse
from tests.doubles import HeldClock

LETTER = Ask(kind=Kind.LETTER, posting=POSTING, resume_text=RESUME)


@dataclass
class Task:
    """One process: its advice, what it remembers, and whom it told to look again."""

    house: House
    unfinished: Unfinished
    finishing: Finishing
    told: list[str] = field(default_factory=list)


@pytest.fixture
async def tasks(open_house: OpenHouse, model, clock: HeldClock) -> list[Task]:
    made = []
    for _ in range(2):
        house, told = await open_house(model), list[str]()

        async def tell(owner: str, told: list[str] = told) -> None:
            told.append(owner)

        table = house.drawer.desk.table
        unfinished = Unfinished(LocalQueue(table, clock), clock)
        finishing = Finishing(table, unfinished, house.advice, tell, clock)
        made.append(Task(house, unfinished, finishing, told))
    return made


async def begin(task: Task) -> AsyncGenerator[Update, None]:
    """Ask for a letter and come as far as its first statement."""
    await task.finishing.remember("ada", LETTER)
    stream = task.house.advice.write("ada", LETTER)
    async for update in stream:
        if update.result.statements:
            break
    return stream


async def state(task: Task) -> State | None:
    held = await task.house.advice.find("ada", LETTER)
    return held.state if held else None


async def test_what_a_stopped_task_left_is_written_by_another(tasks, fake: FakeGemini, clock):
    fake.script.then(Scenario.SLOW)
    first, second = tasks
    stream = await begin(first)
    first.house.advice.know_leaving(lambda: True)
    await stream.aclose()
    held = await second.house.advice.find("ada", LETTER)
    assert held.state is State.WRITING
    assert held.result.statements
    assert "broke off" in held.words
    clock.forward(seconds=30)

    assert await second.unfinished.work_once()
    assert await state(second) is State.DONE
    assert second.told == ["ada"]
    assert not await second.unfinished.work_once()


async def test_what_was_lost_before_its_first_word_is_written_too(tasks, clock):
    await tasks[0].finishing.remember("ada", LETTER)
    clock.forward(seconds=30)
    await tasks[1].unfinished.work_once()
    assert await state(tasks[1]) is State.DONE


async def test_nobody_looks_before_there_was_time_to_write_it(tasks):
    await tasks[0].finishing.remember("ada", LETTER)
    assert not await tasks[1].unfinished.work_once()


async def test_what_came_to_its_end_is_not_asked_again(tasks, fake: FakeGemini, clock):
    await tasks[0].finishing.remember("ada", LETTER)
    async for _ in tasks[0].house.advice.write("ada", LETTER):
        pass
    clock.forward(seconds=30)

    assert await tasks[1].unfinished.work_once()
    assert len(fake.requests) == 1
    assert tasks[1].told == []


async def test_what_the_person_stopped_stays_stopped(tasks, fake: FakeGemini, clock):
    fake.script.then(Scenario.SLOW)
    stream = await begin(tasks[0])
    await stream.aclose()
    clock.forward(seconds=30)

    assert await tasks[1].unfinished.work_once()
    assert await state(tasks[1]) is State.CANCELLED


async def test_what_is_alive_elsewhere_is_left_alone(tasks, fake: FakeGemini, clock):
    fake.script.then(Scenario.SLOW)
    await tasks[0].finishing.remember("ada", LETTER)
    clock.forward(seconds=20)
    stream = tasks[0].house.advice.write("ada", LETTER)
    async for update in stream:
        if update.result.statements:
            break

    assert await tasks[1].unfinished.work_once()
    assert await state(tasks[1]) is State.WRITING
    assert len(fake.requests) == 1
    await stream.aclose()
    for _ in range(500):  # It is put away before its table is.
        if await state(tasks[0]) is not State.WRITING:
            break
        await asyncio.sleep(0.01)


async def test_what_may_not_be_written_any_more_is_given_up_and_not_kept(tasks, clock):
    await tasks[0].finishing.remember("ada", LETTER)
    await tasks[0].house.consents.revoke("ada")
    clock.forward(seconds=30)

    assert await tasks[1].unfinished.work_once()
    clock.forward(hours=1)
    assert not await tasks[1].unfinished.work_once()
    assert await tasks[0].house.drawer.desk.table.query("person#ada", "asked#") == []


@pytest.mark.parametrize("refusal", [NotAllowed, NotFound])
async def test_what_is_refused_is_not_remembered(tasks, fake: FakeGemini, clock, refusal):
    if refusal is NotAllowed:
        await tasks[0].house.consents.revoke("ada")
    ask = (
        LETTER
        if refusal is NotAllowed
        else LETTER.model_copy(update={"posting": "", "job": "gone"})
    )
    with pytest.raises(refusal):
        await tasks[0].finishing.remember("ada", ask)
    await tasks[0].house.consents.agree("ada")
    clock.forward(seconds=30)

    assert not await tasks[1].unfinished.work_once()
    assert await tasks[0].house.drawer.desk.table.query("person#ada", "asked#") == []
    assert not fake.requests


async def test_a_model_that_never_answers_is_not_asked_for_ever(tasks, fake: FakeGemini, clock):
    fake.script.usual = Scenario.DOWN
    await tasks[0].finishing.remember("ada", LETTER)
    for _ in range(MOST_TRIES):
        clock.forward(minutes=5)
        with pytest.raises(Unavailable):
            await tasks[1].unfinished.work_once()
    clock.forward(minutes=5)
    assert await tasks[1].unfinished.work_once()
    clock.forward(minutes=5)
    assert not await tasks[1].unfinished.work_once()


async def test_what_was_asked_stands_among_the_persons_own_rows_and_goes_when_it_is_done(
    tasks, clock
):
    table = tasks[0].house.drawer.desk.table
    await tasks[0].finishing.remember("ada", LETTER)
    assert RESUME.splitlines()[0] not in str(await table.query("queue"))
    assert [Ask.check(row.body) for row in await table.query("person#ada", "asked#")] == [LETTER]
    clock.forward(seconds=30)

    await tasks[1].unfinished.work_once()
    assert await table.query("person#ada", "asked#") == []


async def test_what_an_older_server_remembered_is_written(tasks, clock):
    body = {"owner": "ada", "ask": LETTER.model_dump(mode="json"), "at": clock().isoformat()}
    await LocalQueue(tasks[0].house.drawer.desk.table, clock).put(body)

    assert await tasks[1].unfinished.work_once()
    assert await state(tasks[1]) is State.DONE


async def test_what_is_too_long_to_be_remembered_can_be_written_all_the_same(tasks):
    await tasks[0].finishing.remember("ada", LETTER.model_copy(update={"posting": "ö" * 300_000}))
    assert await tasks[0].house.drawer.desk.table.query("queue") == []
