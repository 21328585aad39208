"""Leaving for good, as a person meets it."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Person, ready, sign_in, sign_up, visit
from tests.server import Server, rows_with

JOB = {"company": "Acme", "position": "Programmer", "status": "Applied"}


def ask_to_leave(page: Page) -> None:
    page.get_by_role("button", name="Delete my account").click()
    expect(page.get_by_label("Your password")).to_be_focused()


def leave(page: Page, person: Person) -> None:
    page.get_by_label("Your password").fill(person.password)
    page.get_by_role("button", name="Delete everything for good").click()


def test_who_leaves_takes_everything_along(page: Page, phone: Page, server: Server) -> None:
    ada = sign_up(page, server)
    program = server.program(ada.email, ada.password)
    job = {**JOB, "notes": f"only for {ada.email}"}
    assert program.post("/jobs/", json=job).status_code == 201
    assert rows_with(server.data, ada.email)
    sign_in(phone, server, ada)
    ready(phone)
    visit(page, server, "/account")
    with page.expect_download() as taken:
        page.get_by_role("link", name="all applications as CSV").click()
    assert "Acme" in taken.value.path().read_text()

    ask_to_leave(page)
    leave(page, ada)

    expect(page.get_by_role("heading", name="Goodbye")).to_be_visible()
    expect(phone).to_have_url(re.compile(r"/sign-in\?ended"))
    assert rows_with(server.data, ada.email) == []
    assert program.get("/jobs/").status_code == 401
    page.get_by_role("link", name="Go to the start").click()
    expect(page).to_have_url(f"{server.url}/welcome")
    sign_in(page, server, ada)
    expect(page.get_by_role("alert")).to_contain_text("not right")


def test_a_wrong_password_or_a_second_thought_deletes_nothing(page: Page, server: Server) -> None:
    ada = sign_up(page, server)
    visit(page, server, "/account")
    ask_to_leave(page)
    leave(page, Person(ada.email, "not this one"))
    expect(page.get_by_text("The password is not right.")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("button", name="Delete my account")).to_be_visible()
    assert page.request.post(f"{server.url}/goodbye", headers={"origin": server.url}).ok
    visit(page, server, "/account")
    expect(page.get_by_role("button", name=re.compile("Delete my account"))).to_be_visible()
