import asyncio
import json
from contextlib import aclosing
from dataclasses import replace
from datetime import timedelta
from itertools import cycle, islice
from types import NoneType

import pytest

from services.errors import TooMany, Unavailable, VaultError
from services.language.fake.gemini import KEY, FakeGemini
from services.language.fake.scenario import Scenario
from services.language.fake.serving import serve
from services.language.gemini import GeminiModel
from services.language.model import Blocked, Tier, Truncated, Usage
from tests.language.conftest import ADVICE, NAMES
from tests.language.reading import read, until


async def test_an_answer_comes_in_pieces_and_says_what_it_took(model: GeminiModel):
    pieces = [piece async for piece in model.stream(ADVICE)]

    texts = [piece for piece in pieces if isinstance(piece, str)]
    assert len(texts) > 5
    assert "“Kept the timetable of forty buses in Leeds from 2019 to 2024”" in "".join(texts)
    assert isinstance(pieces[-1], Usage)
    assert min(pieces[-1].prompt, pieces[-1].answer, pieces[-1].thought) > 0


async def test_a_small_task_goes_to_the_cheap_model(model: GeminiModel, fake: FakeGemini):
    await read(model, replace(ADVICE, tier=Tier.CHEAP))
    assert fake.requests[0].model == model.name(Tier.CHEAP) == "gemini-3.5-flash-lite"


async def test_thinking_is_asked_for_by_its_level_alone(model: GeminiModel, fake: FakeGemini):
    await read(model, ADVICE)

    assert fake.requests[0].settings == {
        "maxOutputTokens": 8192,
        "thinkingConfig": {"thinkingLevel": "LOW"},
    }


async def test_a_slow_but_steady_answer_is_read_to_its_end():
    fake = FakeGemini(pace=0.05)
    with serve(fake) as url:
        model = GeminiModel(KEY, NAMES, base_url=url, silence=0.4)
        assert (await read(model, ADVICE)).problem is None
        await model.close()
    assert int(fake.requests[0].headers["x-server-timeout"]) >= 60, "nor does Google give it up"


BREAKS = [Scenario.CUT, Scenario.SILENT, Scenario.ERROR_MIDWAY]


@pytest.mark.parametrize("scenario", BREAKS)
async def test_an_answer_that_breaks_off_keeps_its_beginning(
    model: GeminiModel, fake: FakeGemini, scenario: Scenario
):
    whole = await read(model, ADVICE)
    fake.script.then(scenario)
    broken = await read(model, ADVICE)

    assert isinstance(broken.problem, Truncated)
    assert broken.text
    assert whole.text.startswith(broken.text)
    assert broken.usage
    assert len(fake.requests) == 2, "nothing is asked twice once text has come"


async def test_an_answer_that_stalls_is_given_up(hasty: GeminiModel, fake: FakeGemini):
    fake.script.then(Scenario.STALL)
    assert isinstance((await read(hasty, ADVICE)).problem, Truncated)
    assert len(fake.requests) == 1


async def test_a_model_that_says_nothing_is_not_asked_again(hasty: GeminiModel, fake: FakeGemini):
    fake.script.then(Scenario.MUTE)
    answer = await read(hasty, ADVICE)

    assert type(answer.problem) is Unavailable
    assert "too long" in str(answer.problem)
    assert len(fake.requests) == 1


async def test_an_answer_beyond_its_length_is_cut_off(model: GeminiModel, fake: FakeGemini):
    fake.script.then(Scenario.HUGE)
    answer = await read(model, ADVICE)

    assert isinstance(answer.problem, Truncated)
    assert 0 < len(answer.text) < 200_000


async def test_an_answer_that_ran_out_of_tokens_says_so(model: GeminiModel):
    answer = await read(model, replace(ADVICE, most_tokens=40))
    assert isinstance(answer.problem, Truncated)
    assert "too long" in str(answer.problem)


@pytest.mark.parametrize("scenario", [Scenario.PROMPT_BLOCKED, Scenario.ANSWER_BLOCKED])
async def test_what_the_model_declines_is_not_a_fault(
    model: GeminiModel, fake: FakeGemini, scenario: Scenario
):
    fake.script.then(scenario)
    answer = await read(model, ADVICE)
    assert isinstance(answer.problem, Blocked)
    assert answer.usage


async def test_a_quota_says_when_to_come_back(model: GeminiModel, fake: FakeGemini):
    fake.script.then(Scenario.LIMITED)
    answer = await read(model, ADVICE)

    assert isinstance(answer.problem, TooMany)
    assert answer.problem.wait == timedelta(seconds=37)
    assert "37 seconds" in str(answer.problem)
    assert len(fake.requests) == 1


PASSING = [Scenario.DOWN, Scenario.FAILING, Scenario.CUT_AT_ONCE]


@pytest.mark.parametrize("scenario", PASSING)
async def test_what_passes_is_tried_three_times(
    model: GeminiModel, fake: FakeGemini, naps: list[float], scenario: Scenario
):
    fake.script.then(scenario, scenario, scenario)
    assert type((await read(model, ADVICE)).problem) is Unavailable
    assert len(fake.requests) == 3
    assert naps == [0.5, 1.5]


