"""Advice over the real client and a real socket, with our own Gemini at the other end."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from services.advice.advice import Advice
from services.advice.ask import Ask
from services.advice.asking import Asking
from services.advice.gate import Gates
from services.advice.kept import Archive
from services.advice.update import Update
from services.files.folder import FolderFiles
from services.language.consent import Consents
from services.language.fake.gemini import KEY, FakeGemini
from services.language.gemini import GeminiModel
from services.language.model import LanguageModel, Tier
from services.language.models import Models
from services.language.spending import Spending
from services.reading.reader import Reader
from services.storage.sqlite import SqliteTable
from tests.desk import open_desk
from tests.doubles import HeldClock
from tests.resumes.conftest import Drawer, open_drawer

NAMES = {Tier.DEFAULT: "gemini-3.8-flash", Tier.CHEAP: "gemini-3.5-flash-lite"}
DOLLAR = 1_000_000

RESUME = """Ada Lovelace
ada@example.org

Work Experience
Programmer, Analytical Engines, London
Jan 2019 - Present
- Wrote services in Python on PostgreSQL for 300 machines
- Ran them on Kubernetes and cut the cost of hosting by 12%
"""
POSTING = """Backend engineer at Babbage & Sons
You bring three years of experience with Python in production
You know PostgreSQL and its query planner well
We are a small team that writes everything down
"""


OpenHouse = Callable[..., Awaitable["House"]]


@dataclass
class House:
    """What stands between a person and the model."""

    drawer: Drawer
    consents: Consents
    spending: Spending
    advice: Advice


@pytest.fixture
async def model(fake: FakeGemini, served: tuple[FakeGemini, str]) -> AsyncIterator[GeminiModel]:
    async def nap(_: float) -> None:
        pass

    model = GeminiModel(KEY, NAMES, base_url=served[1], sleep=nap, silence=3.0)
    yield model
    await model.close()


@pytest.fixture(scope="session")
def gates() -> Gates:
    return Gates()


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
async def open_house(
    tmp_path: Path, clock: HeldClock, gates: Gates, reader: Reader
) -> AsyncIterator[OpenHouse]:
    table = SqliteTable(tmp_path / "careervault.db", clock)

    async def open_(model: LanguageModel, cap: int = DOLLAR) -> House:
        drawer = open_drawer(open_desk(table, clock), FolderFiles(tmp_path / "files"), reader)
        consents = Consents(table, clock)
        await consents.agree("ada")
        spending = Spending(table, clock, daily_cap=cap, monthly_cap=DOLLAR)
        models = Models(model)
        asking = Asking(models, drawer.desk.jobs, drawer.resumes)
        advice = Advice(asking, models, consents, spending, Archive(table), gates)
        return House(drawer, consents, spending, advice)

    yield open_
    table.close()


@pytest.fixture
async def house(open_house: OpenHouse, model: GeminiModel) -> House:
    return await open_house(model)


async def last(advice: Advice, ask: Ask, owner: str = "ada") -> Update:
    """Read advice to its end."""
    updates = [update async for update in advice.write(owner, ask)]
    return updates[-1]
