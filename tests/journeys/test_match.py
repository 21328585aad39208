"""The match: of any posting, on a job's page, side by side; and what was sent, frozen."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Sample, ready, sign_in, sign_up, visit
from tests.reading.papers import pdf
from tests.server import Server

LINES = (
    "Ada Lovelace",
    "Experience",
    "Programmer, Analytical Engines",
    "January 2019 - Present",
    "- Wrote services in Python on PostgreSQL",
    "Skills",
    "Python, Docker",
)
POSTING = """Backend engineer

Requirements
- You must know Python
- You must know Rust

Nice to have
- Docker
"""
FOUND = "2 of 3 stated requirements have evidence"


@pytest.fixture
def ada(page: Page, server: Server, tmp_path: Path) -> Page:
    """Ada's laptop, with one resume."""
    sign_up(page, server)
    visit(page, server, "/resumes")
    file = tmp_path / "ada.pdf"
    file.write_bytes(pdf(*LINES))
    page.get_by_label("Files").set_input_files(file)
    expect(page.get_by_role("link", name="Open ada.pdf")).to_be_visible()
    return page


@pytest.fixture
def robin(page: Page, sample: Sample) -> Page:
    """Robin's laptop, with a whole search."""
    sign_in(page, sample.server, sample.person)
    ready(page)
    return page


def row(page: Page, name: str) -> Locator:
    return page.locator(".cv-finding", has=page.get_by_text(name, exact=True))


def track(page: Page) -> None:
    """Make a job of the posting that stands in the room for postings."""
    page.get_by_role("button", name="Track this job").click()
    page.get_by_label("Company").fill("Acme")
    page.get_by_label("Position").fill("Programmer")
    expect(page.get_by_label("Posting", exact=True)).to_have_value(POSTING)
    expect(page.get_by_label("Resume for this job", exact=True)).to_have_value("ada, version 1")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Acme")


def paste(page: Page, server: Server) -> None:
    visit(page, server, "/match")
    page.get_by_label("Posting", exact=True).fill(POSTING)
    expect(page.get_by_text(FOUND)).to_be_visible()


def test_a_pasted_posting_is_compared_survives_a_reload_and_becomes_a_job(ada, server):
    paste(ada, server)
    expect(row(ada, "Python")).to_contain_text("Shown in work")
    expect(row(ada, "Rust")).to_contain_text("Not found")
    expect(row(ada, "Docker").locator("mark")).to_have_text("Docker")
    ada.reload()
    expect(ada.get_by_label("Posting", exact=True)).to_have_value(POSTING)
    expect(ada.get_by_text(FOUND)).to_be_visible()

    track(ada)
    expect(ada.locator(".cv-report__words")).to_have_text(FOUND)
    expect(ada.locator(".cv-dossier")).to_contain_text("ada, version 1")


def test_the_match_follows_the_posting_as_it_is_written(ada, server):
    paste(ada, server)
    track(ada)
    posting = ada.get_by_label("Posting", exact=True)
    posting.fill("")
    ada.get_by_role("link", name="Paste it").click()
    expect(posting).to_be_focused()
    posting.fill("We are nice people.")
    expect(ada.get_by_text("This posting states no requirement")).to_be_visible()
    posting.fill("Requirements\n- Rust\n- PostgreSQL")
    expect(ada.get_by_text("1 of 2 stated")).to_be_visible()

    ada.get_by_text("History:").click()
    ada.get_by_role("button", name="Show what was found").last.click()
    expect(ada.get_by_text("This is an earlier result.")).to_be_visible()
    expect(ada.locator(".cv-report__words")).to_have_text(FOUND)
    ada.get_by_role("button", name="Back to now").click()
    expect(ada.locator(".cv-report__words")).to_contain_text("1 of 2")


def test_the_resume_that_was_sent_is_chosen_or_named_freely(ada, server):
    paste(ada, server)
    track(ada)
    sent = ada.get_by_label("Resume for this job", exact=True)
    ada.get_by_label("Clear").click()
    expect(ada.get_by_text("ada, version 1 → nothing")).to_be_visible()
    sent.click()
    ada.get_by_role("option", name="ada, version 1").click()
    expect(ada.get_by_text("nothing → ada, version 1")).to_be_visible()
    sent.fill("the green one")
    sent.press("Enter")
    expect(ada.get_by_text("ada, version 1 → the green one")).to_be_visible()

    ada.reload()
    expect(sent).to_have_value("the green one")
    ada.get_by_label("Clear").click()
    expect(ada.get_by_text("the green one → nothing")).to_be_visible()
    expect(sent).to_have_value("")


def test_what_was_sent_stays_when_the_posting_changes(ada, server):
    paste(ada, server)
    track(ada)
    ada.get_by_role("button", name="Freeze what it holds now").click()
    frozen = ada.locator(".cv-dossier").first
    expect(frozen).to_be_visible()
    ada.get_by_label("Posting", exact=True).fill("Quite another posting")
    expect(ada.locator(".cv-long-text .is-saved")).to_have_count(2)

    ada.reload()
    frozen.locator("summary").first.click()
    frozen.get_by_text("The posting", exact=True).click()
    expect(frozen.get_by_label("The posting")).to_contain_text("You must know Rust")


def test_a_line_that_is_chosen_is_outlined_on_its_page(robin, sample):
    visit(robin, sample.server, f"/jobs/{sample.job}")
    quote = robin.locator(".cv-quote").first
    quote.focus()
    expect(quote).to_have_attribute("aria-pressed", "true")
    expect(robin.locator(".cv-page-mark")).to_have_count(1)


def test_another_version_is_taken_for_the_job(robin, sample):
    visit(robin, sample.server, f"/jobs/{sample.job}")
    robin.get_by_role("link", name="Compare versions").click()
    columns = robin.locator(".cv-side-by-side thead th:not(:first-child)")
    expect(columns).to_have_count(2)
    robin.get_by_role("button", name="Use Robin").click()
    expect(robin.get_by_text("This is the resume of this job now.")).to_be_visible()
    # The table is drawn anew after each, and a row that moves under the mouse is not clicked.
    expect(columns.nth(1)).to_contain_text("This job's resume")
    robin.keyboard.press("u")
    expect(robin.get_by_text("Undone: edited")).to_be_visible()
    expect(columns.nth(0)).to_contain_text("This job's resume")

    columns.nth(0).locator("xpath=ancestor::table").locator("summary").first.click()
    expect(robin.locator("td .cv-quote").first).to_be_visible()


def test_a_phone_shows_one_version_at_a_time(phone, sample):
    sign_in(phone, sample.server, sample.person)
    visit(phone, sample.server, f"/jobs/{sample.job}/compare")
    shown = phone.locator(".cv-side-by-side thead th:visible")
    expect(shown).to_have_count(1)
    before = shown.inner_text()
    phone.get_by_label("The version to show").select_option(index=1)
    expect(shown).to_have_count(1)
    expect(shown).not_to_have_text(before)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_each_part_of_a_jobs_page_is_a_click_away(phone, sample):
    sign_in(phone, sample.server, sample.person)
    visit(phone, sample.server, f"/jobs/{sample.job}")
    contents = phone.get_by_role("navigation", name="On this page")
    for name, part in (("Sent", "#cv-sent"), ("Notes", "#cv-notes"), ("Match", "#cv-match")):
        expect(phone.locator(part)).not_to_be_in_viewport()
        contents.get_by_role("link", name=name).click()
        expect(phone.locator(part)).to_be_in_viewport()
