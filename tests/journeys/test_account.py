"""The account: passwords, sessions and tokens, as a person meets them."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import (
    NewPage,
    Person,
    give_password,
    ready,
    sign_in,
    sign_out,
    sign_up,
    visit,
)
from tests.journeys.rest import Rest
from tests.server import Server


def make_token(page: Page, label: str, scope: str = "read") -> dict[str, str]:
    page.get_by_label("What it is for").fill(label)
    page.get_by_label("It may").select_option(scope)
    page.get_by_role("button", name="Make a token").click()
    secret = page.get_by_role("group", name="Your new token").get_by_role("listitem").inner_text()
    return {"Authorization": f"Bearer {secret}"}


def test_a_newcomer_signs_up_by_a_plain_form(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/sign-up")
    page.get_by_label("E-mail").fill(f"ada-{uuid4().hex[:12]}@example.org")
    page.get_by_label("Password").fill("correct horse battery staple")
    page.keyboard.press("Enter")
    ready(page)
    expect(page).to_have_url(f"{server.url}/")


def test_a_refused_sign_up_puts_the_cursor_where_something_is_wrong(
    page: Page, server: Server
) -> None:
    page.goto(f"{server.url}/sign-up")
    page.get_by_label("E-mail").fill("grace@example.org")
    page.get_by_label("Password").fill("password1")
    page.get_by_role("button", name="Make my account").click()
    expect(page.get_by_text("one of the most common passwords")).to_be_visible()
    expect(page.get_by_label("Password")).to_be_focused()
    expect(page.get_by_label("E-mail")).to_have_value("grace@example.org")


def test_what_was_typed_is_not_there_for_the_next_person_at_this_browser(
    ada: Person, page: Page, server: Server
) -> None:
    visit(page, server, "/jobs/new")
    page.get_by_label("Company").fill("Acme")
    visit(page, server, "/account")
    sign_out(page)
    sign_in(page, server, ada)
    visit(page, server, "/jobs/new")
    expect(page.get_by_label("Company")).to_have_value("")


def test_a_wrong_password_at_sign_in_tells_nothing(ada: Person, page: Page, server: Server) -> None:
    sign_out(page)
    for email in (ada.email, "nobody@example.org"):
        sign_in(page, server, Person(email, "wrong horse battery"))
        alert = page.get_by_role("alert")
        expect(alert).to_have_text("The e-mail address or the password is not right.")
        expect(page.get_by_label("Password")).to_be_focused()


def test_the_password_can_be_changed_and_this_browser_stays(
    ada: Person, page: Page, server: Server
) -> None:
    page.get_by_label("Current password").fill(ada.password)
    page.get_by_label("New password").fill("a wholly other phrase")
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_text("Every other browser is signed out.")).to_be_visible()
    visit(page, server, "/account")
    sign_out(page)
    sign_in(page, server, Person(ada.email, "a wholly other phrase"))
    ready(page)


@pytest.mark.parametrize(
    ("current", "new", "words"),
    [
        ("not this one", "a wholly other phrase", "The password is not right."),
        ("not this one", "short", "Please use 8 characters or more"),
        ("not this one", "password1", "one of the most common passwords"),
    ],
    ids=["wrong current", "too short", "too common"],
)
def test_a_refused_password_is_explained_at_its_field(
    ada: Person, page: Page, current: str, new: str, words: str
) -> None:
    page.get_by_label("Current password").fill(current)
    page.get_by_label("New password").fill(new)
    page.get_by_role("button", name="Change the password").click()
    expect(page.locator(".cv-field", has_text=words)).to_have_count(1)
    expect(page.locator("[aria-invalid=true]")).to_be_focused()


def test_guessing_the_password_on_an_open_page_ends_soon(ada: Person, page: Page) -> None:
    page.get_by_role("button", name="Set it up").click()
    for guess in range(20):
        give_password(page, Person(ada.email, f"guess {guess}"), "Continue")
        expect(page.get_by_text("The password is not right.")).to_be_visible()
    give_password(page, ada, "Continue")
    expect(page.get_by_text("Too many attempts.")).to_be_visible()


def test_signing_out_everywhere_ends_every_open_page(
    ada: Person, page: Page, phone: Page, server: Server
) -> None:
    sign_in(phone, server, ada)
    ready(phone)
    page.get_by_role("button", name="Sign out everywhere").click()
    expect(phone).to_have_url(re.compile(r"/sign-in\?ended"))
    expect(page).to_have_url(re.compile(r"/sign-in\?ended"))
    phone.goto(server.url)
    expect(phone).to_have_url(f"{server.url}/welcome")


def test_one_browser_can_be_signed_out_from_another(
    ada: Person, page: Page, new_page: NewPage, server: Server
) -> None:
    lost = new_page(user_agent="Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/144.0")
    sign_in(lost, server, ada)
    visit(lost, server, "/analytics?period=30d")
    visit(page, server, "/account")
    page.get_by_role("button", name="Sign out Firefox on Windows").click()
    expect(page.get_by_text("Firefox on Windows")).to_have_count(0)
    expect(lost.get_by_text("You were signed out.")).to_be_visible()

    lost.get_by_label("E-mail").fill(ada.email)
    lost.get_by_label("Password").fill(ada.password)
    lost.get_by_role("button", name="Sign in").click()
    expect(lost).to_have_url(f"{server.url}/analytics")


@pytest.mark.parametrize("path", ["/", "/analytics"])
def test_a_screen_that_is_refused_its_numbers_leads_to_the_sign_in_and_back(
    shaken: Page, server: Server, path: str
) -> None:
    ada = sign_up(shaken, server)
    visit(shaken, server, path)
    shaken.context.clear_cookies()  # as if the session had ended just now, and the page not told
    Rest(server, ada).add("Acme")

    expect(shaken).to_have_url(re.compile(r"/sign-in\?ended"))
    shaken.get_by_label("E-mail").fill(ada.email)
    shaken.get_by_label("Password").fill(ada.password)
    shaken.get_by_role("button", name="Sign in").click()
    expect(shaken).to_have_url(f"{server.url}{path}")


def test_a_token_works_until_it_is_revoked(ada: Person, page: Page, server: Server) -> None:
    program = server.client("/api", headers=make_token(page, "My spreadsheet"))
    job = {"company": "Acme", "position": "Programmer", "status": "Applied"}
    assert program.get("/jobs/").json() == []
    assert program.post("/jobs/", json=job).status_code == 403
    page.get_by_role("button", name="Revoke My spreadsheet").click()
    expect(page.get_by_text("No tokens yet.")).to_be_visible()
    assert program.get("/jobs/").status_code == 401


def test_what_a_token_writes_is_on_the_board(ada: Person, page: Page, server: Server) -> None:
    program = server.client("/api", headers=make_token(page, "Writer", "write"))
    job = {"company": "Acme", "position": "Programmer", "status": "Applied"}
    assert program.post("/jobs/", json=job).status_code == 201
    visit(page, server, "/")
    expect(page.get_by_text("Acme").first).to_be_visible()


def test_a_token_without_a_name_is_refused_at_its_field(ada: Person, page: Page) -> None:
    page.get_by_role("button", name="Make a token").click()
    expect(page.get_by_text("Please give it a name")).to_be_visible()
    expect(page.get_by_label("What it is for")).to_be_focused()


def test_today_is_that_of_the_browser_from_the_first_day(new_page: NewPage, server: Server) -> None:
    page = new_page(timezone_id="Pacific/Kiritimati")
    sign_up(page, server)
    visit(page, server, "/account")
    expect(page.get_by_label("Time zone")).to_have_value("Pacific/Kiritimati")
    expect(page.get_by_role("button", name="Save")).to_be_disabled()


def test_name_and_time_zone_stay(new_page: NewPage, server: Server) -> None:
    home, page = new_page(timezone_id="Europe/Berlin"), new_page(timezone_id="Asia/Tokyo")
    ada = sign_up(home, server)
    visit(home, server, "/account")
    expect(home.get_by_label("Time zone")).to_have_value("Europe/Berlin")
    sign_in(page, server, ada)
    visit(page, server, "/account")
    page.get_by_role("button", name="Use that").click()
    expect(page.get_by_label("Time zone")).to_have_value("Asia/Tokyo")
    page.get_by_label("Name").fill("Ada Lovelace")
    page.get_by_label("Time zone").select_option("Europe/London")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    visit(page, server, "/account")
    expect(page.get_by_label("Name")).to_have_value("Ada Lovelace")
    expect(page.get_by_label("Time zone")).to_have_value("Europe/London")


def test_dark_is_kept_and_worn_on_every_screen(ada: Person, page: Page, server: Server) -> None:
    page.get_by_role("radio", name="Dark").check()
    expect(page.locator("body")).to_have_class(re.compile("body--dark"))
    visit(page, server, "/trash")
    expect(page.locator("body")).to_have_class(re.compile("body--dark"))
