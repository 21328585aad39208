"""The guide answers from the records without a model, with the same receipts."""

from datetime import date

import pytest

from services.assistant.conversation import Voice
from services.assistant.topic import Topic
from services.jobs.stages import Outcome
from services.language.fake.gemini import FakeGemini
from tests.assistant.conftest import House


async def asked(house: House, topic: Topic) -> str:
    chat = (await house.begin()).id
    return (await house.guide.ask("ada", chat, topic))[1].text


@pytest.mark.parametrize("topic", Topic)
async def test_an_empty_search_has_an_answer_to_each_question(house: House, topic: Topic):
    text = await asked(house, topic)

    assert text
    assert "[J" not in text


async def test_this_week_is_what_is_due_what_is_under_way_and_how_it_goes(house: House):
    await house.add("Acme", next_step="Call them", next_step_on=date(2026, 3, 5))
    text = await asked(house, Topic.WEEK)

    assert text.startswith("1 application this week.")
    assert "**Due**\n\n- Acme, Programmer [J1]: Call them, 5 March 2026" in text


async def test_silence_is_measured_by_ones_own_replies(house: House):
    for number in range(24):
        await house.add(f"Company {number}")
    house.desk.clock.forward(days=8)
    jobs = await house.desk.jobs.cards("ada")
    await house.desk.jobs.close("ada", [card.id for card in jobs[:22]], Outcome.REJECTED)
    house.desk.clock.forward(days=40)
    text = await asked(house, Topic.SILENT)

    assert "came by day 8." in text
    assert "Company 0, Programmer [J" in text
    assert "48 days without a word" in text


async def test_an_answer_is_kept_with_its_receipts_and_costs_nothing(
    house: House, fake: FakeGemini
):
    job = await house.add("Acme")
    house.desk.clock.forward(days=40)
    chat = (await house.begin()).id
    question, answer = await house.guide.ask("ada", chat, Topic.STUCK)

    kept = await house.talks.messages("ada", chat)
    assert kept == [question, answer]
    assert answer.voice is Voice.CODE
    assert [each.path for each in answer.receipts] == [f"/jobs/{job.id}"]
    assert (answer.marks, answer.unknown) == ((), 0)
    assert len(fake.requests) == 0
    assert (await house.conversations.get("ada", chat)).title == "What is stuck?"


async def test_a_model_may_go_on_from_what_the_guide_has_shown(house: House):
    await house.add("Acme")
    house.desk.clock.forward(days=40)
    chat = (await house.begin()).id
    await house.guide.ask("ada", chat, Topic.STUCK)
    answer = await house.ask("What is with Acme?", chat)

    assert [each.id for each in answer.receipts] == ["J1"]
