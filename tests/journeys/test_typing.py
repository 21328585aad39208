"""What somebody types is kept, however they go away from it, and sent once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import card, ready, sign_up, visit
from tests.server import Server

Going = Callable[[Page], object]


def place(page: Page) -> Locator:
    return page.get_by_label("Location", exact=True)


def begin_job(page: Page, company: str) -> None:
    page.get_by_role("link", name="Add job").click()
    page.get_by_label("Company").fill(company)
    page.get_by_label("Position").fill("Nurse")


def open_job(page: Page, server: Server) -> str:
    """Add a job and open its page from the board, so that Back leads there; return its address."""
    sign_up(page, server)
    begin_job(page, "Acme")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Acme · Nurse")).to_be_visible()
    page.get_by_role("link", name="Jobs", exact=True).click()
    page.locator(".cv-card a").click()
    expect(place(page)).to_be_visible()
    return page.url.removeprefix(server.url)


def tap_away(page: Page) -> None:
    page.get_by_role("link", name="Resumes", exact=True).tap()


GOING = {"by a tap": tap_away, "by Back": Page.go_back, "by a reload": Page.reload}


@pytest.mark.parametrize("go", GOING.values(), ids=GOING)
def test_a_field_that_was_being_typed_in_is_saved(phone: Page, server: Server, go: Going):
    job = open_job(phone, server)
    place(phone).fill("Lisbon")
    go(phone)
    if go is not Page.reload:
        expect(place(phone)).to_have_count(0)
    visit(phone, server, job)

    expect(place(phone)).to_have_value("Lisbon")


@pytest.mark.parametrize("go", [Page.go_back, Page.reload], ids=["by Back", "by a reload"])
def test_a_next_step_that_was_being_typed_in_the_table_is_saved(
    page: Page, server: Server, go: Going
):
    job = open_job(page, server)
    page.get_by_role("link", name="Jobs", exact=True).click()
    expect(card(page, "Acme")).to_be_visible()
    page.keyboard.press("t")
    page.get_by_role("button", name="Next step: none, edit").click()
    page.get_by_role("textbox", name="Next step", exact=True).fill("Call Ana")
    go(page)
    visit(page, server, job)

    expect(page.get_by_label("Next step", exact=True)).to_have_value("Call Ana")


def test_an_impatient_double_click_adds_one_job(page: Page, server: Server):
    sign_up(page, server)
    begin_job(page, "Acme")
    page.get_by_role("button", name="Save").dblclick()
    expect(page.get_by_role("heading", name="Acme · Nurse")).to_be_visible()
    page.get_by_role("link", name="Jobs", exact=True).click()

    expect(page.get_by_text("1 job", exact=True)).to_be_visible()


def test_what_was_chosen_for_a_new_job_survives_a_reload_too(page: Page, server: Server):
    sign_up(page, server)
    begin_job(page, "Acme")
    page.get_by_label("Stage").click()
    page.get_by_role("option", name="Phone Screen").click()
    page.get_by_text("More about it").click()
    page.get_by_label("Salary from").fill("52000")
    page.get_by_label("Tags").fill("night shift")
    page.get_by_label("Tags").press("Enter")
    expect(page.locator(".q-chip")).to_contain_text("night shift")
    page.reload()
    ready(page)

    expect(page.get_by_label("Company")).to_have_value("Acme")
    expect(page.get_by_label("Stage")).to_have_value("Phone Screen")
    expect(page.get_by_label("Salary from")).to_have_value("52000")
    expect(page.locator(".q-chip")).to_contain_text("night shift")


def test_a_salary_may_be_written_as_in_ones_own_country(page: Page, server: Server):
    open_job(page, server)
    pay = page.get_by_label("Salary from")
    pay.fill("€ 42.000,-")
    pay.press("Tab")
    expect(pay).to_have_value("42000")

    pay.fill("about 50")
    pay.press("Tab")
    expect(page.get_by_text("This should be a number.").first).to_be_visible()
    expect(pay).to_have_value("about 50")


def test_who_only_saves_a_job_is_asked_for_no_day_of_applying(page: Page, server: Server):
    sign_up(page, server)
    begin_job(page, "Acme")
    day = page.get_by_label("Applied on")
    expect(day).to_be_visible()
    page.get_by_label("Stage").click()
    page.get_by_role("option", name="Saved").click()
    expect(day).to_be_hidden()
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_role("heading", name="Acme · Nurse")).to_be_visible()
    expect(page.get_by_label("Stage")).to_have_value("Saved")


def test_what_is_wrong_in_the_folded_part_is_shown_and_stays_over_a_look_elsewhere(
    page: Page, server: Server
):
    sign_up(page, server)
    begin_job(page, "Acme")
    page.get_by_text("More about it").click()
    link = page.get_by_label("Link to the posting")
    link.fill("no address at all")
    page.get_by_text("More about it").click()
    expect(link).to_be_hidden()
    page.get_by_role("button", name="Save").click()
    expect(link).to_be_focused()

    page.get_by_role("link", name="Resumes", exact=True).click()
    expect(page.get_by_role("heading", name="Resumes")).to_be_visible()
    page.go_back()
    expect(link).to_have_value("no address at all")
