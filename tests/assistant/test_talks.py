"""An answer as it is written: heard by all, kept as it grows, marked however it ends."""

from itertools import pairwise
from pathlib import Path

import pytest

from services.assistant.conversation import Message, State, Voice
from services.errors import NotAllowed, NotFound, Unavailable
from services.language.fake.gemini import FakeGemini
from services.language.fake.scenario import Scenario
from services.language.gemini import GeminiModel
from services.language.model import Tier
from services.language.silent import NoModel
from services.reading.reader import Reader
from services.storage.sqlite import SqliteTable
from tests.assistant.conftest import NAMES, House, Tab, open_house
from tests.doubles import HeldClock


async def test_a_question_is_answered_from_the_records_with_their_receipts(house: House):
    job = await house.add("Acme")
    answer = await house.ask("What is with Acme?")

    assert answer.state is State.DONE
    assert "Acme, Programmer [J1]: Applied since 2 March 2026" in answer.text
    assert [(each.id, each.path) for each in answer.receipts] == [("J1", f"/jobs/{job.id}")]
    assert answer.looks == ("Looked at 1 job",)
    assert answer.marks == ()


async def test_the_cheaper_model_answers_whoever_wants_it(house: House, fake: FakeGemini):
    await house.ask("What is with Acme?")
    await house.desk.people.choose("ada", {"is_quick": True})
    await house.ask("And with Borealis?")

    models = [asked.model for asked in fake.requests]
    assert models[0] == NAMES[Tier.DEFAULT]
    assert models[-1] == NAMES[Tier.CHEAP]


async def test_what_was_said_is_there_after_a_restart(
    house: House, chat: str, table: SqliteTable, tmp_path: Path, clock: HeldClock, reader: Reader
):
    answer = await house.ask("What is with Acme?", chat)
    later = open_house(table, tmp_path, clock, reader, NoModel())

    said = await later.talks.messages("ada", chat)
    assert [each.voice for each in said] == [Voice.PERSON, Voice.MODEL]
    assert said[1] == answer
    assert (await later.conversations.get("ada", chat)).title == "What is with Acme?"


async def test_two_tabs_hear_the_same(house: House, chat: str, tab: Tab):
    other = Tab()
    house.talks.listen("ada", chat, other)
    await house.ask("What is with Acme?", chat)

    assert tab.heard == other.heard
    assert tab.heard[0].text == "What is with Acme?"
    texts = [each.text for each in tab.heard[1:-1]]
    assert all(later.startswith(sooner) for sooner, later in pairwise(texts))


async def test_somebody_else_hears_nothing(house: House, chat: str):
    charles, elsewhere = Tab(), Tab()
    house.talks.listen("charles", chat, charles)
    house.talks.listen("ada", "another", elsewhere)
    await house.ask("What is with Acme?", chat)

    assert (charles.heard, elsewhere.heard) == ([], [])


async def test_what_is_looked_at_is_told_before_the_answer(house: House, chat: str, tab: Tab):
    await house.ask("What is with Acme?", chat)
    looking = [each for each in tab.heard if each.looks and not each.text]

    assert looking[0].looks == ("Looked at 1 job",)


async def test_who_stops_keeps_what_had_come(house: House, chat: str, tab: Tab, fake: FakeGemini):
    fake.script.then(Scenario.WELL, Scenario.SLOW)
    await house.talks.ask("ada", chat, "How am I doing?")
    await tab.has_text.wait()
    await house.talks.stop("ada", chat)

    kept = (await house.talks.messages("ada", chat))[-1]
    assert kept.state is State.STOPPED
    assert kept.text.startswith("This is what your records say.")
    assert "You stopped this" in kept.problem
    assert (await house.spending.calls("ada"))[0].purpose == "assistant"


BREAKS = {
    "a cut connection": Scenario.CUT,
    "an end without a reason": Scenario.SILENT,
    "an error midway": Scenario.ERROR_MIDWAY,
    "a far side that says no more": Scenario.STALL,
}


@pytest.mark.parametrize("scenario", BREAKS.values(), ids=BREAKS)
async def test_what_breaks_off_is_kept_and_marked(
    house: House, chat: str, fake: FakeGemini, scenario: Scenario
):
    fake.script.then(Scenario.WELL, scenario)
    answer = await house.ask("How am I doing?", chat)

    assert answer.state is State.BROKEN
    assert answer.text.startswith("This is what")
    assert "broke off" in answer.problem


