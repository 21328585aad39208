"""What breaks around somebody at work, and must not break the work: servers and tabs."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import StartServer, card, ready, sign_up, visit
from tests.journeys.rest import Rest
from tests.server import Server

NOTES = "They keep a giraffe, and nobody says why."


def notes(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Notes")


def state(page: Page) -> Locator:
    return page.locator(".cv-long-text").filter(has=notes(page)).get_by_role("status")


def beside(page: Page) -> Page:
    """Open another tab of the same browser."""
    tab = page.context.new_page()
    tab.set_default_timeout(10_000)
    return tab


@pytest.fixture
def fragile(start_server: StartServer, tmp_path: Path) -> Server:
    """A server of one's own, to be stopped and killed."""
    return start_server(tmp_path)


def open_and_lose(page: Page, server: Server) -> tuple[Rest, str]:
    """Open a job's page and kill its server; return who may ask for the job, and its id."""
    rest = Rest(server, sign_up(page, server))
    job = rest.add("Acme")
    visit(page, server, f"/jobs/{job}")
    server.kill()
    page.wait_for_function("!window.socket.connected")
    return rest, job


def test_notes_typed_while_the_server_is_dead_are_saved_when_it_is_back(
    shaken: Page, fragile: Server
):
    rest = Rest(fragile, sign_up(shaken, fragile))
    job = rest.add("Acme")
    visit(shaken, fragile, f"/jobs/{job}")
    fragile.kill()
    notes(shaken).fill(NOTES)
    shaken.wait_for_timeout(1_000)
    expect(state(shaken)).not_to_have_text("Saved")
    fragile.start()

    expect(state(shaken)).to_have_text("Saved")
    assert rest.job(job)["notes"] == NOTES


def test_fields_typed_while_the_server_is_dead_are_saved_when_it_is_back(
    shaken: Page, fragile: Server
):
    rest, job = open_and_lose(shaken, fragile)
    names = ("Location", "Salary from", "Next step")
    place, pay, step = (shaken.get_by_label(name, exact=True) for name in names)
    place.fill("Lisbon")
    pay.fill("52000")
    step.fill("Call Ana")
    shaken.get_by_label("Company").focus()
    fragile.start()
    shaken.wait_for_event("load")

    expect(place).to_have_value("Lisbon")
    expect(step).to_have_value("Call Ana")
    expect(pay).to_have_value("52000")
    # They are saved one after the other in the order they were typed; the history tells of each.
    expect(shaken.get_by_text("Call Ana").first).to_be_attached()
    found = rest.job(job)
    assert (found["location"], found["next_step"]) == ("Lisbon", "Call Ana")
    assert found["salary"]["min"] == 52_000


def test_a_field_typed_while_the_server_is_dead_asks_where_it_was_changed_meanwhile(
    shaken: Page, fragile: Server
):
    rest, job = open_and_lose(shaken, fragile)
    shaken.get_by_label("Location", exact=True).fill("Lisbon")
    shaken.context.set_offline(True)
    fragile.start()
    rest.change(job, location="Porto")
    shaken.context.set_offline(False)

    dialog = shaken.get_by_role("dialog")
    expect(dialog).to_contain_text("Porto")
    dialog.get_by_role("button", name="Write mine").click()
    expect(shaken.get_by_label("Location", exact=True)).to_have_value("Lisbon")


def test_notes_survive_their_tab_that_is_closed_at_once(page: Page, server: Server):
    rest = Rest(server, sign_up(page, server))
    job = rest.add("Acme")
    tab = beside(page)
    visit(tab, server, f"/jobs/{job}")
    notes(tab).fill(NOTES)
    tab.close()

    visit(page, server, f"/jobs/{job}")
    expect(notes(page)).to_have_value(NOTES)
    expect(state(page)).to_have_text("Saved")
    assert rest.job(job)["notes"] == NOTES


