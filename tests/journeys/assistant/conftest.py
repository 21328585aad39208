"""Ada's search, and a Gemini of our own to ask about it."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from services.language.fake.gemini import KEY, FakeGemini
from services.language.fake.serving import serve
from tests.journeys.conftest import sign_up, visit
from tests.server import Server

POSTING = """Babbage & Sons look for an analyst in London
You turn a question into numbers that people trust
You write algorithms and the notes that explain them
"""


@pytest.fixture(scope="module")
def gemini() -> Iterator[FakeGemini]:
    """Our own Gemini, in this process so that it can be told what to do."""
    gemini = FakeGemini(pace=0.01, retry_after=2)
    with serve(gemini) as address, pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOOGLE_GEMINI_BASE_URL", address)
        yield gemini


@pytest.fixture(scope="module")
def house(gemini: FakeGemini, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose model answers, with a key that it takes."""
    house = Server(tmp_path_factory.mktemp("assistant"), gemini_api_key=KEY)
    house.start()
    yield house
    house.stop()


@pytest.fixture
def api(page: Page, house: Server) -> Iterator[httpx.Client]:
    """Ada's own client, once she has an account."""
    ada = sign_up(page, house)
    with httpx.Client(base_url=f"{house.url}/api", timeout=30) as client:
        login = {"email": ada.email, "password": ada.password}
        token = client.post("/auth/login", json=login).json()["access_token"]
        client.headers["authorization"] = f"Bearer {token}"
        yield client


@pytest.fixture
def job(api: httpx.Client) -> str:
    """Ada's one job."""
    draft = {"company": "Babbage & Sons", "position": "Analyst", "posting": POSTING}
    return str(api.post("/jobs/", json=draft).raise_for_status().json()["id"])


@pytest.fixture
def assistant(page: Page, house: Server, job: str, api: httpx.Client) -> Page:
    """The assistant's page, with everything agreed to."""
    api.put("/ai/consent").raise_for_status()
    visit(page, house, "/assistant")
    return page


def say(page: Page, words: str) -> None:
    page.get_by_label("Your question").fill(words)
    page.get_by_role("button", name="Ask", exact=True).click()


def answers(page: Page) -> Locator:
    return page.locator(".cv-said-by.is-model")


def expect_answered(page: Page, count: int = 1) -> None:
    expect(page.locator(".cv-said-by.is-model.is-done")).to_have_count(count, timeout=20_000)
