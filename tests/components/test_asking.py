"""What the forms of the account hand on and answer, without a browser."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
from nicegui import ui
from nicegui.testing import User, user_simulation

from components.asking import Asking
from components.session_list import browser_words
from components.stage_list import MEANINGS, StageList
from services.errors import Conflict, Invalid
from services.jobs.stages import DEFAULT_STAGES, StageKind, Stages

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"


class Answered(Asking):
    """Keeps the answers that a browser would hear."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Any] = []

    def run_method(self, name: str, *args: Any, **_: Any) -> Any:
        self.answers.append((name, *args))


@pytest.fixture
async def ada() -> AsyncIterator[User]:
    async with user_simulation() as user:
        yield user


async def answers(ada: User, outcome: Any) -> list[Any]:
    """Ask once for something with this outcome and return what the browser hears."""
    made: list[Answered] = []

    async def deed(_: Mapping[str, Any]) -> Any:
        ui.label("asked")
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    @ui.page("/")
    def page() -> None:
        form = Answered()
        form.on_asked("save", deed)
        made.append(form)

    await ada.open("/")
    ada.find(Answered).trigger("save", {})
    await ada.should_see("asked")
    return made[0].answers


@pytest.mark.parametrize(
    ("outcome", "answer"),
    [
        ("a token", {"done": "a token"}),
        (None, {"done": None}),
        (Conflict("It is on."), {"problem": "It is on.", "fields": {}}),
        (Invalid("No.", {"name": "Long."}), {"problem": "No.", "fields": {"name": "Long."}}),
    ],
    ids=["done", "nothing to tell", "refused", "refused at a field"],
)
async def test_each_request_is_answered(ada, outcome, answer):
    assert await answers(ada, outcome) == [("answered", answer)]


async def test_an_arrangement_comes_back_as_records_and_a_new_stage_gets_an_id(ada):
    heard: list[Stages] = []

    async def arrange(stages: Stages, seen: Stages) -> Stages:
        heard.extend([stages, seen])
        ui.label("arranged")
        return stages

    @ui.page("/")
    def page() -> None:
        StageList(arrange).show(DEFAULT_STAGES, {})

    await ada.open("/")
    known = [stage.model_dump(mode="json") for stage in DEFAULT_STAGES.every]
    new = {"id": "", "name": "Take-home", "kind": "assessment", "colour": "teal"}
    ada.find(StageList).trigger("arrange", {"stages": [*known, new], "seen": known})
    await ada.should_see("arranged")
    assert heard[1] == DEFAULT_STAGES
    assert heard[0].every[-1].id


def test_every_kind_says_what_it_means():
    assert set(MEANINGS) == set(StageKind)


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (f"{WINDOWS} Gecko/20100101 Firefox/144.0", "Firefox on Windows"),
        (f"{WINDOWS} AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0", "Edge on Windows"),
        ("Mozilla/5.0 (iPhone; CPU) Version/19.0 Mobile Safari/604.1", "Safari on an iPhone"),
        ("Mozilla/5.0 (Linux; Android 16) Chrome/142.0 Safari/537.36", "Chrome on Android"),
        ("curl/8.14", "An unknown browser"),
        ("Something (Linux)", "A browser on Linux"),
        ("", "An unknown browser"),
    ],
)
def test_a_browser_is_named_in_words(agent, words):
    assert browser_words(agent) == words
