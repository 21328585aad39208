"""Living with the numbers: they follow what happens, and one acts on what they say."""

import json
import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from services.sample import COMPANIES, SOURCES
from tests.journeys.conftest import NewPage, Sample, ready, sign_in, sign_up, visit
from tests.journeys.numbers import add, drawn, open_analytics
from tests.server import Server


@pytest.fixture
def robin(new_page: NewPage, sample: Sample) -> Page:
    """The sample's owner."""
    page = new_page()
    sign_in(page, sample.server, sample.person)
    ready(page)
    return page


def test_a_move_in_another_tab_changes_the_pictures(page: Page, server: Server):
    person = sign_up(page, server)
    with server.program(person.email, person.password) as program:
        [job, *_] = add(program, 3)
        open_analytics(page, server)
        drawn(page, "standing")
        waiting = page.locator(".cv-number", has_text="Waiting for a reply").locator("strong")
        expect(waiting).to_have_text("3")
        program.patch(f"/jobs/{job}", json={"status": "Rejected"})

        expect(waiting).to_have_text("2")
        expect(page.locator(".is-standing .slice", has_text="Rejected · 1")).to_be_attached()
        expect(page.locator(".is-flow .sankey-node", has_text="Rejected · 1")).to_be_attached()


def test_a_card_moved_by_hand_in_another_tab_changes_the_pictures(page: Page, server: Server):
    person = sign_up(page, server)
    with server.program(person.email, person.password) as program:
        add(program, 1)
    open_analytics(page, server)
    other = page.context.new_page()
    visit(other, server, "/")
    other.locator(".cv-card", has_text="Acme").locator("a").focus()
    other.keyboard.press("Alt+ArrowRight")

    screened = page.locator(".cv-number", has_text="Screening rate").locator("strong")
    expect(screened).to_have_text("100 %")


def test_silence_past_the_clock_is_marked_with_one_click_and_taken_back(page: Page, server: Server):
    person = sign_up(page, server)
    with server.program(person.email, person.password) as program:
        for job in add(program, 25, applied_on="2026-06-01"):
            program.patch(f"/jobs/{job}", json={"status": "Phone Screen"})
            program.patch(f"/jobs/{job}", json={"status": "Rejected"})
        [silent] = add(program, 1, company="Nobody Ltd", applied_on="2025-06-01")
        open_analytics(page, server)
        mark = page.get_by_role("button", name="Mark Nobody Ltd as ghosted")
        mark.click()
        expect(page.get_by_text("Marked as ghosted.")).to_be_visible()
        expect(mark).to_have_count(0)
        assert program.get(f"/jobs/{silent}").json()["outcome"] == "ghosted"

        page.keyboard.press("u")
        expect(mark).to_be_visible()
        assert program.get(f"/jobs/{silent}").json()["outcome"] is None


def test_a_goal_is_set_and_what_is_no_goal_is_refused_at_its_place(page: Page, server: Server):
    person = sign_up(page, server)
    with server.program(person.email, person.password) as program:
        add(program, 2)
    open_analytics(page, server)
    goal = page.get_by_label("Goal a week")
    goal.fill("2")
    page.get_by_role("button", name="Set").click()
    expect(page.get_by_text("2 applications this week: your goal of 2 is met.")).to_be_visible()

    goal.fill("")
    page.get_by_role("button", name="Set").click()
    expect(page.get_by_text("2 applications this week.", exact=True)).to_be_visible()


def test_somebody_without_jobs_is_told_how_to_begin(page: Page, server: Server):
    sign_up(page, server)
    visit(page, server, "/analytics")
    expect(
        page.get_by_role("heading", name="Your numbers start with your first job")
    ).to_be_visible()
    page.get_by_role("link", name="Add a job", exact=True).click()
    expect(page.get_by_role("heading", name="Add a job")).to_be_visible()


