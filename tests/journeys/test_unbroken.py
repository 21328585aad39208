"""What breaks around somebody at work, and must not break the work: servers, tabs, processes."""

import re
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Person, ready, sign_up, visit
from tests.server import Server

NOTES = "They keep a giraffe, and nobody says why."


class Rest:
    """Somebody's programs, at the REST door of one server."""

    def __init__(self, server: Server, person: Person) -> None:
        login = {"email": person.email, "password": person.password}
        with httpx.Client(base_url=f"{server.url}/api") as client:
            token = client.post("/auth/login", json=login).json()["access_token"]
        headers = {"authorization": f"Bearer {token}"}
        self._client = httpx.Client(base_url=f"{server.url}/api/jobs", headers=headers)

    def add(self, company: str, **more: str) -> str:
        draft = {"company": company, "position": "Programmer", **more}
        return str(self._client.post("/", json=draft).raise_for_status().json()["id"])

    def change(self, job: str, **changes: str) -> None:
        self._client.patch(f"/{job}", json=changes).raise_for_status()

    def job(self, job: str) -> dict[str, str]:
        found: dict[str, str] = self._client.get(f"/{job}").raise_for_status().json()
        return found


def card(page: Page, company: str) -> Locator:
    return page.locator(".cv-card").filter(has_text=company)


