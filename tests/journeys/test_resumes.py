"""Resumes: read beside their pages, put right, confirmed, sent, thrown away."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import NewPage, Person, ready, sign_in, sign_up, visit
from tests.journeys.papers import bring
from tests.reading.papers import encoded, page_with, pdf, scan
from tests.server import Server

LINES = (
    "Ada Lovelace",
    "ada@example.org",
    "Experience",
    "Analyst, Analytical Engines",
    "March 2019 - June 2022",
    "- Wrote the first published algorithm",
    "Skills",
    "Mathematics, Programming",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Ada's resume as a PDF."""
    path = tmp_path / "ada.pdf"
    path.write_bytes(pdf(*LINES))
    return path


@pytest.fixture
def ada(page: Page, server: Server, file: Path) -> Person:
    """Somebody whose resume is open."""
    person = sign_up(page, server)
    visit(page, server, "/resumes")
    bring(page, file)
    page.get_by_role("link", name="Open ada.pdf").click()
    expect(lines(page)).to_have_count(len(LINES))
    return person


def lines(page: Page) -> Locator:
    return page.get_by_role("listbox").get_by_role("option")


def marks(page: Page) -> Locator:
    return page.locator(".cv-page-mark")


def expect_version(page: Page, number: int) -> None:
    page.wait_for_url(f"**version={number}")
    expect(page.get_by_role("link", name=f"Version {number}")).to_have_attribute(
        "aria-current", "true"
    )


def test_lines_and_pages_point_at_each_other(page: Page, ada: Person) -> None:
    lines(page).nth(3).hover()
    expect(marks(page)).to_have_count(1)
    expect(marks(page)).to_have_attribute("data-line", "3")
    box = marks(page).bounding_box()
    lines(page).nth(0).hover()
    expect(marks(page)).to_have_attribute("data-line", "0")
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(lines(page).nth(3)).to_have_attribute("aria-selected", "true")


def test_the_keyboard_alone_walks_through_the_lines(page: Page, ada: Person) -> None:
    page.get_by_role("button", name="Correct the text").focus()
    page.keyboard.press("Tab")
    expect(lines(page).first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(marks(page)).to_have_attribute("data-line", "1")
    page.keyboard.press("End")
    expect(lines(page).last).to_have_attribute("aria-selected", "true")


def test_what_nobody_sees_on_the_page_is_pointed_out(
    page: Page, server: Server, tmp_path: Path
) -> None:
    hidden = tmp_path / "hidden.pdf"
    hidden.write_bytes(page_with("Kubernetes expert", color=(1, 1, 1)))
    sign_up(page, server)
    visit(page, server, "/resumes")
    bring(page, hidden)
    expect(page.get_by_text("1 hidden line")).to_be_visible()
    page.get_by_role("link", name="Open hidden.pdf").click()
    page.get_by_role("button", name="Show", exact=True).click()
    expect(marks(page)).to_have_class(re.compile("is-hidden"))
    expect(lines(page).last).to_contain_text("(almost in the colour of the page)")


def test_a_correction_survives_a_reload_and_becomes_a_version(page: Page, ada: Person) -> None:
    page.get_by_role("button", name="Correct the text").click()
    text = page.get_by_label("One line each")
    text.fill(text.input_value().replace("Ada", "Augusta Ada"))
    page.reload()
    ready(page)
    expect(text).to_have_value(re.compile("^Augusta Ada Lovelace"))
    page.get_by_role("button", name="Save as a new version").click()
    expect_version(page, 2)
    expect(lines(page).first).to_have_text("Augusta Ada Lovelace")
    page.get_by_role("link", name="Version 1").click()
    expect_version(page, 1)
    expect(lines(page).first).to_have_text("Ada Lovelace")
    page.get_by_role("button", name="Make it the current one").click()
    expect(page.get_by_text("Current: the one to send")).to_be_visible()


def test_contents_are_put_right_and_confirmed(
    page: Page, new_page: NewPage, server: Server, ada: Person
) -> None:
    page.get_by_role("tab", name="Contents").click()
    expect(page.get_by_text("not confirmed yet")).to_be_visible()
    page.get_by_label("Position").hover()
    expect(marks(page).first).to_have_attribute("data-line", "3")
    page.get_by_label("Position").fill("Countess")
    page.get_by_label("From").fill("in spring")
    page.get_by_role("button", name="Confirm").click()
    assert page.get_by_label("From").evaluate("field => field.validity.patternMismatch")
    page.get_by_label("From").fill("2019-04")
    expect(page.get_by_text("Not kept yet")).to_be_visible()
    page.wait_for_function("Object.values(localStorage).some(kept => kept.includes('2019-04'))")
    page.reload()
    ready(page)
    expect(page.get_by_label("Position")).to_have_value("Countess")
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("Confirmed by you")).to_be_visible()
    other = new_page()
    sign_in(other, server, ada)
    ready(other)
    visit(other, server, page.url.removeprefix(server.url))
    expect(other.get_by_label("From")).to_have_value("2019-04")


