"""Living with the list: adding, dragging, undoing, finding again, on two screens at once."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import NewPage, card, ready, sign_in, sign_up, undo, visit
from tests.journeys.rest import Rest
from tests.server import Server


def add_job(page: Page, company: str, position: str = "Programmer") -> None:
    page.get_by_role("link", name="Add job").click()
    expect(page.get_by_role("heading", name="Add a job")).to_be_visible()
    page.get_by_label("Company").fill(company)
    page.get_by_label("Position").fill(position)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name=f"{company} · {position}")).to_be_visible()


def go_to_board(page: Page) -> None:
    page.get_by_role("link", name="Jobs", exact=True).click()
    expect(page.locator(".cv-board")).to_be_visible()


def column(page: Page, stage: str) -> Locator:
    return page.locator(".cv-column").filter(has_text=stage)


@pytest.fixture
def ada(page: Page, server: Server) -> Page:
    """Ada's laptop, with one job on the board."""
    sign_up(page, server)
    add_job(page, "Acme")
    go_to_board(page)
    return page


def test_a_dragged_card_stays_where_it_was_dropped(ada: Page):
    card(ada, "Acme").drag_to(column(ada, "Phone Screen"))
    expect(column(ada, "Phone Screen").locator(".cv-card")).to_have_count(1)
    ada.wait_for_timeout(300)

    ada.reload()
    expect(column(ada, "Phone Screen").locator(".cv-card")).to_contain_text("Acme")


def test_undo_takes_back_a_drag_and_redo_does_it_again(ada: Page):
    card(ada, "Acme").drag_to(column(ada, "Offer"))
    expect(column(ada, "Offer").locator(".cv-card")).to_have_count(1)
    ada.wait_for_timeout(300)
    ada.keyboard.press("u")
    expect(ada.get_by_text("Undone: moved Acme, Programmer")).to_be_visible()
    expect(column(ada, "Applied").locator(".cv-card")).to_have_count(1)

    ada.keyboard.press("r")
    expect(column(ada, "Offer").locator(".cv-card")).to_have_count(1)


def test_a_card_moves_by_keyboard_alone(ada: Page):
    card(ada, "Acme").locator("a").focus()
    ada.keyboard.press("Alt+ArrowRight")
    expect(column(ada, "Phone Screen").locator(".cv-card")).to_contain_text("Acme")
    expect(card(ada, "Acme").locator("a")).to_be_focused()

    ada.keyboard.press("Enter")
    expect(ada.get_by_role("heading", name="Acme · Programmer")).to_be_visible()


def test_a_job_is_added_by_keyboard_alone(page: Page, server: Server):
    sign_up(page, server)
    page.keyboard.press("n")
    expect(page.get_by_label("Company")).to_be_focused()
    page.keyboard.type("Borealis")
    page.keyboard.press("Tab")
    page.keyboard.type("Nurse")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Borealis · Nurse")).to_be_visible()


def test_what_changes_in_one_browser_shows_in_the_other(
    page: Page, new_page: NewPage, server: Server
):
    person = sign_up(page, server)
    other = new_page()
    sign_in(other, server, person)
    ready(other)
    add_job(page, "Acme")
    expect(card(other, "Acme")).to_be_visible()

    card(other, "Acme").drag_to(column(other, "Offer"))
    expect(page.get_by_label("Stage", exact=True)).to_have_value("Offer")


def test_nothing_shows_at_somebody_elses(page: Page, new_page: NewPage, server: Server):
    sign_up(page, server)
    charles = new_page()
    sign_up(charles, server)
    add_job(page, "Acme")
    charles.wait_for_timeout(1_000)

    expect(card(charles, "Acme")).to_have_count(0)
    charles.goto(page.url)
    expect(charles.get_by_text("There is no such job.")).to_be_visible()


def test_what_was_thrown_away_comes_back(ada: Page):
    card(ada, "Acme").locator("a").click()
    ada.get_by_role("button", name="Put in the trash").click()
    expect(ada.get_by_text("Your search starts here")).to_be_visible()
    ada.get_by_role("link", name="Trash").click()
    ada.get_by_role("button", name="Restore Acme").click()
    expect(ada.get_by_text("The trash is empty.")).to_be_visible()

    go_to_board(ada)
    expect(card(ada, "Acme")).to_be_visible()