def test_numbers_that_cannot_be_had_are_said_and_asked_for_again(page: Page, server: Server):
    person = sign_up(page, server)
    with server.program(person.email, person.password) as program:
        add(program, 1)
    page.route("**/pictures?*", lambda route: route.fulfill(status=200, body="no JSON"))
    visit(page, server, "/analytics")
    expect(page.get_by_role("alert")).to_contain_text("The numbers could not be loaded")
    page.unroute_all()
    page.get_by_role("button", name="Retry").click()
    expect(page.locator(".cv-glance")).to_be_visible()


def test_a_week_is_looked_back_on_and_its_neighbours_are_near(robin: Page, sample: Sample):
    open_analytics(robin, sample.server)
    robin.get_by_role("link", name="Review the week").click()
    title = robin.get_by_role("heading", level=1)
    expect(title).to_contain_text("Week of")
    before = title.inner_text()
    robin.get_by_role("link", name="Earlier").click()
    expect(title).not_to_have_text(before)
    robin.get_by_role("link", name="The whole month").click()
    expect(title).to_have_text(re.compile(r"^[A-Z][a-z]+ 2026$"))


def test_a_review_is_printed_without_what_one_only_clicks(robin: Page, sample: Sample):
    visit(robin, sample.server, "/review")
    expect(robin.locator(".cv-review li").first).to_be_visible()
    robin.emulate_media(media="print")
    expect(robin.locator(".cv-rail")).to_be_hidden()
    expect(robin.get_by_role("button", name="Print")).to_be_hidden()
    expect(robin.locator(".cv-review li").first).to_be_visible()
    robin.emulate_media(media="screen")


def saved(page: Page, name: str) -> tuple[str, bytes]:
    """Save what the link or button of this name saves; return the file's name and bytes."""
    with page.expect_download() as coming:
        page.get_by_role("link", name=name).or_(page.get_by_role("button", name=name)).click()
    return coming.value.suggested_filename, coming.value.path().read_bytes()


def test_a_picture_is_saved_as_png_svg_and_csv_with_its_title(robin: Page, sample: Sample):
    open_analytics(robin, sample.server)
    drawn(robin, "funnel")
    name, png = saved(robin, "Save How far applications came as PNG")
    assert (name, png[:4]) == ("funnel.png", b"\x89PNG")
    assert Image.open(BytesIO(png)).width == 2_000

    name, svg = saved(robin, "Save How far applications came as SVG")
    text = re.sub(r"<[^>]+>", " ", svg.decode())
    assert name == "funnel.svg"
    assert "How far applications came" in text
    assert re.search(r"n = \d+, all time", text)

    name, table = saved(robin, "Save How far applications came as CSV")
    assert name == "funnel.csv"
    assert table.decode("utf-8-sig").startswith('"Step","Jobs","Share","95 % interval"')


def test_the_numbers_are_saved_as_csv_json_and_flow(robin: Page, sample: Sample):
    open_analytics(robin, sample.server)
    found = {}
    for words in ("Applications as CSV", "All numbers as JSON", "Flow for SankeyMATIC"):
        robin.locator(".cv-picture-bar__files summary").click()
        name, data = saved(robin, words)
        found[name] = data.decode("utf-8-sig")

    assert found["applications.csv"].startswith('"id","company","position"')
    assert json.loads(found["analytics.json"])["applications"] > 100
    assert "Applications [" in found["flow-for-sankeymatic.txt"]


def test_what_is_shown_and_saved_to_share_names_nobody(robin: Page, sample: Sample):
    open_analytics(robin, sample.server)
    robin.get_by_label("Without names").check()
    expect(robin.get_by_text("To share: no company")).to_be_visible()
    drawn(robin, "flow")
    drawn(robin, "by-source")
    _, svg = saved(robin, "Save Response by source as SVG")
    shown = robin.locator(".cv-pictures").inner_text() + svg.decode()

    assert "Source A" in shown
    for word in (*COMPANIES, *SOURCES, "Robin"):
        assert word not in shown
    robin.reload()
    expect(robin.get_by_label("Without names")).to_be_checked()
