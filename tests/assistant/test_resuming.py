"""An answer whose task did not live to finish it is written by another, once, and if wanted."""

import asyncio

import pytest

from services.assistant.assistant import Turn
from services.assistant.conversation import Message, State
from services.assistant.proposal import Fate
from services.assistant.talks import KIND
from services.errors import Conflict
from services.language.fake.gemini import FakeGemini
from services.language.fake.scenario import Scenario
from tests.assistant.conftest import House, Tab
from tests.doubles import HeldClock

QUESTION = "How am I doing?"


async def lose(house: House, chat: str, words: str = QUESTION) -> Turn:
    """Ask, and die with a first piece of the answer kept."""
    turn = await house.assistant.ask("ada", chat, words)
    answer = turn.answer
    facts = {"chat": chat, "seq": str(answer.seq), "said": answer.at.isoformat()}
    await house.unfinished.remember(KIND, "ada", facts)
    grown = answer.model_copy(update={"text": "This is what your"})
    await house.conversations.save("ada", chat, grown)
    return turn


async def latest(house: House, chat: str) -> Message:
    return (await house.conversations.messages("ada", chat))[-1]


async def begin(house: House, chat: str, tab: Tab, fake: FakeGemini) -> None:
    """Ask for a slow answer, and come as far as its first words."""
    fake.script.then(Scenario.WELL, Scenario.SLOW)
    await house.talks.ask("ada", chat, QUESTION)
    await tab.has_text.wait()


async def test_what_a_killed_task_left_is_written_by_another(
    house: House, other: House, chat: str, clock: HeldClock, fake: FakeGemini
):
    await lose(house, chat)
    there = Tab()
    other.talks.listen("ada", chat, there)
    clock.forward(seconds=8)
    assert await other.unfinished.work_once()

    answer = await latest(other, chat)
    assert answer.state is State.DONE
    assert answer.text.startswith("This is what your records say.")
    assert answer.text.count("This is what your") == 1
    assert (await other.conversations.message("ada", chat, 1)).text == QUESTION
    assert there.heard[-1] == answer
    clock.forward(minutes=5)
    assert not await other.unfinished.work_once()


async def test_what_a_stopping_task_leaves_is_written_by_another_at_once(
    house: House, other: House, chat: str, tab: Tab, fake: FakeGemini
):
    await begin(house, chat, tab, fake)
    await house.talks.settle()
    left = await latest(other, chat)
    assert (left.state, left.text[:12]) == (State.WRITING, "This is what")

    assert await other.unfinished.work_once()
    assert (await latest(other, chat)).state is State.DONE


async def test_an_answer_that_came_to_its_end_is_not_paid_twice(
    house: House, other: House, chat: str, clock: HeldClock, fake: FakeGemini
):
    await house.ask(QUESTION, chat)
    asked = len(fake.requests)
    clock.forward(seconds=8)

    assert await other.unfinished.work_once()
    assert len(fake.requests) == asked


async def test_what_is_alive_elsewhere_is_left_alone_and_looked_at_again(
    house: House, other: House, chat: str, clock: HeldClock, fake: FakeGemini
):
    turn = await lose(house, chat)
    clock.forward(seconds=8)
    held = await house.conversations.message("ada", chat, turn.answer.seq)
    await house.conversations.save("ada", chat, held.model_copy(update={"touched": clock()}))

    assert await other.unfinished.work_once()
    assert (await latest(other, chat)).state is State.WRITING
    assert len(fake.requests) == 0
    clock.forward(seconds=8)
    assert await other.unfinished.work_once()
    assert (await latest(other, chat)).state is State.DONE


async def test_what_the_person_stopped_stays_stopped(
    house: House, other: House, chat: str, clock: HeldClock, fake: FakeGemini
):
    await lose(house, chat)
    await other.talks.stop("ada", chat)
    clock.forward(seconds=8)

    assert await other.unfinished.work_once()
    stopped = await latest(other, chat)
    assert (stopped.state, stopped.text) == (State.STOPPED, "This is what your")
    assert len(fake.requests) == 0