def test_the_rail_tells_to_what_a_screen_belongs(ada: Page):
    card(ada, "Acme").locator("a").click()
    marked = ada.locator(".cv-rail__link.is-current")
    expect(marked).to_have_text("Jobs")
    ada.get_by_role("link", name="Add job").click()
    expect(marked).to_have_text("Add job")


def test_a_phone_on_its_side_has_all_of_the_rail(new_page: NewPage, server: Server):
    page = new_page((740, 360), has_touch=True, is_mobile=True)
    sign_up(page, server)
    rail = page.get_by_role("navigation", name="Main")

    expect(rail.get_by_role("link", name="Jobs", exact=True)).to_be_in_viewport(ratio=1)
    expect(rail.get_by_role("link", name="Account")).to_be_in_viewport(ratio=1)
    expect(rail.get_by_role("button", name="Undo")).to_be_in_viewport(ratio=1)


def test_a_notice_takes_back_what_it_tells_of(phone: Page, server: Server):
    sign_up(phone, server)
    add_job(phone, "Acme")
    phone.get_by_role("button", name="Put in the trash").click()
    phone.locator(".q-notification").get_by_role("button", name="Undo").click()
    expect(phone.get_by_text("Undone: put in the trash")).to_be_visible()

    phone.get_by_role("button", name=re.compile("^Applied")).click()
    expect(card(phone, "Acme")).to_be_visible()


def test_emptying_the_trash_asks_first_and_is_final(ada: Page):
    card(ada, "Acme").locator("a").click()
    ada.get_by_role("button", name="Put in the trash").click()
    ada.get_by_role("link", name="Trash").click()
    ada.get_by_role("button", name="Empty the trash").click()
    expect(ada.get_by_text("cannot be undone")).to_be_visible()
    ada.get_by_role("button", name="Delete for good").click()
    expect(ada.get_by_text("The trash is empty.")).to_be_visible()

    undo(ada)
    expect(ada.get_by_text("There is nothing to undo.")).to_be_visible()


def test_a_job_one_has_already_is_pointed_out_while_typing(ada: Page):
    ada.keyboard.press("n")
    ada.get_by_label("Company").fill("acme")

    expect(ada.get_by_text("You already have a job here")).to_be_visible()


def test_a_missing_company_is_pointed_out_and_nothing_typed_is_lost(ada: Page):
    ada.keyboard.press("n")
    ada.get_by_label("Position").fill("Nurse")
    ada.get_by_role("button", name="Save").click()

    expect(ada.get_by_text("Please fill this in.")).to_be_visible()
    expect(ada.get_by_label("Position")).to_have_value("Nurse")


def test_a_link_without_https_and_a_tag_without_enter_are_taken(ada: Page):
    ada.get_by_role("link", name="Add job").click()
    ada.get_by_label("Company").fill("Globex")
    ada.get_by_label("Position").fill("Nurse")
    ada.get_by_text("More about it").click()
    ada.get_by_label("Link to the posting").fill("jobs.globex.test/7")
    ada.get_by_label("Tags").fill("night shift")
    ada.get_by_role("button", name="Save").click()

    expect(ada.get_by_role("heading", name="Globex · Nurse")).to_be_visible()
    expect(ada.get_by_label("Link to the posting")).to_have_value("https://jobs.globex.test/7")
    expect(ada.get_by_text("night shift", exact=True)).to_be_visible()


def test_what_is_typed_into_the_form_survives_a_reload(ada: Page):
    ada.keyboard.press("n")
    ada.get_by_label("Company").fill("Half typed")
    ada.wait_for_timeout(200)
    ada.reload()

    expect(ada.get_by_label("Company")).to_have_value("Half typed")


def test_hostile_text_is_shown_as_it_was_typed(page: Page, server: Server):
    sign_up(page, server)
    name = "<img src=x onerror=alert(1)>{{7*7}} 株式会社 شركة 🙂"
    add_job(page, name, "=HYPERLINK(1)")
    go_to_board(page)

    expect(page.locator(".cv-card__company")).to_have_text(name)


