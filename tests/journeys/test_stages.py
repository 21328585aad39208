"""The stages: a person's own words for where a job stands."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import NewPage, ready, sign_in, sign_up, visit
from tests.server import Server

DEFAULTS = ["Saved", "Applied", "Phone Screen", "Technical Interview", "Final Interview", "Offer"]


@pytest.fixture
def stages(page: Page, server: Server) -> Page:
    """Ada's stages, as everyone has them at first."""
    sign_up(page, server)
    visit(page, server, "/stages")
    expect_names(page, DEFAULTS)
    return page


def rows(page: Page) -> Locator:
    return page.get_by_role("list", name="Stages, in their order").get_by_role("listitem")


def expect_names(page: Page, names: list[str]) -> None:
    expect(rows(page)).to_have_count(len(names))
    for row, name in zip(rows(page).all(), names, strict=True):
        expect(row.get_by_role("textbox")).to_have_value(name)


def rename(page: Page, old: str, new: str) -> None:
    page.get_by_label(f"Name of {old}").fill(new)
    page.get_by_label(f"Name of {old}").press("Enter")


def add_job(page: Page, server: Server, company: str) -> None:
    visit(page, server, "/jobs/new")
    page.get_by_label("Company").fill(company)
    page.get_by_label("Position").fill("Programmer")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(company)


def test_a_new_name_shows_on_the_board_of_another_browser(
    page: Page, phone: Page, server: Server
) -> None:
    ada = sign_up(page, server)
    add_job(page, server, "Acme")
    sign_in(phone, server, ada)
    ready(phone)
    visit(page, server, "/stages")
    rename(page, "Phone Screen", "First Call")
    expect(phone.get_by_text("First Call").first).to_be_attached()


def test_two_open_stage_lists_show_the_same(page: Page, new_page: NewPage, server: Server) -> None:
    ada = sign_up(page, server)
    other = new_page()
    sign_in(other, server, ada)
    for tab in (page, other):
        visit(tab, server, "/stages")
    rename(page, "Offer", "Signed")
    expect_names(other, [*DEFAULTS[:-1], "Signed"])
    rename(other, "Signed", "Contract")
    expect_names(page, [*DEFAULTS[:-1], "Contract"])


def test_the_keyboard_alone_reorders(stages: Page, server: Server) -> None:
    stages.get_by_role("button", name="Move Offer up").focus()
    for _ in range(2):
        stages.keyboard.press("Enter")
        expect(stages.get_by_role("button", name="Move Offer up")).to_be_focused()
    expected = [*DEFAULTS[:3], "Offer", *DEFAULTS[3:5]]
    expect(stages.get_by_text("Offer is now 4 of 6.")).to_be_attached()
    expect_names(stages, expected)
    visit(stages, server, "/stages")
    expect_names(stages, expected)


def test_the_mouse_drags_a_stage_to_its_place(stages: Page, server: Server) -> None:
    grip = rows(stages).nth(5).locator(".cv-grip")
    grip.drag_to(rows(stages).nth(1).locator(".cv-grip"))
    expected = [DEFAULTS[0], "Offer", *DEFAULTS[1:5]]
    expect_names(stages, expected)
    visit(stages, server, "/stages")
    expect_names(stages, expected)


def test_escape_puts_a_dragged_stage_back(stages: Page) -> None:
    start = rows(stages).nth(5).locator(".cv-grip").bounding_box()
    end = rows(stages).nth(0).bounding_box()
    assert start
    assert end
    stages.mouse.move(start["x"] + 5, start["y"] + 5)
    stages.mouse.down()
    stages.mouse.move(end["x"] + 5, end["y"] + 5, steps=5)
    expect(rows(stages).nth(5)).to_have_css("order", "0")
    stages.keyboard.press("Escape")
    stages.mouse.up()
    expect(rows(stages).nth(5)).to_have_css("order", "5")
    expect_names(stages, DEFAULTS)


