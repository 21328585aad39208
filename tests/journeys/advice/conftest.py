"""Ada's job, her resume, and a Gemini of our own to ask about them."""

import re

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import (
    ready,
    visit,
)
from tests.reading.papers import pdf
from tests.server import Server

RESUME = (
    "Ada Lovelace",
    "Experience",
    "Analyst for the Analytical Engine, London",
    "March 2019 - June 2022",
    "- Wrote the first published algorithm for a machine",
    "- Trained three people in careful work with punched cards",
    "- Kept the notes that everybody still reads today",
)
POSTING = """Babbage & Sons look for an analyst in London
You turn a question into numbers that people trust
You write algorithms and the notes that explain them
You train the people who will use the machine
"""
ANALYSIS, SUGGESTIONS = ("Match", "Explain the match"), ("Changes", "Suggest changes")
INTERVIEW, LETTER = ("Interview", "Prepare the interview"), ("Letter", "Draft a letter")
TASKS = (ANALYSIS, SUGGESTIONS, INTERVIEW, LETTER)
"""The tab of each task, and the button in it."""
PAID = re.compile("Written on .*; to read it again costs nothing")


@pytest.fixture
def job(page: Page, house: Server, api: httpx.Client) -> str:
    """The address of Ada's job, with its posting and the resume that goes with it; it is open."""
    file = {"file": ("ada.pdf", pdf(*RESUME))}
    resume = api.post("/resumes/", files=file).raise_for_status().json()["resume"]["id"]
    draft = {"company": "Babbage & Sons", "position": "Analyst", "posting": POSTING}
    added = api.post("/jobs/", json={**draft, "resume": f"{resume}.1"}).raise_for_status().json()
    visit(page, house, f"/jobs/{added['id']}")
    return f"/jobs/{added['id']}"


@pytest.fixture
def agreed(page: Page, job: str, api: httpx.Client) -> None:
    """Ada has agreed that her texts are sent."""
    api.put("/ai/consent").raise_for_status()
    page.reload()
    ready(page)


def panel(page: Page) -> Locator:
    return page.locator("section.cv-advice:visible")


def choose(page: Page, task: tuple[str, str]) -> None:
    page.get_by_role("tab", name=task[0]).click()


def ask(page: Page, task: tuple[str, str]) -> None:
    choose(page, task)
    panel(page).get_by_role("button", name=task[1]).click()


def statements(page: Page) -> Locator:
    return panel(page).locator(".cv-statement")


def expect_done(page: Page) -> None:
    expect(panel(page).get_by_text(PAID)).to_be_visible()
