"""A tab at another server hears what is said, how an answer grows, and how it ends."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from services.assistant.conversation import Message, State, Voice
from services.assistant.topic import Topic
from services.language.fake.gemini import FakeGemini
from services.language.fake.scenario import Scenario
from tests.assistant.conftest import House, Tab, watching
from tests.doubles import HeldClock


@pytest.fixture
async def there(other: House, chat: str) -> AsyncIterator[Tab]:
    """A tab at the other server that shows the conversation as it is."""
    tab = Tab()
    other.talks.listen("ada", chat, tab)
    await other.talks.messages("ada", chat)
    async with watching(other):
        yield tab


async def soon(event: asyncio.Event) -> None:
    await asyncio.wait_for(event.wait(), 10)


def answers(tab: Tab) -> list[Message]:
    return [each for each in tab.heard if each.voice is Voice.MODEL]


async def test_a_tab_elsewhere_hears_question_growth_and_end(
    house: House, other: House, chat: str, there: Tab, fake: FakeGemini
):
    fake.script.then(Scenario.WELL, Scenario.SLOW)
    await house.talks.ask("ada", chat, "How am I doing?")
    await soon(there.has_text)
    growing = answers(there)[-1]
    await soon(there.ended)

    assert there.heard[0].text == "How am I doing?"
    assert growing.state is State.WRITING
    ended = await house.conversations.message("ada", chat, 2)
    assert answers(there)[-1] == ended
    assert ended.text.startswith(growing.text)


async def test_what_was_heard_here_is_not_told_a_second_time(
    house: House, chat: str, tab: Tab, fake: FakeGemini
):
    await house.talks.messages("ada", chat)
    async with watching(house):
        await house.ask("What is with Acme?", chat)
        heard = len(tab.heard)
        await asyncio.sleep(0.2)

    assert len(tab.heard) == heard


async def test_what_is_asked_again_elsewhere_takes_back_what_followed(
    house: House, other: House, chat: str, there: Tab
):
    for words in ("What is with Acme?", "How am I doing?"):
        await house.ask(words, chat)
    await soon(there.ended)
    await asyncio.sleep(0.1)
    there.heard.clear()
    there.ended.clear()
    await house.talks.again("ada", chat, 1, "What is silent?")
    await soon(there.ended)

    assert there.heard[0].text == "What is silent?"
    assert set(other.talks.known("ada", chat)) == {1, 2}


async def test_an_answer_without_a_model_is_heard_elsewhere(house: House, chat: str, there: Tab):
    _, answer = await house.guide.ask("ada", chat, Topic.WEEK)
    assert (await there.until(lambda each: each.voice is Voice.CODE)).text == answer.text


async def test_what_nobody_writes_any_more_is_said_to_wait_and_then_to_have_broken_off(
    house: House, chat: str, there: Tab, clock: HeldClock
):
    turn = await house.assistant.ask("ada", chat, "How am I doing?")
    part = turn.answer.model_copy(update={"text": "This is what"})
    await house.conversations.save("ada", chat, part)
    await soon(there.has_text)
    clock.forward(seconds=7)
    waits = await there.until(lambda each: each.problem)
    clock.forward(minutes=4)
    await soon(there.ended)

    assert (waits.state, waits.text) == (State.WRITING, "This is what")
    assert "Another one will write it" in waits.problem
    assert there.heard[-1].state is State.BROKEN


async def test_a_second_tab_that_opens_takes_no_news_from_the_first(
    house: House, other: House, chat: str
):
    first, second = Tab(), Tab()
    other.talks.listen("ada", chat, first)
    await other.talks.messages("ada", chat)
    answer = await house.ask("What is with Acme?", chat)
    other.talks.listen("ada", chat, second)
    await other.talks.messages("ada", chat)
    async with watching(other):
        assert await first.until(lambda each: each.seq == answer.seq) == answer


async def test_somebody_elses_tab_hears_nothing(house: House, other: House, chat: str):
    charles = Tab()
    other.talks.listen("charles", chat, charles)
    async with watching(other):
        await house.ask("What is with Acme?", chat)
        await asyncio.sleep(0.2)

    assert charles.heard == []


async def test_a_program_elsewhere_hears_an_answer_to_its_end(
    house: House, other: House, chat: str, tab: Tab, fake: FakeGemini
):
    fake.script.then(Scenario.WELL, Scenario.SLOW)
    await house.talks.ask("ada", chat, "How am I doing?")
    await soon(tab.has_text)
    async with watching(other), asyncio.timeout(20):
        heard = [message async for message in other.talks.watch("ada", chat)]

    assert heard[-1] == await house.conversations.message("ada", chat, 2)
    assert heard[-1].state is State.DONE


async def test_who_listens_to_nothing_asks_for_nothing(other: House, chat: str):
    other.talks.listen("ada", chat, Tab())  # and is gone at once
    async with watching(other):
        await asyncio.sleep(0.1)

    assert other.talks.heard() == set()