FAILS = {
    "asked too often": ([Scenario.LIMITED], "asked too often", 37),
    "down": ([Scenario.DOWN] * 3, "not answering", 0),
    "declined": ([Scenario.PROMPT_BLOCKED], "declined", 0),
}


@pytest.mark.parametrize(("scenarios", "words", "wait"), FAILS.values(), ids=FAILS)
async def test_trouble_is_told_in_words_and_the_question_is_kept(
    house: House, chat: str, fake: FakeGemini, scenarios: list[Scenario], words: str, wait: int
):
    fake.script.then(*scenarios)
    answer = await house.ask("How am I doing?", chat)

    assert (answer.state, answer.text, answer.wait) == (State.FAILED, "", wait)
    assert words in answer.problem
    assert (await house.talks.messages("ada", chat))[0].text == "How am I doing?"


async def test_the_part_that_was_kept_of_a_killed_answer_waits_and_is_marked_in_the_end(
    house: House,
    chat: str,
    table: SqliteTable,
    tmp_path: Path,
    clock: HeldClock,
    reader: Reader,
):
    turn = await house.assistant.ask("ada", chat, "How am I doing?")
    part = turn.answer.model_copy(update={"text": "This is what your"})
    await house.conversations.save("ada", chat, part)
    later = open_house(table, tmp_path, clock, reader, NoModel())

    async def shown() -> Message:
        return (await later.talks.messages("ada", chat))[-1]

    assert ((await shown()).state, (await shown()).problem) == (State.WRITING, "")
    clock.forward(seconds=7)
    assert ((await shown()).state, (await shown()).text) == (State.WRITING, "This is what your")
    assert "Another one will write it" in (await shown()).problem
    clock.forward(minutes=3)
    assert ((await shown()).state, (await shown()).text) == (State.BROKEN, "This is what your")
    assert "broke off" in (await shown()).problem


async def test_an_answer_in_a_conversation_that_was_deleted_ends(
    house: House, chat: str, tab: Tab, fake: FakeGemini
):
    fake.script.then(Scenario.WELL, Scenario.SLOW)
    await house.talks.ask("ada", chat, "How am I doing?")
    await tab.has_text.wait()
    await house.conversations.delete("ada", chat)
    await house.talks.stop("ada", chat)

    assert not house.talks.is_writing("ada", chat)
    assert await house.conversations.messages("ada", chat) == []


async def test_nothing_is_kept_or_sent_without_agreement(house: House, chat: str, fake: FakeGemini):
    await house.consents.revoke("ada")
    with pytest.raises(NotAllowed):
        await house.talks.ask("ada", chat, "How am I doing?")

    assert await house.talks.messages("ada", chat) == []
    assert len(fake.requests) == 0


async def test_without_a_key_it_says_how_to_add_one(
    table: SqliteTable, tmp_path: Path, clock: HeldClock, reader: Reader
):
    house = open_house(table, tmp_path, clock, reader, NoModel())
    chat = (await house.begin()).id
    with pytest.raises(Unavailable, match="key"):
        await house.talks.ask("ada", chat, "How am I doing?")


async def test_who_has_spent_enough_is_told_so(
    table: SqliteTable,
    tmp_path: Path,
    clock: HeldClock,
    reader: Reader,
    model: GeminiModel,
    fake: FakeGemini,
):
    poor = open_house(table, tmp_path, clock, reader, model, cap=10)
    await poor.consents.agree("ada")
    answer = await poor.ask("How am I doing?")

    assert answer.state is State.FAILED
    assert "daily limit" in answer.problem
    assert len(fake.requests) == 0


async def test_someone_elses_conversation_does_not_exist(house: House, chat: str):
    await house.consents.agree("charles")
    for deed in (
        house.talks.ask("charles", chat, "Hello"),
        house.talks.again("charles", chat, 1),
        house.conversations.get("charles", chat),
        house.conversations.delete("charles", chat),
        house.conversations.rename("charles", chat, "Mine"),
        house.proposals.accept("charles", chat, 2, 0),
    ):
        with pytest.raises(NotFound):
            await deed
    assert await house.talks.messages("charles", chat) == []


async def test_addresses_are_masked_on_the_way_and_shown_to_the_person(
    house: House, chat: str, fake: FakeGemini
):
    await house.add("Globex", next_step="Write to hr@globex.example")
    answer = await house.ask("What is with Globex?", chat)

    assert all("hr@globex.example" not in str(each.body) for each in fake.requests)
    assert "hr@globex.example" in answer.text
    assert answer.marks == ()
