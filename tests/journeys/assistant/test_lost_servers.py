"""Two servers over the same data: what is answered at one shows at the other, and outlives it."""

import time
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Page, expect

from services.language.fake.gemini import KEY, FakeGemini
from services.language.fake.scenario import Scenario
from tests.journeys.assistant.conftest import answers, expect_answered, say
from tests.journeys.conftest import StartServer, ready, visit
from tests.server import Server


@pytest.fixture
def other(start_server: StartServer, house: Server) -> Server:
    """Another server over the same data, to be killed."""
    return start_server(house.data, gemini_api_key=KEY)


@pytest.fixture
def there(other: Server, api: httpx.Client) -> Iterator[httpx.Client]:
    """Ada's client at the other server."""
    with other.client("/api", headers=api.headers) as client:
        yield client


def begin(assistant: Page) -> str:
    """Have something said in a conversation, and return its address at the REST door."""
    say(assistant, "What is with Babbage?")
    expect_answered(assistant)
    return f"/assistant/conversations/{assistant.url.rpartition('/')[2]}"


def ask_and_hear_a_word(there: httpx.Client, chat: str) -> None:
    """Ask a slow model, and hang up at the first words."""
    with there.stream("POST", f"{chat}/messages", json={"words": "How am I doing?"}) as events:
        next(line for line in events.iter_lines() if '"text":"This' in line)


def test_an_answer_at_another_server_grows_and_ends_on_the_open_page(
    assistant: Page, there: httpx.Client, gemini: FakeGemini
) -> None:
    chat = begin(assistant)
    gemini.script.then(Scenario.WELL, Scenario.SLOW)
    ask_and_hear_a_word(there, chat)
    expect(answers(assistant).last).to_contain_text("This is what")
    expect(answers(assistant).last).to_have_attribute("aria-busy", "true")

    expect_answered(assistant, 2)
    said = there.get(chat).json()["said"]
    assert answers(assistant).last.inner_text().startswith(said[-1]["looks"][0])
    expect(answers(assistant).last).to_contain_text("Shall I look at one of them closer?")


def test_an_answer_is_stopped_from_the_page_of_another_server(
    assistant: Page, there: httpx.Client, gemini: FakeGemini
) -> None:
    chat = begin(assistant)
    gemini.script.then(Scenario.WELL, Scenario.SLOW)
    ask_and_hear_a_word(there, chat)
    assistant.get_by_role("button", name="Stop").click()

    expect(answers(assistant).last.get_by_role("alert")).to_contain_text("You stopped this.")
    until = time.monotonic() + 30
    while (state := there.get(chat).json()["said"][-1]["state"]) == "writing":
        assert time.monotonic() < until, "its writer has not noticed"
    assert state == "stopped"


def test_an_answer_outlives_its_server_which_was_killed(
    assistant: Page, house: Server, other: Server, there: httpx.Client, gemini: FakeGemini
) -> None:
    chat = begin(assistant)
    gemini.script.then(Scenario.WELL, Scenario.STALL)
    ask_and_hear_a_word(there, chat)
    expect(answers(assistant).last).to_contain_text("This is what")
    other.kill()

    expect(assistant.locator(".cv-said-by.is-model.is-done")).to_have_count(2, timeout=60_000)
    expect(answers(assistant).last).to_contain_text("Shall I look at one of them closer?")
    visit(assistant, house, assistant.url.removeprefix(house.url))
    ready(assistant)
    expect_answered(assistant, 2)
    expect(answers(assistant)).to_have_count(2)
