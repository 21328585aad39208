"""What becomes of advice: versions, letters, files; and letters without any."""

import re
from pathlib import Path

import httpx
import pymupdf
import pytest
from playwright.sync_api import Page, expect

from tests.journeys.advice.conftest import (
    LETTER,
    SUGGESTIONS,
    ask,
    expect_done,
    panel,
)
from tests.journeys.conftest import (
    LAPTOP,
    PHONE,
    NewPage,
    Sample,
    ready,
    sign_in,
    visit,
)
from tests.server import Server


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