def test_the_table_edits_in_place_and_acts_on_many(ada: Page):
    add_job(ada, "Borealis")
    go_to_board(ada)
    ada.keyboard.press("t")
    rows = ada.locator(".cv-row[data-id]")
    expect(rows).to_have_count(2)
    rows.first.get_by_role("checkbox").check()
    rows.last.get_by_role("checkbox").check()
    ada.get_by_role("button", name="Trash").click()
    ada.get_by_role("menuitem", name="Move 2 jobs to the trash").click()
    expect(ada.get_by_text("2 jobs changed")).to_be_visible()

    ada.keyboard.press("u")
    expect(rows).to_have_count(2)


@pytest.mark.parametrize("width", [768, 1440], ids=["tablet", "laptop"])
def test_the_table_cuts_no_title_and_leaves_companies_room(ada: Page, width: int):
    ada.set_viewport_size({"width": width, "height": 900})
    ada.keyboard.press("t")
    titles = ada.locator(".cv-row.is-head .cv-cell:visible")
    expect(titles.first).to_be_visible()
    cut = "cells => cells.filter(c => c.scrollWidth > c.clientWidth).map(c => c.innerText)"

    assert titles.evaluate_all(cut) == []
    assert titles.first.bounding_box()["width"] > 90


def test_search_finds_what_stands_in_the_notes(ada: Page):
    card(ada, "Acme").locator("a").click()
    ada.get_by_label("Notes").fill("They keep a giraffe.")
    expect(ada.locator(".cv-long-text .is-saved")).to_have_count(2)
    add_job(ada, "Borealis")
    go_to_board(ada)
    ada.keyboard.press("/")
    ada.keyboard.type("giraffe")

    expect(ada.get_by_text("1 of 2 jobs")).to_be_visible()
    expect(card(ada, "Acme")).to_be_visible()
    ada.reload()
    expect(ada.get_by_text("1 of 2 jobs")).to_be_visible()


def test_a_whole_text_pasted_into_the_search_matches_nothing(ada: Page):
    ada.keyboard.press("/")
    ada.keyboard.insert_text("giraffe " * 1_000)
    expect(ada.get_by_role("heading", name="Nothing matches")).to_be_visible()

    ada.goto(re.sub(r"\?.*", "", ada.url) + "?q=" + "giraffe+" * 1_000)
    ready(ada)
    expect(ada.get_by_role("heading", name="Nothing matches")).to_be_visible()


def test_the_palette_opens_a_job_by_its_name(ada: Page):
    ada.keyboard.press("Control+k")
    ada.get_by_label("Command or job").fill("acme")
    expect(ada.get_by_role("option", name=re.compile("Acme"))).to_be_visible()
    ada.keyboard.press("Enter")

    expect(ada.get_by_role("heading", name="Acme · Programmer")).to_be_visible()


def test_on_a_phone_a_job_is_added_and_moved(phone: Page, server: Server):
    sign_up(phone, server)
    phone.get_by_role("link", name="Add job").click()
    phone.get_by_label("Company").fill("Acme")
    phone.get_by_label("Position").fill("Nurse")
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_role("heading", name="Acme · Nurse")).to_be_visible()
    visit(phone, server, "/")
    phone.get_by_role("button", name=re.compile("^Applied")).click()
    phone.get_by_role("button", name="Move Acme").click()
    phone.get_by_role("menuitem", name="Offer").click()

    phone.get_by_role("button", name=re.compile("^Offer")).click()
    expect(column(phone, "Offer").locator(".cv-card")).to_contain_text("Acme")
    assert phone.evaluate("document.documentElement.scrollWidth") == 360


def test_on_a_phone_all_of_a_row_can_be_tapped(phone: Page, server: Server):
    Rest(server, sign_up(phone, server)).add("Acme")
    visit(phone, server, "/?view=table")
    row = phone.locator(".cv-row[data-id]")
    row.tap(position={"x": 6, "y": 58})  # the corner beside the small box
    expect(phone.get_by_label("Select Acme")).to_be_checked()
    row.tap(position={"x": 330, "y": 36})  # beneath the word of the status
    expect(phone.get_by_role("menu")).to_be_visible()
    phone.keyboard.press("Escape")
    row.tap(position={"x": 150, "y": 52})
    expect(phone.get_by_role("heading", name=re.compile("Acme"))).to_be_visible()
