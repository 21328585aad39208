"""What every language model promises, whoever writes."""

import os
import subprocess
import sys

import pytest

from services.errors import Unavailable
from services.language.fake.gemini import FakeGemini
from services.language.gemini import GeminiModel
from services.language.late import LateModel
from services.language.model import LanguageModel, Material, Prompt, Tier, Usage
from services.language.silent import NoModel
from tests.language.conftest import ADVICE, NAMES
from tests.language.reading import read

LIVE_KEY = os.environ.get("CAREERVAULT_LIVE_GEMINI_KEY")


def test_the_port_is_small_and_promises_something_for_each_method():
    methods = [each for key, each in vars(LanguageModel).items() if key in {"name", "stream"}]
    public = [key for key, each in vars(LanguageModel).items() if callable(each) and key[0] != "_"]

    assert len(methods) == len(public) <= 2
    assert all(each.__doc__ for each in methods)


async def test_without_a_key_one_line_says_how_to_add_one():
    model: LanguageModel = NoModel()
    answer = await read(model, ADVICE)

    assert isinstance(answer.problem, Unavailable)
    assert str(answer.problem) == model.missing
    assert "CAREERVAULT_GEMINI_API_KEY" in str(answer.problem)
    assert "\n" not in str(answer.problem)
    with pytest.raises(Unavailable):
        model.name(Tier.DEFAULT)


async def test_a_late_model_is_opened_once_and_only_when_it_is_asked(
    model: GeminiModel, fake: FakeGemini
):
    opened: list[LanguageModel] = []

    def open_model() -> LanguageModel:
        opened.append(model)
        return model

    late = LateModel(NAMES, open_model)
    assert late.name(Tier.DEFAULT) == "gemini-3.8-flash"
    assert opened == []

    answers = [await read(late, ADVICE), await read(late, ADVICE)]
    assert opened == [model]
    assert answers[0].text == answers[1].text != ""


def test_the_start_does_not_wait_for_the_engine():
    script = "import sys, services.vault; print('google.genai' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert told.stdout == "False\n"


@pytest.mark.skipif(
    LIVE_KEY is None,
    reason="asks the real Gemini, for a fraction of a cent: set CAREERVAULT_LIVE_GEMINI_KEY",
)
@pytest.mark.parametrize("tier", Tier)
async def test_the_real_gemini_answers(tier: Tier):
    model = GeminiModel(LIVE_KEY or "", NAMES)
    material = (Material("resume", "Kept the timetable of forty buses in Leeds."),)
    answer = await read(
        model, Prompt(task="Name the city.", material=material, version="live", tier=tier)
    )
    await model.close()

    assert answer.problem is None
    assert "Leeds" in answer.text
    assert isinstance(answer.usage, Usage)
    assert answer.usage.prompt > 0
