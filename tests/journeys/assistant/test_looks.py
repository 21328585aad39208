"""The assistant without a key, its settings, and how it is used by anybody on anything."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from services.language.fake.gemini import KEY, FakeGemini
from services.language.fake.scenario import Scenario
from tests.journeys.assistant.conftest import answers, expect_answered, say
from tests.journeys.conftest import (
    PHONE,
    NewPage,
    Sample,
    StartServer,
    ready,
    serious_findings,
    sign_in,
    sign_up,
    visit,
)
from tests.server import Server

QUESTIONS = (
    "What should I do this week?",
    "What is stuck?",
    "Which applications are silent past my usual wait?",
    "How is my search going?",
    "What do my offers and postings pay?",
)


def test_without_a_key_the_guide_answers_with_receipts(page: Page, sample: Sample) -> None:
    sign_in(page, sample.server, sample.person)
    page.wait_for_url(f"{sample.server.url}/")
    visit(page, sample.server, "/assistant")
    expect(page.get_by_text("add one of your own under Account")).to_be_visible()
    page.get_by_role("button", name=QUESTIONS[0]).click()
    told = page.locator(".cv-said-by.is-code")
    expect(told).to_have_count(1)
    expect(told).to_contain_text("Counted from your records, without a model")
    expect(told.locator(".cv-receipt").first).to_be_visible()
    for number, question in enumerate(QUESTIONS[1:], 2):
        page.get_by_role("button", name=question).click()
        expect(told).to_have_count(number)
    expect(page.get_by_role("button", name="Edit and ask again")).to_have_count(0)
    assert serious_findings(page) == []


def test_an_empty_search_is_a_designed_state(page: Page, server: Server) -> None:
    sign_up(page, server)
    visit(page, server, "/assistant")
    expect(page.get_by_role("heading", name="Ask about your search")).to_be_visible()
    assert serious_findings(page) == []
    page.get_by_role("button", name=QUESTIONS[0]).click()
    expect(page.get_by_text("Nothing is due.")).to_be_visible()


def nothing(_: Page) -> None:
    """The page as it opens."""


def talked(page: Page) -> None:
    say(page, "Remind me to write to Babbage")
    expect_answered(page)


@pytest.mark.parametrize("deed", [nothing, talked], ids=["opening", "talking"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_anybody_can_use_it_on_a_laptop(
    assistant: Page, new_page: NewPage, deed: Callable[[Page], None], scheme: str
) -> None:
    page = new_page(color_scheme=scheme)
    page.context.add_cookies(assistant.context.cookies())
    page.goto(assistant.url)
    ready(page)
    deed(page)
    assert serious_findings(page) == []


def test_a_phone_shows_it_whole_and_without_scrolling_sideways(
    assistant: Page, new_page: NewPage, gemini: FakeGemini
) -> None:
    talked(assistant)
    phone = new_page(PHONE)
    phone.context.add_cookies(assistant.context.cookies())
    phone.goto(assistant.url)
    ready(phone)
    expect_answered(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    places = phone.get_by_role("navigation", name="Main").locator(".cv-rail__link:visible")
    assert all(each["width"] >= 40 for each in (one.bounding_box() for one in places.all()) if each)
    phone.get_by_role("button", name="Conversations").click()
    row = phone.get_by_role("link", name="Remind me to write to Babbage", exact=True)
    expect(row).to_be_visible()
    assert serious_findings(phone) == []


def test_what_is_invented_is_marked_and_said(assistant: Page, gemini: FakeGemini) -> None:
    gemini.script.then(Scenario.WELL, Scenario.INVENTING)
    say(assistant, "What is with Babbage?")
    expect_answered(assistant)

    expect(answers(assistant).locator("mark").first).to_be_visible()
    expect(answers(assistant)).to_contain_text("3 sources that do not exist were named here")
    assert serious_findings(assistant) == []


def test_a_job_to_practise_for_is_chosen_or_left(assistant: Page) -> None:
    for deed in ("Leave it", "Begin"):
        assistant.get_by_role("button", name="Practise an interview").click()
        dialog = assistant.get_by_role("dialog", name="Which job do you practise for?")
        expect(dialog).to_be_visible()
        if deed == "Begin":
            expect(dialog.get_by_role("button", name="Begin")).to_be_disabled()
            dialog.get_by_label("Job", exact=True).click()
            assistant.get_by_role("option", name="Babbage & Sons, Analyst").click()
        dialog.get_by_role("button", name=deed).click()
        expect(dialog).to_have_count(0)
    expect(assistant.get_by_role("heading", name="Mock interview")).to_be_visible()


def test_by_keyboard_alone(assistant: Page) -> None:
    assistant.get_by_label("Your question").focus()
    assistant.keyboard.type("What is with Babbage?")
    assistant.keyboard.press("Enter")
    expect_answered(assistant)
    expect(assistant.get_by_label("Your question")).to_have_value("")


def test_a_key_of_ones_own_lets_a_model_answer(
    page: Page, start_server: StartServer, gemini: FakeGemini, tmp_path: Path
) -> None:
    own = start_server(tmp_path)
    sign_up(page, own)
    visit(page, own, "/writing")
    page.get_by_label("Gemini API key").fill("short")
    page.get_by_role("button", name="Keep the key").click()
    expect(page.get_by_text("does not look like a key")).to_be_visible()
    page.get_by_label("Gemini API key").fill(f"{KEY}-of-my-own-1234")
    page.get_by_role("button", name="Keep the key").click()
    expect(page.get_by_text("A key that ends in 1234 is kept")).to_be_visible()
    page.get_by_role("button", name="I agree").click()
    expect(page.get_by_text("You agreed on")).to_be_visible()

    # Our own Gemini takes one key alone: that it refuses this one shows that this one was sent.
    visit(page, own, "/assistant")
    say(page, "How am I doing?")
    expect(answers(page).get_by_role("alert")).to_contain_text("Please check your key")
    visit(page, own, "/writing")
    page.get_by_role("button", name="Forget it").click()
    expect(page.get_by_text("A key that ends in")).to_have_count(0)


def test_how_long_conversations_are_kept_is_ones_own_to_say(assistant: Page, house: Server) -> None:
    talked(assistant)
    visit(assistant, house, "/writing")
    expect(assistant.get_by_role("cell", name="Assistant").first).to_be_visible()
    assistant.get_by_label("Days").fill("7")
    assistant.get_by_role("button", name="Save", exact=True).click()
    expect(assistant.get_by_text("Kept for 7 days from now on.")).to_be_visible()
    assistant.reload()
    ready(assistant)
    expect(assistant.get_by_label("Days")).to_have_value("7")
    assert serious_findings(assistant) == []


def test_a_limit_of_ones_own_is_kept_and_never_above_the_instances(
    page: Page, house: Server
) -> None:
    sign_up(page, house)
    visit(page, house, "/writing")
    limit = page.get_by_label("Your own limit for a day, in dollars")
    expect(limit).to_have_value("")
    for amount, answer in (("9999", "Please choose at most"), ("0.1", "At most $0.10 a day.")):
        limit.fill(amount)
        page.get_by_role("button", name="Save the limit").click()
        expect(page.get_by_text(answer)).to_be_visible()
    expect(page.get_by_text("Today: $0.00 of $0.10, the limit for a day.")).to_be_visible()
    visit(page, house, "/writing")
    expect(limit).to_have_value("0.1")
    assert serious_findings(page) == []
    limit.fill("")
    page.get_by_role("button", name="Save the limit").click()
    expect(page.get_by_text("No limit of your own.")).to_be_visible()
