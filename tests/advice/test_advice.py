"""Written advice, from the click to what is kept."""

import asyncio

import pytest

from services.advice.ask import Ask, Kind
from services.advice.kept import State
from services.language.fake.gemini import FakeGemini
from services.language.fake.scenario import Scenario
from tests.advice.conftest import POSTING, RESUME, House, last

ANALYSIS = Ask(kind=Kind.ANALYSIS, posting=POSTING, resume_text=RESUME)


@pytest.mark.parametrize("kind", Kind)
async def test_every_kind_of_advice_comes_to_its_end(house: House, kind: Kind):
    update = await last(house.advice, ANALYSIS.model_copy(update={"kind": kind}))

    assert update.state is State.DONE
    assert update.result.statements
    assert update.result.unverified == 0


async def test_every_quote_is_a_piece_of_its_source(house: House):
    update = await last(house.advice, ANALYSIS)

    quotes = [quote for each in update.result.statements for quote in each.quotes]
    sources = {"resume": RESUME, "posting": POSTING}
    assert quotes
    assert all(sources[each.source][each.start : each.end] == each.text for each in quotes)


async def test_the_same_question_is_paid_once(house: House, fake: FakeGemini):
    first = await last(house.advice, ANALYSIS)
    second = await last(house.advice, ANALYSIS)

    assert first.cost > 0
    assert (second.cost, second.is_paid, second.result) == (0, True, first.result)
    assert len(fake.requests) == 1


async def test_who_can_be_reached_elsewhere_now_is_not_shown_the_old_address(house: House):
    old = RESUME.replace(
        "- Wrote services", "- Told old@example.org of every Python release\n- Wrote services"
    )
    first = await last(house.advice, ANALYSIS.model_copy(update={"resume_text": old}))
    assert "old@example.org" in first.model_dump_json()

    new = ANALYSIS.model_copy(update={"resume_text": old.replace("old@", "new@")})
    second = await last(house.advice, new)
    assert not second.is_paid
    assert "old@example.org" not in second.model_dump_json()


async def test_two_who_ask_the_same_at_once_share_one_call(house: House, fake: FakeGemini):
    updates = await asyncio.gather(*(last(house.advice, ANALYSIS) for _ in range(2)))

    assert updates[0] == updates[1]
    assert len(fake.requests) == 1


async def test_what_breaks_off_is_kept_and_marked(house: House, fake: FakeGemini):
    fake.script.then(Scenario.CUT)
    update = await last(house.advice, ANALYSIS)

    assert update.state is State.TRUNCATED
    assert (await house.advice.get("ada", update.key)).state is State.TRUNCATED
