"""The real client of Gemini on a real socket, with our own Gemini at the other end."""

from collections.abc import AsyncIterator

import pytest

from services.language.fake.gemini import KEY, FakeGemini
from services.language.gemini import GeminiModel
from services.language.model import Material, Prompt, Tier

NAMES = {Tier.DEFAULT: "gemini-3.8-flash", Tier.CHEAP: "gemini-3.5-flash-lite"}

RESUME = Material(
    "resume",
    "Kept the timetable of forty buses in Leeds from 2019 to 2024\n"
    "Trained new drivers and wrote their handbook",
)
POSTING = Material(
    "posting",
    "You plan the timetable of our buses and trams\nYou speak Welsh well enough to teach",
)
ADVICE = Prompt(task="Give advice.", material=(RESUME, POSTING), version="1")


@pytest.fixture
def url(fake: FakeGemini, served: tuple[FakeGemini, str]) -> str:
    return served[1]


@pytest.fixture
def naps() -> list[float]:
    """How long the model slept between its tries, in seconds."""
    return []


@pytest.fixture
async def model(url: str, naps: list[float]) -> AsyncIterator[GeminiModel]:
    async def nap(seconds: float) -> None:
        naps.append(seconds)

    model = GeminiModel(KEY, NAMES, base_url=url, random=lambda: "b0undary", sleep=nap)
    yield model
    await model.close()


@pytest.fixture
async def hasty(url: str) -> AsyncIterator[GeminiModel]:
    """A model that does not wait long for a sign of life."""
    model = GeminiModel(KEY, NAMES, base_url=url, silence=0.5)
    yield model
    await model.close()
