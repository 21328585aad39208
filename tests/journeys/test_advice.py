"""Written advice: its price, its growing, its end; what becomes of it; and life without it."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pymupdf
import pytest
from playwright.sync_api import Locator, Page, expect

from services.language.fake.gemini import KEY, FakeGemini
from services.language.fake.scenario import Scenario
from services.language.fake.serving import serve
from tests.journeys.conftest import (
    LAPTOP,
    PHONE,
    NewPage,
    Sample,
    ready,
    serious_findings,
    sign_in,
    sign_up,
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
    house = Server(tmp_path_factory.mktemp("advice"), gemini_api_key=KEY)
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


def test_a_price_a_click_and_an_answer_that_is_paid_once(
    page: Page, house: Server, job: str, gemini: FakeGemini
) -> None:
    expect(panel(page).get_by_text("sends the resume, the posting")).to_be_visible()
    panel(page).get_by_role("button", name="I agree").click()
    expect(panel(page).get_by_text(re.compile(r"at most \$0\.\d\d"))).to_be_visible()
    ask(page, ANALYSIS)
    expect_done(page)
    told = statements(page).all_inner_texts()
    assert len(told) > 3
    asked = len(gemini.requests)

    page.reload()
    ready(page)
    expect_done(page)
    assert statements(page).all_inner_texts() == told
    expect(panel(page).get_by_role("button", name=ANALYSIS[1])).to_have_count(0)
    assert len(gemini.requests) == asked
    visit(page, house, "/writing")
    expect(page.get_by_role("cell", name="Match").first).to_be_visible()


@pytest.mark.usefixtures("agreed")
def test_a_statement_points_at_the_line_it_rests_on(page: Page) -> None:
    ask(page, ANALYSIS)
    expect_done(page)
    panel(page).get_by_role("button", name="Resume").first.click()
    expect(page.locator(".cv-page-mark")).to_have_count(1)


@pytest.mark.usefixtures("agreed")
def test_who_stops_keeps_what_had_come(page: Page, gemini: FakeGemini) -> None:
    gemini.script.then(Scenario.SLOW)
    ask(page, ANALYSIS)
    expect(statements(page).nth(1)).to_be_visible(timeout=20_000)
    panel(page).get_by_role("button", name="Stop").click()
    expect(panel(page).get_by_text("You stopped this.")).to_be_visible()
    told = statements(page).all_inner_texts()
    assert len(gemini.abandoned) > 0

    page.reload()
    ready(page)
    expect(panel(page).get_by_text("You stopped this.")).to_be_visible()
    assert statements(page).all_inner_texts() == told
    panel(page).get_by_role("button", name="Try again").click()
    expect_done(page)


@pytest.mark.usefixtures("agreed")
def test_an_answer_goes_on_over_a_reload_and_in_another_tab(
    page: Page, new_page: NewPage, house: Server, job: str, gemini: FakeGemini
) -> None:
    other = new_page()
    other.context.add_cookies(page.context.cookies())
    visit(other, house, job)
    gemini.script.then(Scenario.SLOW)
    asked = len(gemini.requests)
    ask(page, ANALYSIS)
    expect(statements(other).first).to_be_visible(timeout=20_000)
    page.reload()
    ready(page)
    expect(panel(page).get_by_role("button", name="Stop")).to_be_visible()
    expect(statements(page).nth(1)).to_be_visible(timeout=20_000)

    panel(other).get_by_role("button", name="Stop").click()
    for tab in (page, other):
        expect(panel(tab).get_by_text("You stopped this.")).to_be_visible()
    # The whole of what was kept reaches one tab a moment before the other.
    expect(statements(other)).to_have_count(statements(page).count())
    expect(statements(page)).to_have_count(statements(other).count())
    assert statements(page).all_inner_texts() == statements(other).all_inner_texts()
    assert len(gemini.requests) == asked + 1


TROUBLE = {
    "asked too often": ([Scenario.LIMITED], "asked too often"),
    "not answering": ([Scenario.DOWN] * 3, "not answering"),
    "declined": ([Scenario.PROMPT_BLOCKED], "declined"),
    "cut": ([Scenario.CUT], "broke off"),
    "broken": ([Scenario.BROKEN_JSON], "not whole"),
}


@pytest.mark.usefixtures("agreed")
@pytest.mark.parametrize(("scenarios", "words"), TROUBLE.values(), ids=TROUBLE)
def test_trouble_is_told_in_words_and_tried_again(
    page: Page, gemini: FakeGemini, scenarios: list[Scenario], words: str
) -> None:
    gemini.script.then(*scenarios)
    ask(page, ANALYSIS)
    expect(panel(page).get_by_role("alert")).to_contain_text(words)
    panel(page).get_by_role("button", name="Try again").click()
    expect_done(page)
    expect(panel(page).get_by_role("alert")).to_have_count(0)


@pytest.mark.usefixtures("agreed")
def test_what_nothing_bears_out_is_left_out_or_marked(page: Page, gemini: FakeGemini) -> None:
    gemini.script.then(Scenario.INVENTING)
    ask(page, ANALYSIS)
    expect_done(page)
    expect(panel(page).get_by_text(re.compile(r"\d+ statements were left out"))).to_be_visible()
    expect(panel(page).locator("mark").first).to_contain_text("doubtful")
    expect(panel(page).locator(".cv-doubts li").first).to_contain_text("none of your texts")


@pytest.mark.usefixtures("agreed")
def test_accepted_changes_make_a_new_version_that_goes_with_the_job(
    page: Page, house: Server
) -> None:
    ask(page, SUGGESTIONS)
    edits = panel(page).locator(".cv-edit")
    accept = edits.get_by_role("button", name="Accept")
    expect(accept).to_have_count(2)
    accept.first.click()
    edits.get_by_role("button", name="Reword").nth(1).click()
    panel(page).get_by_label("Your words").fill("Trained people, and kept notes for all of them")
    panel(page).get_by_role("button", name="Use these words").click()
    panel(page).get_by_role("button", name="Make a new version with 2 accepted").click()
    expect(panel(page).get_by_role("link", name="Version 2")).to_be_visible()
    expect(edits.get_by_text("In version 2")).to_have_count(2)
    panel(page).get_by_role("button", name="Use it for this job").click()
    expect(page.get_by_label("Resume for this job")).to_have_value(re.compile("version 2"))
    panel(page).get_by_role("link", name="Version 2").click()
    page.wait_for_url("**version=2")
    expect(page.get_by_text("Trained people, and kept notes for all of them")).to_be_visible()


@pytest.mark.usefixtures("agreed")
def test_a_draft_becomes_a_letter_and_the_letter_a_file(page: Page, tmp_path: Path) -> None:
    ask(page, LETTER)
    letter = page.get_by_label("Your letter")
    expect(letter).not_to_have_value("")
    letter.fill("Dear Mr Babbage,\n\nI wrote [number] algorithms for your machine.\n\nYours")
    keep = page.get_by_role("button", name="Keep this letter")
    expect(keep).to_be_disabled()
    page.get_by_role("button", name="[number]").click()
    page.keyboard.type("the first")
    keep.click()
    expect(page.get_by_text("Letter 1, the one to send")).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("button", name="PDF").click()
    saved.value.save_as(tmp_path / "letter.pdf")
    text = pymupdf.open(tmp_path / "letter.pdf")[0].get_text()
    assert "I wrote the first algorithms for your machine." in text
    assert "Ada Lovelace" in text
    expect(page.get_by_text("a program sees all of its text")).to_be_visible()


@pytest.mark.usefixtures("agreed")
def test_a_long_kept_letter_makes_no_page_wider(
    page: Page, new_page: NewPage, house: Server, job: str, api: httpx.Client
) -> None:
    ask(page, LETTER)
    expect_done(page)
    letter = {"text": "Dear all, " + "I would gladly work for you. " * 30 + "W" * 200}
    api.post(f"{job}/letters", json=letter).raise_for_status()
    for size in (LAPTOP, PHONE):
        tab = new_page(size)
        tab.context.add_cookies(page.context.cookies())
        visit(tab, house, f"{job}?part=letter")
        expect(tab.get_by_text("the one to send")).to_be_visible()
        assert tab.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_without_a_model_one_line_says_so_and_letters_are_still_kept(
    page: Page, sample: Sample
) -> None:
    sign_in(page, sample.server, sample.person)
    ready(page)
    visit(page, sample.server, f"/jobs/{sample.job}")
    advice = page.get_by_role("region", name="Written advice")
    expect(advice.get_by_text("CAREERVAULT_GEMINI_API_KEY")).to_have_count(1)
    expect(advice.get_by_role("tab")).to_have_count(0)
    page.get_by_label("Your letter").fill("Dear all,\n\nThis one I wrote myself.\n\nRobin")
    page.get_by_role("button", name="Keep this letter").click()
    expect(page.get_by_text("the one to send")).to_be_visible()
    with page.expect_download() as saved:
        advice.get_by_role("button", name="Word").click()
    assert saved.value.suggested_filename == "letter.docx"


@pytest.mark.usefixtures("agreed")
def test_everybody_can_use_every_task(page: Page, new_page: NewPage, house: Server, job: str):
    looks = ((LAPTOP, "dark"), (PHONE, "light"))
    for task in TASKS:
        ask(page, task)
        expect_done(page)
    for size, scheme in looks:
        tab = new_page(size, color_scheme=scheme)
        tab.context.add_cookies(page.context.cookies())
        visit(tab, house, job)
        for task in TASKS:
            choose(tab, task)
            expect_done(tab)
            tab.wait_for_timeout(400)  # what fades in has all of its contrast
            assert serious_findings(tab, "section.cv-panel-card:has(.cv-advice)") == []
            assert tab.evaluate("document.documentElement.scrollWidth") <= size[0]