async def test_an_answer_is_stopped_from_another_task(
    house: House, other: House, chat: str, tab: Tab, fake: FakeGemini
):
    await begin(house, chat, tab, fake)
    await other.talks.stop("ada", chat)
    await asyncio.wait_for(tab.ended.wait(), 10)

    stopped = await latest(other, chat)
    assert (stopped.state, tab.heard[-1]) == (State.STOPPED, stopped)
    assert "You stopped this" in stopped.problem
    assert not house.talks.is_writing("ada", chat)


async def test_a_conversation_has_one_answer_under_way_at_all_tasks_together(
    house: House, other: House, chat: str, tab: Tab, fake: FakeGemini
):
    await begin(house, chat, tab, fake)
    with pytest.raises(Conflict, match="being written"):
        await other.talks.ask("ada", chat, "And my salary?")
    with pytest.raises(Conflict, match="being written"):
        await other.talks.again("ada", chat, 1)
    assert len(await other.conversations.messages("ada", chat)) == 2


async def test_who_has_gone_on_meanwhile_finds_the_old_answer_marked(
    house: House, other: House, chat: str, clock: HeldClock, fake: FakeGemini
):
    turn = await lose(house, chat)
    clock.forward(seconds=8)
    await other.ask("What is with Acme?", chat)
    asked = len(fake.requests)

    assert await other.unfinished.work_once()
    old = await other.conversations.message("ada", chat, turn.answer.seq)
    assert (old.state, old.text) == (State.BROKEN, "This is what your")
    assert len(fake.requests) == asked


async def test_what_was_asked_again_is_written_once(
    house: House, other: House, chat: str, clock: HeldClock, fake: FakeGemini
):
    await lose(house, chat)
    clock.forward(seconds=8)
    await other.talks.again("ada", chat, 1)
    async for _ in other.talks.watch("ada", chat):
        pass
    asked = len(fake.requests)

    assert await other.unfinished.work_once()
    assert len(fake.requests) == asked


async def test_who_took_the_agreement_back_is_sent_nothing_more(
    house: House, other: House, chat: str, clock: HeldClock, fake: FakeGemini
):
    await lose(house, chat)
    await house.consents.revoke("ada")
    clock.forward(seconds=8)

    assert await other.unfinished.work_once()
    assert (await latest(other, chat)).state is State.FAILED
    assert len(fake.requests) == 0


@pytest.mark.parametrize("is_accepted", [False, True], ids=["open", "accepted"])
async def test_a_proposal_is_made_once(
    house: House, other: House, chat: str, clock: HeldClock, fake: FakeGemini, is_accepted: bool
):
    words = "Remind me to write to Acme"
    turn = await lose(house, chat, words=words)
    whole = await house.ask(words)
    part = await house.conversations.message("ada", chat, turn.answer.seq)
    part = part.model_copy(update={"proposals": whole.proposals})
    await house.conversations.save("ada", chat, part)
    if is_accepted:
        await other.proposals.accept("ada", chat, turn.answer.seq, 0)
    clock.forward(seconds=8)
    while await other.unfinished.work_once():
        pass

    answer = await latest(other, chat)
    assert answer.state is State.DONE
    assert [each.fate for each in answer.proposals] == [Fate.ACCEPTED if is_accepted else Fate.OPEN]


async def test_what_was_in_a_conversation_that_was_deleted_is_done(
    house: House, other: House, chat: str, clock: HeldClock, fake: FakeGemini
):
    await lose(house, chat)
    await other.conversations.delete("ada", chat)
    clock.forward(seconds=8)

    assert await other.unfinished.work_once()
    assert len(fake.requests) == 0
    clock.forward(minutes=5)
    assert not await other.unfinished.work_once()
