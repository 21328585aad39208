"""Every screen with a whole search in it: pictures to look at, and what must hold on each."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.conftest import LAPTOP, PHONE, Sample, open_page, ready, sign_in, undo
from tests.server import ROOT, Server

PICTURES = ROOT / "build" / "screenshots"
SIZES = {"laptop": LAPTOP, "phone": PHONE}
LOOKS = [f"{size}-{scheme}" for size in SIZES for scheme in ("light", "dark")]

Sight = Callable[[Page], Locator]


def heading(name: str) -> Sight:
    return lambda page: page.get_by_role("heading", name=name, exact=True).first


def unfolded(page: Page) -> Locator:
    page.get_by_role("button", name="More about it").click()
    return page.get_by_label("Found through")


def palette(page: Page) -> Locator:
    page.keyboard.press("Control+k")
    page.get_by_label("Command or job").fill("atlas")
    return page.get_by_role("option", name=re.compile("Atlas")).first


def help_shown(page: Page) -> Locator:
    page.keyboard.press("?")
    return page.get_by_role("heading", name="Keyboard shortcuts")


def menu(page: Page) -> Locator:
    page.locator(".cv-card__more:visible").first.click()
    return page.get_by_role("menuitem", name="Ghosted")


def notice(page: Page) -> Locator:
    undo(page)
    return page.locator(".q-notification").get_by_text("Undone")


def cards(page: Page) -> Locator:
    return page.locator(".cv-card[data-id]:visible").first


def table(page: Page) -> Locator:
    return page.locator(".cv-row[data-id]").first


def figure(page: Page) -> Locator:
    page.locator(".cv-canvas").first.scroll_into_view_if_needed()
    page.locator(".main-svg").first.wait_for(state="attached")
    return page.locator(".cv-canvas").first


PLAIN = {
    "welcome": ("/welcome", lambda page: page.get_by_role("heading").first),
    "sign-in": ("/sign-in", heading("Sign in")),
    "code": ("/sign-in/code", heading("One more step")),
    "sign-up": ("/sign-up", lambda page: page.get_by_role("heading").first),
    "reset-password": ("/reset-password", lambda page: page.get_by_role("heading").first),
    "nowhere": ("/nowhere", heading("There is nothing here")),
    "docs": ("/docs", heading("The REST door")),
}
SCREENS = {
    "board": ("/", cards),
    "table": ("/?view=table", table),
    "menu": ("/", menu),
    "search": ("/?q=atlas", cards),
    "no-match": ("/?q=xyzzy", heading("Nothing matches")),
    "palette": ("/", palette),
    "help": ("/", help_shown),
    "add-job": ("/jobs/new", heading("Add a job")),
    "add-job-unfolded": ("/jobs/new", unfolded),
    "job": ("/jobs/{job}", lambda page: page.get_by_role("heading", level=1)),
    "no-job": ("/jobs/none", lambda page: page.get_by_text("There is no such job.")),
    "analytics": ("/analytics?period=all", figure),
    "review": ("/review", lambda page: page.get_by_role("heading", level=1)),
    "trash": ("/trash", heading("Trash")),
    "stages": ("/stages", lambda page: page.get_by_role("heading", level=1)),
    "assistant": ("/assistant", heading("Ask about your search")),
    "account": ("/account", lambda page: page.get_by_role("heading", level=1)),
    "notice": ("/", notice),
}


@pytest.fixture(scope="module", params=LOOKS)
def look(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def complaints() -> list[str]:
    return []


@pytest.fixture(scope="module")
def robin(browser: Browser, sample: Sample, look: str, complaints: list[str]) -> Iterator[Page]:
    """The sample's owner, signed in on a screen of this look."""
    size, scheme = look.split("-")
    page = open_page(browser, complaints, SIZES[size], color_scheme=scheme)
    sign_in(page, sample.server, sample.person)
    ready(page)
    yield page
    page.context.close()


@pytest.fixture(scope="module")
def visitor(browser: Browser, look: str, complaints: list[str]) -> Iterator[Page]:
    """Somebody who is not signed in, on a screen of this look."""
    size, scheme = look.split("-")
    page = open_page(browser, complaints, SIZES[size], color_scheme=scheme)
    yield page
    page.context.close()


@pytest.mark.parametrize("name", PLAIN)
def test_a_page_for_everybody_can_be_seen(
    visitor: Page, server: Server, complaints: list[str], look: str, name: str
):
    path, sight = PLAIN[name]
    visitor.goto(server.url + path)

    expect(sight(visitor)).to_be_visible()
    take_picture(visitor, f"{name}-{look}")
    assert complaints == []


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_can_be_seen(
    robin: Page, sample: Sample, complaints: list[str], look: str, name: str
):
    path, sight = SCREENS[name]
    robin.goto(sample.server.url + path.format(job=sample.job))
    ready(robin)

    expect(sight(robin)).to_be_visible()
    take_picture(robin, f"{name}-{look}")
    assert complaints == []


def take_picture(page: Page, name: str) -> None:
    """Keep a picture of the window, in which nothing may be wider than it."""
    page.wait_for_timeout(300)  # what fades in has done so
    page.screenshot(path=PICTURES / f"{name}.png")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.evaluate("window.innerWidth")
    assert width <= page.viewport_size["width"]