@pytest.mark.parametrize("scenario", PASSING)
async def test_what_has_passed_goes_unnoticed(
    model: GeminiModel, fake: FakeGemini, scenario: Scenario
):
    fake.script.then(scenario, scenario)
    assert (await read(model, ADVICE)).problem is None


async def test_a_server_that_is_not_there_is_told_in_words():
    async def nap(_: float) -> None: ...

    model = GeminiModel(KEY, NAMES, base_url="http://127.0.0.1:9", sleep=nap)
    answer = await read(model, ADVICE)
    assert type(answer.problem) is Unavailable
    assert "cannot be reached" in str(answer.problem)


SET_UP = {
    "a wrong key": ("wrong", NAMES, Tier.DEFAULT, "CAREERVAULT_GEMINI_API_KEY"),
    "a model that is gone": (KEY, {Tier.DEFAULT: "gemini-1.5-pro"}, Tier.DEFAULT, "gemini-1.5-pro"),
    "a cheap model that is gone": (KEY, {Tier.CHEAP: "old"}, Tier.CHEAP, "CAREERVAULT_CHEAP_MODEL"),
}


@pytest.mark.parametrize(("key", "names", "tier", "word"), SET_UP.values(), ids=SET_UP)
async def test_a_wrong_setting_is_named(
    url: str, key: str, names: dict[Tier, str], tier: Tier, word: str
):
    model = GeminiModel(key, names, base_url=url)
    answer = await read(model, replace(ADVICE, tier=tier))
    await model.close()

    assert type(answer.problem) is Unavailable
    assert word in str(answer.problem)


async def test_thoughts_are_not_part_of_the_answer():
    parts = [{"text": "Hm. ", "thought": True}, {"text": "Yes."}]
    event = {"candidates": [{"content": {"parts": parts}, "finishReason": "STOP"}]}

    async def think(scope, receive, send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        body = f"data: {json.dumps(event)}\r\n\r\n".encode()
        await send({"type": "http.response.body", "body": body})

    with serve(think) as url:
        model = GeminiModel(KEY, NAMES, base_url=url)
        assert (await read(model, ADVICE)).text == "Yes."
        await model.close()


async def test_a_request_that_is_not_accepted_is_told_in_words():
    async def refuse(scope, receive, send) -> None:
        await send({"type": "http.response.start", "status": 400, "headers": []})
        await send({"type": "http.response.body", "body": b'{"error": {"code": 400}}'})

    with serve(refuse) as url:
        model = GeminiModel(KEY, NAMES, base_url=url)
        assert "did not accept" in str((await read(model, ADVICE)).problem)
        await model.close()


async def test_whoever_stops_reading_hangs_up(model: GeminiModel, fake: FakeGemini):
    fake.script.then(Scenario.STALL)
    async with aclosing(model.stream(ADVICE)) as pieces:
        await anext(pieces)
    await until(lambda: any(each is fake.requests[0] for each in fake.abandoned))


async def test_a_cancelled_call_hangs_up(model: GeminiModel, fake: FakeGemini):
    fake.script.then(Scenario.MUTE)
    call = asyncio.create_task(read(model, ADVICE))
    await until(lambda: bool(fake.requests))
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    await until(lambda: any(each is fake.requests[0] for each in fake.abandoned))


async def test_fifty_calls_at_once_do_not_mix(model: GeminiModel):
    answers = await asyncio.gather(*(read(model, ADVICE) for _ in range(50)))
    assert len({answer.text for answer in answers}) == 1
    assert all(answer.problem is None for answer in answers)


FAULTS: dict[Scenario, type[VaultError] | None] = {
    Scenario.LIMITED: TooMany,
    Scenario.DOWN: Unavailable,
    Scenario.FAILING: Unavailable,
    Scenario.CUT: Truncated,
    Scenario.CUT_AT_ONCE: Unavailable,
    Scenario.SILENT: Truncated,
    Scenario.ERROR_MIDWAY: Truncated,
    Scenario.PROMPT_BLOCKED: Blocked,
    Scenario.ANSWER_BLOCKED: Blocked,
    Scenario.RUBBISH: Unavailable,
    Scenario.HUGE: Truncated,
    Scenario.WELL: None,
}


async def test_a_hundred_faults_leave_a_model_that_works(model: GeminiModel, fake: FakeGemini):
    for fault, expected in islice(cycle(FAULTS.items()), 100):
        fake.script.usual = fault
        assert type((await read(model, ADVICE)).problem) is (expected or NoneType), fault


RUBBISH = [
    b"data: 7\r\n\r\n",
    b"data: {\r\n\r\n",
    b'data: {"error":[]}\r\n\r\n',
    b'data: {"error":{"code":"x"}}\r\n\r\n',
    b'data: {"candidates":[{"content":{"parts":[{"text":7}]}}]}\r\n\r\n',
    b'data: {"usageMetadata":{"promptTokenCount":"many"}}\r\n\r\n',
    b"<html>sorry</html>",
    b"\xff\xfe\x00",
    b"",
]


@pytest.mark.parametrize("body", RUBBISH)
async def test_bytes_that_are_no_answer_end_in_words(body: bytes):
    async def answer(scope, receive, send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": body})

    with serve(answer) as url:
        model = GeminiModel(KEY, NAMES, base_url=url)
        assert isinstance((await read(model, ADVICE)).problem, Unavailable)
        await model.close()