def notes(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Notes")


def state(page: Page) -> Locator:
    return page.locator(".cv-long-text").filter(has=notes(page)).get_by_role("status")


def beside(page: Page) -> Page:
    """Open another tab of the same browser."""
    tab = page.context.new_page()
    tab.set_default_timeout(10_000)
    return tab


@pytest.fixture
def fragile(tmp_path) -> Iterator[Server]:
    """A server of one's own, to be stopped and killed."""
    server = Server(tmp_path / "fragile")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def twins(tmp_path) -> Iterator[tuple[Server, Server]]:
    """Two processes over the same data, as behind a load balancer."""
    servers = Server(tmp_path / "shared"), Server(tmp_path / "shared")
    for server in servers:
        server.start()
    yield servers
    for server in servers:
        server.stop()


@pytest.fixture
def shaken(browser) -> Iterator[Page]:
    """A browser that may complain: its server goes away."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def test_notes_typed_while_the_server_is_dead_are_saved_when_it_is_back(
    shaken: Page, fragile: Server
):
    rest = Rest(fragile, sign_up(shaken, fragile))
    job = rest.add("Acme")
    visit(shaken, fragile, f"/jobs/{job}")
    fragile.kill()
    notes(shaken).fill(NOTES)
    shaken.wait_for_timeout(1_000)
    expect(state(shaken)).not_to_have_text("Saved")
    fragile.start()

    expect(state(shaken)).to_have_text("Saved")
    assert rest.job(job)["notes"] == NOTES


def test_notes_survive_their_tab_that_is_closed_at_once(page: Page, server: Server):
    rest = Rest(server, sign_up(page, server))
    job = rest.add("Acme")
    tab = beside(page)
    visit(tab, server, f"/jobs/{job}")
    notes(tab).fill(NOTES)
    tab.close()

    visit(page, server, f"/jobs/{job}")
    expect(notes(page)).to_have_value(NOTES)
    expect(state(page)).to_have_text("Saved")
    assert rest.job(job)["notes"] == NOTES


@pytest.mark.parametrize(
    ("choice", "kept"),
    [("Keep mine", "second"), ("Take the other", "first")],
    ids=["mine", "other"],
)
def test_two_tabs_with_different_notes_are_both_shown_and_one_is_chosen(
    page: Page, server: Server, choice: str, kept: str
):
    person = sign_up(page, server)
    rest = Rest(server, person)
    job = rest.add("Acme")
    visit(page, server, f"/jobs/{job}")
    notes(page).fill("second")  # and before that is sent:
    rest.change(job, notes="first")

    expect(page.locator("blockquote")).to_have_text("first")
    expect(notes(page)).to_have_value("second")
    page.get_by_role("button", name=choice).click()
    expect(state(page)).to_have_text("Saved")
    expect(notes(page)).to_have_value(kept)
    assert rest.job(job)["notes"] == kept


@pytest.mark.parametrize(
    ("choice", "kept"),
    [("Write mine", "Mine"), ("Keep the other", "Theirs")],
    ids=["mine", "other"],
)
def test_two_tabs_with_different_companies_are_both_shown_and_one_is_chosen(
    page: Page, server: Server, choice: str, kept: str
):
    rest = Rest(server, sign_up(page, server))
    job = rest.add("Acme")
    visit(page, server, f"/jobs/{job}")
    page.get_by_role("textbox", name="Company").fill("Mine")
    rest.change(job, company="Theirs")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Theirs")
    page.get_by_role("textbox", name="Company").press("Tab")

    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Theirs")
    expect(dialog).to_contain_text("Mine")
    dialog.get_by_role("button", name=choice).click()
    expect(page.get_by_role("textbox", name="Company")).to_have_value(kept)
    expect(page.get_by_role("heading", level=1)).to_contain_text(kept)
    assert rest.job(job)["company"] == kept


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
    httpx.post(f"{there.url}/sign-out", cookies=cookies)

    expect(shaken).to_have_url(re.compile(r"/sign-in\?ended"))


def test_a_page_comes_back_with_its_server_and_works(shaken: Page, fragile: Server):
    rest = Rest(fragile, sign_up(shaken, fragile))
    rest.add("Acme")
    expect(card(shaken, "Acme")).to_be_visible()
    fragile.stop()
    fragile.start()
    shaken.wait_for_event("load")
    ready(shaken)

    card(shaken, "Acme").locator("a").click()
    expect(shaken.get_by_role("heading", name="Acme · Programmer")).to_be_visible()


def test_what_a_program_changes_shows_on_the_open_board(page: Page, server: Server):
    rest = Rest(server, sign_up(page, server))
    job = rest.add("Acme")
    expect(card(page, "Acme")).to_be_visible()
    rest.change(job, status="Offer")

    offers = page.locator(".cv-column").filter(has_text="Offer")
    expect(offers.locator(".cv-card")).to_have_text(re.compile("Acme"))


def test_a_card_opens_in_a_new_tab_with_ctrl_click(page: Page, server: Server):
    Rest(server, sign_up(page, server)).add("Acme")
    with page.context.expect_page() as opened:
        card(page, "Acme").locator("a").click(modifiers=["Control"])

    tab = opened.value
    expect(tab.get_by_role("heading", name="Acme · Programmer")).to_be_visible()
    expect(card(page, "Acme")).to_be_visible()


def test_back_from_a_job_is_the_board_as_it_was_filtered(page: Page, server: Server):
    rest = Rest(server, sign_up(page, server))
    for company in ("Acme", "Borealis"):
        rest.add(company)
    page.get_by_label("Search jobs").fill("acme")
    expect(page.get_by_text("1 of 2 jobs")).to_be_visible()
    card(page, "Acme").locator("a").click()
    expect(page.get_by_role("heading", name="Acme · Programmer")).to_be_visible()
    page.go_back()

    expect(page.get_by_text("1 of 2 jobs")).to_be_visible()
    expect(card(page, "Borealis")).to_have_count(0)


def test_a_screen_that_is_long_in_coming_says_so(page: Page, server: Server):
    sign_up(page, server)
    parts = re.compile("/components/")
    loading = page.get_by_role("progressbar", name="Loading")
    page.route(parts, lambda route: None)
    page.get_by_role("link", name="Resumes", exact=True).click()
    expect(loading).to_be_visible()

    # What was held back goes on its way then.
    page.unroute(parts)
    expect(page.get_by_role("heading", name="Resumes")).to_be_visible()
    expect(loading).to_have_count(0)
