"""Advice goes on without the tab that asked for it, and every tab hears the same."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from nicegui.testing import user_simulation

from app.writings import Progress, Writings
from services.advice.ask import Ask, Kind
from services.advice.finishing import Finishing
from services.advice.kept import State
from services.clock import utc_now
from services.jobs.job import JobDraft
from services.language.fake.gemini import FakeGemini
from services.language.fake.scenario import Scenario
from services.queue.local import LocalQueue
from services.queue.unfinished import Unfinished
from tests.advice.conftest import POSTING, RESUME, House


class Tab:
    """Keeps what it hears."""

    def __init__(self) -> None:
        self.heard: list[Progress] = []
        self.begun = asyncio.Event()
        self.ended = asyncio.Event()

    def hear(self, progress: Progress) -> None:
        self.heard.append(progress)
        if progress.update or progress.is_over:
            self.begun.set()
        if progress.is_over:
            self.ended.set()


@pytest.fixture
async def writings(house: House) -> AsyncIterator[Writings]:
    async def nobody(_: str) -> None:
        pass

    table = house.drawer.desk.table
    unfinished = Unfinished(LocalQueue(table, utc_now), utc_now)
    async with user_simulation():
        yield Writings(house.advice, Finishing(table, unfinished, house.advice, nobody, utc_now))


@pytest.fixture
async def ask(house: House) -> Ask:
    """Advice on a job of Ada's; the texts are given, so that no resume need be read."""
    draft = JobDraft(company="Babbage & Sons", position="Engineer", posting=POSTING)
    job = await house.drawer.desk.jobs.add("ada", draft)
    return Ask(kind=Kind.ANALYSIS, job=job.id, resume_text=RESUME)


async def test_two_tabs_hear_the_same(writings: Writings, ask: Ask):
    tabs = [Tab(), Tab()]
    for tab in tabs:
        writings.listen("ada", ask.job, tab)
    writings.start("ada", ask)
    await tabs[0].ended.wait()

    assert tabs[0].heard == tabs[1].heard
    assert tabs[0].heard[0] == Progress(Kind.ANALYSIS)
    assert writings.under_way("ada", ask.job) == []


async def test_somebody_else_hears_nothing(writings: Writings, ask: Ask):
    ada, charles, elsewhere = Tab(), Tab(), Tab()
    writings.listen("ada", ask.job, ada)
    writings.listen("charles", ask.job, charles)
    writings.listen("ada", "another", elsewhere)
    writings.start("ada", ask)
    await ada.ended.wait()

    assert (charles.heard, elsewhere.heard) == ([], [])


async def test_it_goes_on_when_its_tab_is_gone(writings: Writings, house: House, ask: Ask):
    writings.start("ada", ask)
    late = Tab()
    writings.listen("ada", ask.job, late)
    await late.ended.wait()

    assert [each.state for each in await house.advice.of("ada", ask.job)] == [State.DONE]


async def test_a_second_click_asks_nothing_more(writings: Writings, ask: Ask, fake: FakeGemini):
    tab = Tab()
    writings.listen("ada", ask.job, tab)
    writings.start("ada", ask)
    writings.start("ada", ask)
    await tab.ended.wait()

    assert len(fake.requests) == 1


async def test_what_is_stopped_is_kept_before_it_is_over(
    writings: Writings, house: House, ask: Ask, fake: FakeGemini
):
    fake.script.then(Scenario.STALL)
    tab = Tab()
    writings.listen("ada", ask.job, tab)
    writings.start("ada", ask)
    await tab.begun.wait()
    assert [each.kind for each in writings.under_way("ada", ask.job)] == [Kind.ANALYSIS]
    writings.stop("ada", ask.job, Kind.ANALYSIS)
    await tab.ended.wait()

    assert [each.state for each in await house.advice.of("ada", ask.job)] == [State.CANCELLED]


async def test_a_refusal_is_told_with_the_time_to_wait(
    writings: Writings, ask: Ask, fake: FakeGemini
):
    fake.script.then(Scenario.LIMITED)
    tab = Tab()
    writings.listen("ada", ask.job, tab)
    writings.start("ada", ask)
    await tab.ended.wait()

    assert "asked too often" in tab.heard[-1].problem
    assert tab.heard[-1].wait == 37
