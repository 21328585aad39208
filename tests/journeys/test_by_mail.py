"""Where a Cognito pool knows the people: what is mailed to them, as they meet it."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.aws import Account
from tests.contracts.identity.lobby import CognitoPool, made_pool, wrong
from tests.journeys.conftest import Person, ready, serious_findings, sign_in
from tests.ministack import KEY
from tests.server import Server

PASSWORD = "correct horse battery staple"


@dataclass(frozen=True)
class House:
    """A server whose people a pool knows."""

    server: Server
    pool: CognitoPool

    @property
    def url(self) -> str:
        """Where it answers."""
        return self.server.url


@pytest.fixture(scope="module")
def house(account: Account, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The real server on the pool that the template made."""
    pool = made_pool(account)
    with pytest.MonkeyPatch.context() as us:
        us.setenv("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", account.address)
        us.setenv("AWS_ACCESS_KEY_ID", KEY)
        us.setenv("AWS_SECRET_ACCESS_KEY", KEY)
        server = Server(
            tmp_path_factory.mktemp("mailed"),
            identity="cognito",
            pool=pool.name,
            pool_client=pool.application,
            pool_client_secret=pool.secret,
        )
        server.start()
        yield House(server, pool)
        server.stop()


def begin(page: Page, house: House) -> Person:
    """Fill in the form of a newcomer, up to where the code is asked for."""
    person = Person(f"ada-{uuid4().hex[:12]}@example.org", PASSWORD)
    page.goto(f"{house.url}/sign-up")
    page.get_by_label("E-mail").fill(person.email)
    page.get_by_label("Password").fill(person.password)
    page.get_by_role("button", name="Make my account").click()
    expect(page.get_by_role("heading", name="Confirm your address")).to_be_visible()
    return person


def give_mailed(page: Page, house: House, person: Person) -> None:
    page.get_by_label("Code").fill(house.pool.mailed(person.email))
    page.get_by_role("button", name="Open my account").click()


def test_a_newcomer_confirms_the_address_and_is_in(page: Page, house: House) -> None:
    person = begin(page, house)
    expect(page.get_by_label("Code")).to_be_focused()
    expect(page.get_by_text(person.email)).to_be_visible()
    give_mailed(page, house, person)
    ready(page)
    expect(page).to_have_url(f"{house.url}/")


def test_a_wrong_code_may_be_tried_again(page: Page, house: House) -> None:
    person = begin(page, house)
    page.get_by_label("Code").fill(wrong(house.pool.mailed(person.email)))
    page.get_by_role("button", name="Open my account").click()
    expect(page.get_by_role("alert")).to_contain_text("did not match")
    give_mailed(page, house, person)
    ready(page)


def test_another_code_comes_when_it_is_asked_for(page: Page, house: House) -> None:
    person = begin(page, house)
    mails = len(house.pool.mails(person.email))
    page.get_by_role("button", name="Send another code").click()
    expect(page.get_by_role("status")).to_have_text("Another code is on its way.")
    assert len(house.pool.mails(person.email)) == mails + 1
    give_mailed(page, house, person)
    ready(page)


def test_who_went_away_is_asked_for_the_code_at_the_next_sign_in(
    page: Page, phone: Page, house: House
) -> None:
    person = begin(page, house)
    sign_in(phone, house.server, person)
    give_mailed(phone, house, person)
    ready(phone)


def test_a_forgotten_password_is_set_by_a_mailed_code(page: Page, house: House) -> None:
    person = begin(page, house)
    give_mailed(page, house, person)
    ready(page)
    page.context.clear_cookies()
    page.goto(f"{house.url}/sign-in")
    page.get_by_role("link", name="Forgot your password?").click()
    page.get_by_label("E-mail").fill(person.email)
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_role("status")).to_contain_text("If this address has an account")
    page.get_by_label("Code").fill(house.pool.mailed(person.email))
    page.get_by_label("New password").fill("nine quiet harbours")
    page.get_by_role("button", name="Set the new password").click()
    sign_in(page, house.server, Person(person.email, "nine quiet harbours"))
    expect(page.get_by_role("link", name="Add job")).to_be_visible()


def test_a_stranger_sees_the_same_when_asking_for_a_code(page: Page, house: House) -> None:
    page.goto(f"{house.url}/reset-password")
    page.get_by_label("E-mail").fill("nobody@example.org")
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_role("status")).to_contain_text("If this address has an account")
    assert house.pool.mails("nobody@example.org") == []


def test_codes_are_not_mailed_without_end(page: Page, house: House) -> None:
    begin(page, house)
    for _ in range(5):
        page.get_by_role("button", name="Send another code").click()
        expect(page.get_by_role("status")).to_be_visible()
    page.get_by_role("button", name="Send another code").click()
    expect(page.get_by_role("alert")).to_contain_text("Too many attempts.")


def test_the_steps_are_open_to_everybody(phone: Page, house: House) -> None:
    begin(phone, house)
    assert serious_findings(phone) == []
    phone.goto(f"{house.url}/reset-password")
    assert serious_findings(phone) == []


def test_a_program_gives_the_mailed_code_when_it_logs_in(house: House) -> None:
    account = {"email": f"ada-{uuid4().hex[:12]}@example.org", "password": PASSWORD}
    with house.server.client("/api/auth") as client:
        made = client.post("/signup", json=account)
        assert (made.status_code, made.json()["error"]) == (403, "NotAllowed")
        assert "mailed to you" in client.post("/login", json=account).json()["message"]
        code = house.pool.mailed(account["email"])
        token = client.post("/login", json={**account, "code": code}).json()["access_token"]
        assert client.post("/login", json=account).is_success
        bearer = {"authorization": f"Bearer {token}"}
        assert client.get(f"{house.url}/api/jobs/", headers=bearer).json() == []
