"""What goes wrong on the way to advice: told in words, paid as it was, kept as far as it came."""

import asyncio
from datetime import timedelta

import pytest

from services.advice.ask import Ask, Kind
from services.advice.kept import State
from services.errors import Invalid, NotAllowed, NotFound, TooMany, Unavailable
from services.jobs.job import JobDraft
from services.language.fake.gemini import FakeGemini
from services.language.fake.scenario import Scenario
from services.language.silent import NoModel
from tests.advice.conftest import POSTING, RESUME, House, last

LETTER = Ask(kind=Kind.LETTER, posting=POSTING, resume_text=RESUME)


async def test_without_a_key_the_words_say_how_to_add_one(open_house):
    house = await open_house(NoModel())

    for wanted in (house.advice.price("ada", LETTER), last(house.advice, LETTER)):
        with pytest.raises(Unavailable, match="CAREERVAULT_GEMINI_API_KEY"):
            await wanted


async def test_without_consent_nothing_is_sent(house: House, fake: FakeGemini):
    await house.consents.revoke("ada")

    with pytest.raises(NotAllowed, match="agree"):
        await last(house.advice, LETTER)
    assert not fake.requests


async def test_the_price_is_shown_without_sending_anything(house: House, fake: FakeGemini):
    price = await house.advice.price("ada", LETTER)
    assert not fake.requests

    update = await last(house.advice, LETTER)
    again = await house.advice.price("ada", LETTER)

    assert price.cost >= update.cost > 0
    assert (again.cost, again.tokens, again.is_paid) == (0, 0, True)


async def test_what_is_missing_is_named(house: House):
    with pytest.raises(Invalid) as refused:
        await house.advice.price("ada", Ask(kind=Kind.LETTER, posting=POSTING))

    assert list(refused.value.fields) == ["resume"]


@pytest.mark.parametrize(
    ("scenario", "error"),
    [(Scenario.LIMITED, TooMany), (Scenario.DOWN, Unavailable), (Scenario.FAILING, Unavailable)],
)
async def test_before_the_first_word_the_error_rises_and_costs_nothing(
    house: House, fake: FakeGemini, scenario: Scenario, error: type[Exception]
):
    fake.script.usual = scenario
    with pytest.raises(error) as refused:
        await last(house.advice, LETTER)

    today = await house.spending.today("ada")
    assert (today.spent, today.held) == (0, {})
    if isinstance(refused.value, TooMany):
        assert refused.value.wait == timedelta(seconds=37)


@pytest.mark.parametrize(
    ("scenario", "state"),
    [
        (Scenario.CUT, State.TRUNCATED),
        (Scenario.SILENT, State.TRUNCATED),
        (Scenario.ERROR_MIDWAY, State.TRUNCATED),
        (Scenario.STALL, State.TRUNCATED),
        (Scenario.BROKEN_JSON, State.TRUNCATED),
        (Scenario.HUGE, State.TRUNCATED),
        (Scenario.PROMPT_BLOCKED, State.BLOCKED),
        (Scenario.ANSWER_BLOCKED, State.BLOCKED),
    ],
)
async def test_an_answer_that_goes_wrong_ends_in_its_state(
    house: House, fake: FakeGemini, scenario: Scenario, state: State
):
    fake.script.then(scenario)
    update = await last(house.advice, LETTER)
    kept = await house.advice.get("ada", update.key)

    assert (update.state, kept.state, kept.result) == (state, state, update.result)
    assert update.words.endswith(".")
    assert (await house.spending.today("ada")).held == {}


async def test_of_broken_json_the_whole_pieces_are_kept(house: House, fake: FakeGemini):
    fake.script.then(Scenario.BROKEN_JSON)
    update = await last(house.advice, LETTER)

    assert update.result.of("paragraphs")
    assert not update.result.of("closing")


async def test_what_broke_off_may_be_asked_again(house: House, fake: FakeGemini):
    fake.script.then(Scenario.CUT)
    await last(house.advice, LETTER)
    update = await last(house.advice, LETTER)

    assert update.state is State.DONE
    assert (await house.advice.get("ada", update.key)).state is State.DONE


async def test_whoever_leaves_stops_the_model_and_keeps_what_came(house: House, fake: FakeGemini):
    fake.script.usual = Scenario.SLOW
    stream = house.advice.write("ada", LETTER)
    async for update in stream:
        if update.result.statements:
            break
    await stream.aclose()

    kept = await house.advice.get("ada", update.key)
    assert kept.state is State.CANCELLED
    assert kept.result.statements
    assert (await house.spending.today("ada")).held == {}


async def test_one_who_leaves_does_not_stop_the_other(house: House, fake: FakeGemini):
    fake.script.usual = Scenario.STALL
    other = asyncio.create_task(last(house.advice, LETTER))
    stream = house.advice.write("ada", LETTER)
    await anext(stream)
    await stream.aclose()

    # Cut off by the far side's silence in the end, and not by whoever left.
    assert (await other).state is State.TRUNCATED
    assert len(fake.requests) == 1


async def test_a_cap_holds_however_many_ask_at_once(open_house, model, fake: FakeGemini):
    price = await (await open_house(model)).advice.price("ada", LETTER)
    house = await open_house(model, cap=3 * price.cost)
    asks = [LETTER.model_copy(update={"notes": f"Number {each}"}) for each in range(12)]

    ended = await asyncio.gather(*(last(house.advice, ask) for ask in asks), return_exceptions=True)

    assert any(isinstance(each, TooMany) for each in ended)
    assert len(fake.requests) <= 3
    assert (await house.spending.today("ada")).spent <= 3 * price.cost


async def test_the_advice_for_a_job_is_listed_under_it(house: House):
    draft = JobDraft(company="Babbage & Sons", position="Engineer", posting=POSTING)
    job = (await house.drawer.desk.jobs.add("ada", draft)).id
    ask = LETTER.model_copy(update={"job": job, "posting": ""})
    await last(house.advice, ask)
    await last(house.advice, ask)

    assert [each.kind for each in await house.advice.of("ada", job)] == [Kind.LETTER]
    assert await house.advice.of("charles", job) == []


async def test_someone_elses_advice_is_not_found_nor_paid_for(house: House, fake: FakeGemini):
    update = await last(house.advice, LETTER)
    await house.consents.agree("charles")

    with pytest.raises(NotFound):
        await house.advice.get("charles", update.key)
    assert not (await last(house.advice, LETTER, "charles")).is_paid