def test_two_tabs_that_confirm_contents_do_not_overwrite_each_other(
    page: Page, new_page: NewPage, server: Server, ada: Person
) -> None:
    other = new_page()
    sign_in(other, server, ada)
    ready(other)
    page.get_by_role("tab", name="Contents").click()
    visit(other, server, page.url.removeprefix(server.url))
    other.get_by_label("Position").fill("Countess")
    page.get_by_label("Position").fill("Mathematician")
    page.get_by_role("button", name="Confirm").click()
    expect(other.get_by_text("This was confirmed in another place")).to_be_visible()
    expect(other.get_by_label("Position")).to_have_value("Countess")
    other.get_by_role("button", name="Take the other").click()
    expect(other.get_by_label("Position")).to_have_value("Mathematician")


def test_contents_are_taken_home(page: Page, ada: Person) -> None:
    page.get_by_role("tab", name="Contents").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as PDF").click()
    assert download.value.suggested_filename == "ada.pdf"
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF-")


def test_a_newer_file_becomes_the_next_version(
    page: Page, ada: Person, file: Path, tmp_path: Path
) -> None:
    newer = tmp_path / "newer.txt"
    newer.write_text("Ada Lovelace\nNow a countess")
    page.get_by_label("Files").set_input_files(newer)
    expect_version(page, 2)
    expect(lines(page)).to_have_text(["Ada Lovelace", "Now a countess"])
    expect(page.get_by_label("The pages")).to_be_hidden()


def test_a_version_says_where_it_was_sent(page: Page, server: Server, ada: Person) -> None:
    resume = page.url.split("/")[-1].split("?")[0]
    with server.program(ada.email, ada.password) as program:
        job = {"company": "Acme", "position": "Analyst", "resume": f"{resume}.1"}
        program.post("/jobs/", json=job).raise_for_status()
    expect(page.get_by_role("link", name="Acme · Analyst")).to_be_visible()
    visit(page, server, "/resumes")
    expect(page.get_by_text("Linked to 1 job")).to_be_visible()


def test_a_resume_is_renamed_thrown_away_and_brought_back(
    page: Page, server: Server, ada: Person
) -> None:
    name = page.get_by_label("Name of the resume")
    name.fill(" ")
    name.press("Enter")
    expect(page.get_by_text("Please fill this in.")).to_be_visible()
    name.fill("For banks")
    name.press("Enter")
    page.get_by_role("button", name="Put in the trash").click()
    expect(page.get_by_text("In the trash", exact=True)).to_be_visible()
    visit(page, server, "/resumes")
    page.get_by_text("In the trash: 1").click()
    page.get_by_role("button", name="Restore For banks").click()
    page.get_by_role("button", name="Put For banks in the trash").click()
    page.get_by_text("In the trash: 1").click()
    page.get_by_role("button", name="Delete For banks for good").click()
    page.get_by_role("button", name="Delete for good").last.click()
    expect(page.get_by_role("heading", name="Bring the resume you send")).to_be_visible()
    expect(page.get_by_text("In the trash: 1")).to_be_hidden()


def test_a_phone_shows_the_page_above_the_lines(phone: Page, server: Server, file: Path) -> None:
    sign_up(phone, server)
    visit(phone, server, "/resumes")
    bring(phone, file)
    phone.get_by_role("link", name="Open ada.pdf").tap()
    expect(phone.get_by_label("Pictures of the pages")).to_be_hidden()
    phone.get_by_role("button", name="Show the pages").tap()
    lines(phone).nth(5).tap()
    expect(marks(phone)).to_have_attribute("data-line", "5")
    expect(marks(phone)).to_be_in_viewport()
    expect(lines(phone).nth(5)).to_be_in_viewport()


def test_a_picture_says_how_sure_its_reading_is(page: Page, server: Server, tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(encoded(scan(pdf(*LINES))))
    sign_up(page, server)
    visit(page, server, "/resumes")
    bring(page, photo)
    page.get_by_role("link", name="Open photo.png").click()
    expect(page.get_by_text(re.compile(r"Read from a picture, \d+ % sure"))).to_be_visible()
