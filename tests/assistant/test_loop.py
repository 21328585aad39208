"""The loop is bounded, whatever a model asks for, and stays with the one whose session it is."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from services.assistant.conversation import Message, State
from services.assistant.loop import MOST_BYTES, MOST_CALLS, MOST_ROUNDS
from services.assistant.tools import KNOWN
from services.language.fake.gemini import FakeGemini
from services.language.fake.scenario import Scenario
from services.language.model import Piece, Prompt, Tier, Usage
from services.language.turns import ToolCall, ToolResult
from services.reading.reader import Reader
from services.storage.sqlite import SqliteTable
from tests.assistant.conftest import POSTING, House, open_house
from tests.doubles import HeldClock

SECRET = "Charles's secret engine"

names = st.sampled_from([*KNOWN, "delete_job", "send_mail", "fetch", "", "Search_Jobs"])
values = st.one_of(
    st.text(max_size=40),
    st.integers(),
    st.booleans(),
    st.none(),
    st.sampled_from(["J1", "[J1]", "charles", "all", "J999", "30d"]),
    st.lists(st.text(max_size=5), max_size=3),
)
keys = st.sampled_from(
    ["query", "job", "owner", "person", "status", "days", "kind", "value", "on", "resume", "most"]
)
calls = st.builds(
    lambda name, arguments: (name, arguments), names, st.dictionaries(keys, values, max_size=4)
)
plans = st.lists(
    st.tuples(st.text(max_size=30), st.lists(calls, max_size=12)), min_size=1, max_size=8
)


class ScriptedModel:
    """Says and asks for what it was told to, round by round, and then the last of it for ever."""

    missing: str | None = None

    def __init__(self, plan: list[tuple[str, list[tuple[str, dict[str, Any]]]]]) -> None:
        self._plan = plan
        self.prompts: list[Prompt] = []

    def name(self, tier: Tier) -> str:
        return "gemini-3.8-flash"

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        text, wishes = self._plan[min(len(self.prompts), len(self._plan) - 1)]
        self.prompts.append(prompt)
        yield text
        for number, (name, arguments) in enumerate(wishes):
            yield ToolCall(name, arguments, f"{number}", b"thought")
        yield Usage(prompt=1, answer=1)


async def answered(
    model: ScriptedModel, folder: str, reader: Reader, postings: str = POSTING
) -> tuple[House, Message]:
    """Have Ada's question answered by the model, beside a secret of Charles's."""
    clock = HeldClock()
    table = SqliteTable(Path(folder) / "careervault.db", clock)
    try:
        house = open_house(table, Path(folder), clock, reader, model)
        await house.consents.agree("ada")
        await house.add("Acme", posting=postings)
        await house.add("Globex", posting=postings)
        await house.add(SECRET, "charles", notes=SECRET, posting=SECRET)
        return house, await house.ask("What is with Acme?")
    finally:
        table.close()


def shown(model: ScriptedModel) -> list[ToolResult]:
    """Return all that the model was shown for one answer."""
    parts = [part for turn in model.prompts[-1].turns for part in turn.parts]
    return [part for part in parts if isinstance(part, ToolResult)]


@given(plan=plans)
@settings(max_examples=60, deadline=None)
def test_never_more_is_looked_at_than_allowed_and_never_what_is_anothers(plan: Any):
    model = ScriptedModel(plan)
    with TemporaryDirectory() as folder:
        _, message = asyncio.run(answered(model, folder, Reader()))

    found = shown(model)
    assert len(model.prompts) <= MOST_ROUNDS
    assert len(found) <= MOST_CALLS
    assert sum(len(each.text.encode()) for each in found) <= MOST_BYTES + 60 * len(found)
    assert message.state.is_over
    assert SECRET not in str(found)
    assert SECRET not in message.text
    assert all(each.path.startswith(("/jobs/", "/resumes/")) for each in message.receipts)


@given(plan=plans)
@settings(max_examples=30, deadline=None)
def test_every_call_that_is_sent_back_has_its_result_and_its_thoughts(plan: Any):
    model = ScriptedModel(plan)
    with TemporaryDirectory() as folder:
        asyncio.run(answered(model, folder, Reader()))

    turns = model.prompts[-1].turns[1:]
    for asked, found in zip(turns[::2], turns[1::2], strict=True):
        wishes = [part for part in asked.parts if isinstance(part, ToolCall)]
        assert wishes == [part.call for part in found.parts if isinstance(part, ToolResult)]
        assert all(each.signature == b"thought" for each in wishes)


async def test_much_text_is_cut_to_what_fits_one_answer(tmp_path: Path, reader: Reader):
    look = [("look_at_job", {"job": "J1"})] * 2
    model = ScriptedModel([("", [("search_jobs", {})]), ("", look), ("", look), ("Done.", [])])
    _, message = await answered(model, str(tmp_path), reader, "long words " * 5_000)

    found = shown(model)
    assert message.text == "Done."
    assert sum(len(each.text.encode()) for each in found) <= MOST_BYTES + 60
    assert "There is more than fits here" in str(found)


async def test_a_model_that_only_looks_is_told_to_answer_and_then_left(
    house: House, fake: FakeGemini
):
    fake.script.usual = Scenario.LOOPING
    await house.add("Acme")
    answer = await house.ask("How am I doing?")

    modes = [each.body["toolConfig"]["functionCallingConfig"]["mode"] for each in fake.requests]
    assert modes == ["AUTO", "AUTO", "AUTO", "NONE"]
    assert len(answer.looks) <= MOST_CALLS
    assert answer.state is State.DONE


async def test_a_model_that_says_nothing_is_not_taken_for_an_answer(tmp_path: Path, reader: Reader):
    _, message = await answered(ScriptedModel([("", [])]), str(tmp_path), reader)

    assert message.state is State.FAILED
    assert "gave no answer" in message.problem


async def test_each_round_is_paid_for(house: House, fake: FakeGemini):
    await house.add("Acme")
    answer = await house.ask("Tell me about the posting at Acme")

    calls = await house.spending.calls("ada")
    assert len(calls) == len(fake.requests) == 3
    assert all(call.cost > 0 and call.purpose == "assistant" for call in calls)
    assert answer.cost == sum(call.cost for call in calls)
