"""What is shown while numbers are awaited, and where they cannot be had."""

import re

from playwright.sync_api import Page, Route, expect

from tests.journeys.conftest import NewPage, sign_up, visit
from tests.journeys.numbers import add, drawn, open_analytics
from tests.server import Server


def no_numbers(route: Route) -> None:
    route.fulfill(status=200, body="no JSON")


def searching(page: Page, server: Server, count: int = 3, **details: object) -> None:
    """Make an account with so many jobs, and open its numbers."""
    person = sign_up(page, server)
    with server.program(person.email, person.password) as program:
        add(program, count, **details)
    open_analytics(page, server)


def test_names_never_stand_under_the_promise_of_none(page: Page, server: Server):
    searching(page, server, source="Wilhelmina")
    promise = page.get_by_text("To share: no company")
    page.route("**/pictures?*", no_numbers)
    page.get_by_label("Without names").check()

    expect(page.get_by_role("alert")).to_contain_text("The numbers could not be loaded")
    expect(promise).to_have_count(0)
    expect(page.locator(".cv-picture, .cv-number, .cv-picture-bar__files")).to_have_count(0)

    page.unroute_all()
    page.get_by_role("button", name="Retry").click()
    expect(promise).to_be_visible()
    assert "Wilhelmina" not in page.locator(".cv-pictures").text_content()
    expect(page.get_by_label("Save How far applications came as CSV")).to_have_attribute(
        "href", re.compile(r"share=1")
    )


def test_links_and_files_are_of_the_period_that_is_shown(page: Page, server: Server):
    searching(page, server)
    wall = page.locator(".cv-pictures")
    link = page.locator("a.cv-number__link").first
    table = page.get_by_label("Save How far applications came as CSV")
    waiting: list[Route] = []
    page.route("**/pictures?*", lambda route: waiting.append(route))
    page.get_by_label("30 days").check()
    expect(wall).to_have_attribute("aria-busy", "true")
    for each in (link, table):
        expect(each).to_have_attribute("href", re.compile("period=all"))

    no_numbers(waiting[0])
    expect(page.get_by_role("alert")).to_contain_text("These are still of all time.")
    expect(table).to_have_attribute("href", re.compile("period=all"))

    page.unroute_all()
    page.get_by_role("button", name="Retry").click()
    for each in (link, table):
        expect(each).to_have_attribute("href", re.compile("period=30d"))
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_period_that_cannot_be_read_is_said_and_the_usual_one_shown(page: Page, server: Server):
    searching(page, server)
    visit(page, server, "/analytics?period=abc")
    expect(page.get_by_role("alert")).to_have_text(
        "That period could not be read. These are of the last 90 days."
    )
    expect(page.get_by_role("radio", name="90 days")).to_be_checked()
    assert "period=90d" in page.url


def test_figures_that_cannot_be_drawn_say_so_and_are_drawn_later(page: Page, server: Server):
    broken = {"content_type": "text/javascript", "body": "throw new Error('cut short')"}
    page.route("**/esm/*/index.js*", lambda route: route.fulfill(**broken))
    searching(page, server)
    figure = page.locator(".is-standing .cv-canvas")
    expect(figure).to_contain_text("This could not be drawn just now.")
    expect(page.locator(".is-standing .cv-picture__words")).to_have_text(
        "3 applications: 3 Applied."
    )
    page.get_by_label("Save Where jobs stand as PNG").click()
    expect(page.locator(".is-standing [role=alert]")).to_contain_text("could not be saved")

    page.unroute_all()
    figure.get_by_role("button", name="Retry").click()
    expect(figure.locator(".slice")).to_have_count(1)
    expect(figure).not_to_contain_text("could not be drawn")
    drawn(page, "funnel")


def test_a_small_search_is_told_in_few_words(page: Page, server: Server):
    searching(page, server, 1)
    folded = page.locator(".cv-pictures__undrawn", has_text="Response by source")
    picture = folded.locator(".is-by-source")
    expect(picture).to_be_hidden()
    folded.locator("summary").first.click()
    expect(picture).to_contain_text("There is nothing to compare yet")
    picture.locator("summary", has_text="Definition").click()
    expect(picture.get_by_text("Applications by source: of each group")).to_be_visible()


def test_who_has_only_saved_jobs_is_told_what_comes_next(new_page: NewPage, server: Server):
    page = new_page()
    searching(page, server, 5, status="Saved")
    expect(page.get_by_text("5 jobs saved, none applied for yet.")).to_be_visible()
    expect(page.locator(".cv-number")).to_have_count(0)
    page.get_by_role("link", name="See your jobs").click()
    expect(page.get_by_role("heading", name="Saved")).to_be_visible()
