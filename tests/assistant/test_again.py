"""Asking again, and one thing at a time: nothing is mixed, and nothing taken back for nothing."""

import asyncio

import pytest

from services.assistant.conversation import Message, State, Voice
from services.errors import Conflict, Invalid, NotAllowed
from services.language.fake.gemini import FakeGemini
from services.language.fake.scenario import Scenario
from tests.assistant.conftest import House


async def test_asking_again_takes_back_what_followed(house: House, chat: str, fake: FakeGemini):
    fake.script.then(*[Scenario.DOWN] * 3)
    await house.ask("How am I doing?", chat)
    await house.talks.again("ada", chat, 1, "What is with Acme?")
    async for _ in house.talks.watch("ada", chat):
        pass

    said = await house.talks.messages("ada", chat)
    assert said[0].text == "What is with Acme?"
    assert [each.seq for each in said] == [1, 2]
    assert said[1].state is State.DONE


async def test_what_cannot_be_asked_again_takes_nothing_back(house: House, chat: str):
    await house.ask("How am I doing?", chat)
    await house.ask("What is with Acme?", chat)
    said = await house.talks.messages("ada", chat)
    await house.consents.revoke("ada")
    with pytest.raises(NotAllowed):
        await house.talks.again("ada", chat, 1)

    assert await house.talks.messages("ada", chat) == said


async def test_many_messages_are_taken_back_at_once(house: House, chat: str):
    await house.ask("How am I doing?", chat)
    head = await house.conversations.get("ada", chat)
    now = house.desk.clock()
    more = [
        Message(seq=3 + n, voice=Voice.PERSON, text="x", at=now, touched=now) for n in range(95)
    ]
    head = await house.conversations.keep("ada", head.model_copy(update={"last": 97}), *more)
    late = [
        Message(seq=98 + n, voice=Voice.PERSON, text="x", at=now, touched=now) for n in range(60)
    ]
    await house.conversations.keep("ada", head.model_copy(update={"last": 157}), *late)
    await house.talks.again("ada", chat, 1)
    async for _ in house.talks.watch("ada", chat):
        pass

    assert [each.seq for each in await house.talks.messages("ada", chat)] == [1, 2]
    assert (await house.conversations.get("ada", chat)).last == 2


async def test_only_ones_own_words_are_asked_again(house: House, chat: str):
    await house.ask("How am I doing?", chat)
    with pytest.raises(Invalid):
        await house.talks.again("ada", chat, 2)


async def test_one_answer_is_written_at_a_time(house: House, chat: str, fake: FakeGemini):
    fake.script.then(Scenario.STALL)
    await house.talks.ask("ada", chat, "How am I doing?")
    with pytest.raises(Conflict, match="being written"):
        await house.talks.ask("ada", chat, "And now?")
    with pytest.raises(Conflict, match="being written"):
        await house.talks.again("ada", chat, 1)
    await house.talks.stop("ada", chat)

    assert len(await house.talks.messages("ada", chat)) == 2


async def test_two_questions_at_the_same_moment_are_not_mixed(house: House, chat: str):
    asked = [house.talks.ask("ada", chat, "How am I doing?") for _ in range(4)]
    done = await asyncio.gather(*asked, return_exceptions=True)

    assert sum(isinstance(each, Conflict) for each in done) == 3
    assert len(await house.talks.messages("ada", chat)) == 2


async def test_the_same_conversation_goes_on_from_what_was_said(
    house: House, chat: str, fake: FakeGemini
):
    await house.ask("What is with Acme?", chat)
    await house.ask("And my resume?", chat)

    roles = [turn["role"] for turn in fake.requests[-1].contents]
    assert roles[:3] == ["user", "model", "user"]
    assert fake.requests[-1].said == ["What is with Acme?", "And my resume?"]
