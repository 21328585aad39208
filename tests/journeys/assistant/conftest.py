"""Ada's search, and a Gemini of our own to ask about it."""

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import visit
from tests.server import Server

POSTING = """Babbage & Sons look for an analyst in London
You turn a question into numbers that people trust
You write algorithms and the notes that explain them
"""


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
    expect(page.locator(".cv-said-by.is-model.is-done")).to_have_count(count)
