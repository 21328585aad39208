"""The second factor and what stands in for it, as a person meets them on the account page."""

import time

import pyotp
from playwright.sync_api import Page, expect

from tests.journeys.conftest import (
    Person,
    give_password,
    ready,
    sign_in,
    sign_out,
    visit,
)
from tests.server import Server


def turn_on_second_factor(page: Page, ada: Person) -> tuple[pyotp.TOTP, list[str]]:
    page.get_by_role("button", name="Set it up").click()
    give_password(page, ada, "Continue")
    expect(page.get_by_alt_text("QR code for your authenticator")).to_be_visible()
    page.get_by_text("Or type the secret").click()
    authenticator = pyotp.TOTP(page.locator(".cv-typed").inner_text().replace(" ", ""))
    page.get_by_label("Code", exact=True).fill(authenticator.now())
    codes = page.get_by_role("list", name="CareerVault recovery codes").get_by_role("listitem")
    expect(codes).to_have_count(10)
    return authenticator, codes.all_inner_texts()


def next_code(authenticator: pyotp.TOTP) -> str:
    # Each code is good once; the server lets clocks differ by one step.
    return authenticator.at(int(time.time()), counter_offset=1)


def test_a_second_factor_is_asked_for_at_the_next_sign_in(
    ada: Person, page: Page, server: Server
) -> None:
    expect(page.get_by_role("button", name="By text message")).to_have_count(0)
    authenticator, _ = turn_on_second_factor(page, ada)
    page.get_by_role("button", name="I have kept them").click()
    expect(page.get_by_text("10 of 10 recovery codes left")).to_be_visible()
    sign_out(page)
    sign_in(page, server, ada)
    page.get_by_label("Code").fill(next_code(authenticator))
    page.get_by_role("button", name="Continue").click()
    ready(page)


def test_a_recovery_code_opens_the_door_once(ada: Person, page: Page, server: Server) -> None:
    _, codes = turn_on_second_factor(page, ada)
    visit(page, server, "/account")
    for outcome in ("/", "/sign-in/code"):
        sign_out(page)
        sign_in(page, server, ada)
        page.get_by_label("Code").fill(codes[0])
        page.get_by_role("button", name="Continue").click()
        expect(page).to_have_url(server.url + outcome)
        if outcome == "/":
            visit(page, server, "/account")
            expect(page.get_by_text("9 of 10 recovery codes left")).to_be_visible()


def test_new_recovery_codes_replace_the_old_ones(ada: Person, page: Page) -> None:
    _, old = turn_on_second_factor(page, ada)
    page.get_by_role("button", name="I have kept them").click()
    page.get_by_role("button", name="New recovery codes").click()
    give_password(page, ada, "Make new codes")
    codes = page.get_by_role("list", name="CareerVault recovery codes").get_by_role("listitem")
    expect(codes).to_have_count(10)
    assert not set(codes.all_inner_texts()) & set(old)


def test_a_forgotten_password_is_set_by_a_code_without_any_second_factor(
    ada: Person, page: Page, server: Server
) -> None:
    page.get_by_role("button", name="New recovery codes").click()
    give_password(page, ada, "Make new codes")
    codes = page.get_by_role("list", name="CareerVault recovery codes").get_by_role("listitem")
    expect(codes).to_have_count(10)
    code = codes.first.inner_text()

    page.goto(f"{server.url}/reset-password")
    page.get_by_label("E-mail").fill(ada.email)
    page.get_by_label("Recovery code").fill(code)
    page.get_by_label("New password").fill("nine quiet harbours")
    page.get_by_role("button", name="Set the new password").click()
    sign_in(page, server, Person(ada.email, "nine quiet harbours"))
    expect(page.get_by_role("link", name="Add job")).to_be_visible()


def test_recovery_codes_can_be_kept_as_a_file(ada: Person, page: Page) -> None:
    _, codes = turn_on_second_factor(page, ada)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download").click()
    kept = download.value.path().read_text()
    assert all(code in kept for code in codes)


def test_the_second_factor_is_turned_off_by_the_password_alone(ada: Person, page: Page) -> None:
    turn_on_second_factor(page, ada)
    page.get_by_role("button", name="I have kept them").click()
    page.get_by_role("button", name="Turn it off").click()
    page.get_by_label("Your password").fill("not this one")
    page.get_by_role("button", name="Turn it off").click()
    expect(page.get_by_text("The password is not right.")).to_be_visible()
    give_password(page, ada, "Turn it off")
    expect(page.get_by_text("Signing in asks for your password alone.")).to_be_visible()


def test_a_wrong_code_is_said_at_its_field_and_another_may_be_tried(
    ada: Person, page: Page
) -> None:
    page.get_by_role("button", name="Set it up").click()
    give_password(page, ada, "Continue")
    page.get_by_label("Code", exact=True).fill("000000")
    expect(page.get_by_text("This code is not right")).to_be_visible()
    expect(page.get_by_label("Code", exact=True)).to_be_focused()