def test_a_colour_is_chosen_from_ten(stages: Page, server: Server) -> None:
    stages.get_by_role("button", name="Colour of Applied: blue").click()
    dots = stages.get_by_role("group", name="Colour of Applied").get_by_role("radio")
    expect(dots).to_have_count(10)
    dots.nth(7).check()
    expect(stages.get_by_role("button", name="Colour of Applied: rose")).to_be_visible()
    visit(stages, server, "/stages")
    expect(stages.get_by_role("button", name="Colour of Applied: rose")).to_be_visible()


def test_a_kind_says_what_it_means_to_the_numbers(stages: Page, server: Server) -> None:
    stages.get_by_label("Kind of Final Interview").select_option("assessment")
    row = rows(stages).nth(4)
    expect(row).to_contain_text("A test or a task: counts as a response.")
    visit(stages, server, "/stages")
    expect(stages.get_by_label("Kind of Final Interview")).to_have_value("assessment")


def test_an_added_stage_is_a_column_of_the_board(stages: Page, server: Server) -> None:
    stages.get_by_role("button", name="Add a stage").click()
    stages.get_by_label("Name", exact=True).fill("Take-home")
    stages.get_by_label("Kind", exact=True).select_option("assessment")
    stages.get_by_role("button", name="Add the stage").click()
    expect_names(stages, [*DEFAULTS, "Take-home"])
    expect(stages.get_by_role("button", name="Add a stage")).to_be_focused()
    add_job(stages, server, "Acme")
    visit(stages, server, "/")
    expect(stages.get_by_text("Take-home").first).to_be_visible()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Applied", "Please give each stage a name of its own."),
        ("Rejected", "A stage cannot have the name of an outcome"),
        ("  ", "Please fill this in."),
    ],
    ids=["taken", "an outcome", "nothing"],
)
def test_a_name_that_cannot_be_taken_stays_to_be_put_right(
    stages: Page, name: str, words: str
) -> None:
    rename(stages, "Offer", name)
    expect(rows(stages).nth(5)).to_contain_text(words)
    expect(stages.get_by_label("Name of Offer")).to_have_value(name)
    rename(stages, "Offer", "Signed")
    expect_names(stages, [*DEFAULTS[:-1], "Signed"])
    expect(stages.get_by_text(words)).to_have_count(0)


def test_the_last_stage_of_applying_cannot_become_another_kind(stages: Page) -> None:
    stages.get_by_label("Kind of Applied").select_option("offer")
    expect(stages.get_by_role("alert")).to_contain_text("Please keep one stage of the kind")
    expect(stages.get_by_label("Kind of Applied")).to_have_value("applied")


def test_an_archived_stage_can_be_brought_back(stages: Page) -> None:
    stages.get_by_role("button", name="Archive Phone Screen").click()
    expect_names(stages, [name for name in DEFAULTS if name != "Phone Screen"])
    expect(stages.get_by_role("button", name="Bring back Phone Screen")).to_be_focused()
    stages.keyboard.press("Enter")
    expect(rows(stages)).to_have_count(6)
    expect(stages.get_by_label("Name of Phone Screen")).to_be_visible()


def test_a_stage_with_jobs_in_it_is_not_archived(page: Page, server: Server) -> None:
    sign_up(page, server)
    add_job(page, server, "Acme")
    visit(page, server, "/stages")
    expect(rows(page).nth(1)).to_contain_text("1 job")
    page.get_by_label("Kind of Phone Screen").select_option("applied")
    page.get_by_role("button", name="Archive Applied").click()
    expect(page.get_by_role("alert")).to_contain_text("1 of your jobs still stand in “Applied”")
    expect_names(page, DEFAULTS)


def test_quick_changes_one_after_another_all_stand(stages: Page, server: Server) -> None:
    for _ in range(4):
        stages.get_by_role("button", name="Move Offer up").click()
    rename(stages, "Saved", "Wishes")
    expected = ["Wishes", "Offer", *DEFAULTS[1:5]]
    expect_names(stages, expected)
    stages.wait_for_timeout(500)
    visit(stages, server, "/stages")
    expect_names(stages, expected)
