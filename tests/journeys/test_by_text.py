"""A second factor by text message, where the pool sends any, as a person meets it."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.aws import Account
from tests.contracts.identity.lobby import made_pool, wrong
from tests.contracts.identity.phones import Phones, let_text, open_phones
from tests.journeys.conftest import Person, ready, serious_findings, sign_in, sign_out
from tests.ministack import KEY
from tests.server import Server

PASSWORD = "correct horse battery staple"


@dataclass(frozen=True)
class House:
    """A server whose people a pool knows that texts."""

    server: Server
    phones: Phones

    def texted(self, number: str) -> str:
        """Return the code in the last text to this number."""
        return self.phones.texts[number][-1]


@pytest.fixture(scope="module")
def house(account: Account, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    pool = made_pool(account)
    let_text(pool)
    with open_phones(pool) as (phones, address), pytest.MonkeyPatch.context() as us:
        us.setenv("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", address)
        us.setenv("AWS_ACCESS_KEY_ID", KEY)
        us.setenv("AWS_SECRET_ACCESS_KEY", KEY)
        server = Server(
            tmp_path_factory.mktemp("texted"),
            identity="cognito",
            pool=pool.name,
            pool_client=pool.application,
            pool_client_secret=pool.secret,
        )
        server.start()
        yield House(server, phones)
        server.stop()
    let_text(pool, is_on=False)


@pytest.fixture
def ada(house: House) -> Person:
    """Somebody whom the pool knows."""
    person = Person(f"ada-{uuid4().hex[:12]}@example.org", PASSWORD)
    house.phones.pool.add(person.email, person.password)
    return person


def test_codes_are_texted_once_the_number_is_confirmed(
    page: Page, ada: Person, house: House
) -> None:
    sign_in(page, house.server, ada)
    ready(page)
    page.goto(f"{house.server.url}/account")
    ready(page)
    page.get_by_role("button", name="By text message").click()
    expect(page.get_by_label("Your mobile number")).to_be_focused()
    page.get_by_label("Your mobile number").fill("0170 1234567")
    page.get_by_label("Your password").fill(ada.password)
    page.get_by_role("button", name="Text me a code").click()
    expect(page.get_by_text("Please write it with its country")).to_be_visible()
    assert serious_findings(page) == []
    page.get_by_label("Your mobile number").fill("+49 170 1234567")
    page.get_by_role("button", name="Text me a code").click()
    expect(page.get_by_label("Code", exact=True)).to_be_focused()
    assert serious_findings(page) == []
    page.get_by_label("Code", exact=True).fill(house.texted("+491701234567"))
    codes = page.get_by_role("list", name="CareerVault recovery codes").get_by_role("listitem")
    expect(codes).to_have_count(10)
    page.get_by_role("button", name="I have kept them").click()
    expect(page.get_by_text("the number that ends in 67")).to_be_visible()

    sign_out(page)
    sign_in(page, house.server, ada)
    expect(page.get_by_text("The six digits we have texted to you")).to_be_visible()
    page.get_by_label("Code").fill(wrong(house.texted("+491701234567")))
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("The six digits we have texted to you")).to_be_visible()
    page.get_by_label("Code").fill(house.texted("+491701234567"))
    page.get_by_role("button", name="Continue").click()
    ready(page)

    login = {"email": ada.email, "password": ada.password}
    refused = house.server.client().post("/api/auth/login", json=login)
    assert refused.status_code == 403
    assert "use a token" in refused.json()["message"]

    page.goto(f"{house.server.url}/account")
    ready(page)
    page.get_by_role("button", name="Turn it off").click()
    page.get_by_label("Your password").fill(ada.password)
    page.get_by_role("button", name="Turn it off").click()
    expect(page.get_by_text("It is off now.")).to_be_visible()