@pytest.mark.parametrize(
    ("choice", "kept"),
    [("Keep mine", "second"), ("Take the other", "first")],
    ids=["mine", "other"],
)
def test_two_tabs_with_different_notes_are_both_shown_and_one_is_chosen(
    page: Page, server: Server, choice: str, kept: str
):
    person = sign_up(page, server)
    rest = Rest(server, person)
    job = rest.add("Acme")
    visit(page, server, f"/jobs/{job}")
    notes(page).fill("second")  # and before that is sent:
    rest.change(job, notes="first")

    expect(page.locator("blockquote")).to_have_text("first")
    expect(notes(page)).to_have_value("second")
    page.get_by_role("button", name=choice).click()
    expect(state(page)).to_have_text("Saved")
    expect(notes(page)).to_have_value(kept)
    assert rest.job(job)["notes"] == kept


@pytest.mark.parametrize(
    ("choice", "kept"),
    [("Write mine", "Mine"), ("Keep the other", "Theirs")],
    ids=["mine", "other"],
)
def test_two_tabs_with_different_companies_are_both_shown_and_one_is_chosen(
    page: Page, server: Server, choice: str, kept: str
):
    rest = Rest(server, sign_up(page, server))
    job = rest.add("Acme")
    visit(page, server, f"/jobs/{job}")
    page.get_by_role("textbox", name="Company").fill("Mine")
    rest.change(job, company="Theirs")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Theirs")
    page.get_by_role("textbox", name="Company").press("Tab")

    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Theirs")
    expect(dialog).to_contain_text("Mine")
    dialog.get_by_role("button", name=choice).click()
    expect(page.get_by_role("textbox", name="Company")).to_have_value(kept)
    expect(page.get_by_role("heading", level=1)).to_contain_text(kept)
    assert rest.job(job)["company"] == kept


def test_a_page_comes_back_with_its_server_and_works(shaken: Page, fragile: Server):
    rest = Rest(fragile, sign_up(shaken, fragile))
    rest.add("Acme")
    expect(card(shaken, "Acme")).to_be_visible()
    fragile.stop()
    fragile.start()
    shaken.wait_for_event("load")
    ready(shaken)

    card(shaken, "Acme").locator("a").click()
    expect(shaken.get_by_role("heading", name="Acme · Programmer")).to_be_visible()


def test_what_a_program_changes_shows_on_the_open_board(page: Page, server: Server):
    rest = Rest(server, sign_up(page, server))
    job = rest.add("Acme")
    expect(card(page, "Acme")).to_be_visible()
    rest.change(job, status="Offer")

    offers = page.locator(".cv-column").filter(has_text="Offer")
    expect(offers.locator(".cv-card")).to_have_text(re.compile("Acme"))


def test_a_card_opens_in_a_new_tab_with_ctrl_click(page: Page, server: Server):
    Rest(server, sign_up(page, server)).add("Acme")
    with page.context.expect_page() as opened:
        card(page, "Acme").locator("a").click(modifiers=["Control"])

    tab = opened.value
    expect(tab.get_by_role("heading", name="Acme · Programmer")).to_be_visible()
    expect(card(page, "Acme")).to_be_visible()


def test_back_from_a_job_is_the_board_as_it_was_filtered(page: Page, server: Server):
    rest = Rest(server, sign_up(page, server))
    for company in ("Acme", "Borealis"):
        rest.add(company)
    page.get_by_label("Search jobs").fill("acme")
    expect(page.get_by_text("1 of 2 jobs")).to_be_visible()
    card(page, "Acme").locator("a").click()
    expect(page.get_by_role("heading", name="Acme · Programmer")).to_be_visible()
    page.go_back()

    expect(page.get_by_text("1 of 2 jobs")).to_be_visible()
    expect(card(page, "Borealis")).to_have_count(0)


def test_a_screen_that_is_long_in_coming_says_so(page: Page, server: Server):
    sign_up(page, server)
    parts = re.compile("/components/")
    loading = page.get_by_role("progressbar", name="Loading")
    page.route(parts, lambda route: None)
    page.get_by_role("link", name="Resumes", exact=True).click()
    expect(loading).to_be_visible()

    # What was held back goes on its way then.
    page.unroute(parts)
    expect(page.get_by_role("heading", name="Resumes")).to_be_visible()
    expect(loading).to_have_count(0)
