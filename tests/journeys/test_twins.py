"""Two processes over the same data: what is done at one shows at the other."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import StartServer, card, sign_up
from tests.journeys.rest import Rest
from tests.server import Server


@pytest.fixture
def twins(start_server: StartServer, tmp_path: Path) -> tuple[Server, Server]:
    """Two processes over the same data, as behind a load balancer."""
    return start_server(tmp_path), start_server(tmp_path)


def test_what_one_process_changes_shows_at_another(page: Page, twins: tuple[Server, Server]):
    here, there = twins
    person = sign_up(page, here)
    rest = Rest(there, person)
    job = rest.add("Acme")
    expect(card(page, "Acme")).to_be_visible()
    rest.change(job, company="Borealis")
    expect(card(page, "Borealis")).to_be_visible()


def test_a_page_that_nobody_sees_hears_of_changes_once_it_is_looked_at(
    page: Page, twins: tuple[Server, Server]
):
    here, there = twins
    rest = Rest(there, sign_up(page, here))
    rest.add("Acme")
    expect(card(page, "Acme")).to_be_visible()
    hide = """is_hidden => {
      Object.defineProperty(document, "hidden", { value: is_hidden, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }"""
    page.evaluate(hide, True)
    page.wait_for_timeout(500)
    late = []
    for name in ("Borealis", "Cyan"):  # One of them may meet the look that comes now and then.
        rest.add(name)
        page.wait_for_timeout(2_000)
        late += [name] if card(page, name).count() == 0 else []
    page.evaluate(hide, False)

    assert late
    expect(card(page, "Cyan")).to_be_visible()


def test_signing_out_at_one_process_ends_the_page_at_another(
    shaken: Page, twins: tuple[Server, Server]
):
    here, there = twins
    sign_up(shaken, here)
    cookies = {each["name"]: each["value"] for each in shaken.context.cookies()}
    there.client(cookies=cookies).post("/sign-out")

    expect(shaken).to_have_url(re.compile(r"/sign-in\?ended"))
