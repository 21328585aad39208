"""What axe-core finds on every screen: nothing that would keep somebody from using it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import (
    LAPTOP,
    PHONE,
    Sample,
    open_page,
    ready,
    serious_findings,
    sign_in,
    sign_up,
    undo,
    visit,
)
from tests.server import Server

LOOKS = {
    "light": {"size": LAPTOP, "color_scheme": "light"},
    "dark": {"size": LAPTOP, "color_scheme": "dark"},
    "phone": {"size": PHONE, "color_scheme": "light"},
}
PLAIN = {
    "welcome": "/welcome",
    "sign-in": "/sign-in",
    "code": "/sign-in/code",
    "sign-up": "/sign-up",
    "reset-password": "/reset-password",
    "nowhere": "/nowhere",
    "docs": "/docs",
}
EMPTY = {
    "dashboard": "/",
    "trash": "/trash",
    "resumes": "/resumes",
    "analytics": "/analytics",
    "assistant": "/assistant",
}


def nothing(page: Page) -> None:
    """Leave the screen as it opens."""


def unfold(page: Page) -> None:
    page.get_by_role("button", name="More about it").click()
    expect(page.get_by_label("Found through")).to_be_visible()


def open_palette(page: Page) -> None:
    page.keyboard.press("Control+k")
    expect(page.get_by_label("Command or job")).to_be_focused()


def open_help(page: Page) -> None:
    page.keyboard.press("?")


def open_menu(page: Page) -> None:
    page.locator(".cv-card__more:visible").first.click()
    expect(page.get_by_role("menu")).to_be_visible()


def see_refusal(page: Page) -> None:
    page.get_by_role("textbox", name="Company").fill("")
    page.get_by_role("textbox", name="Company").press("Tab")
    expect(page.get_by_text("Please fill this in.").first).to_be_visible()
    page.wait_for_timeout(500)  # the notice fades in slowly


def open_resume(page: Page) -> None:
    page.locator(".cv-resume__name").first.click()
    expect(page.get_by_role("option").first).to_be_visible()


def open_contents(page: Page) -> None:
    open_resume(page)
    page.get_by_role("tab", name="Contents").click()
    expect(page.get_by_role("button", name="Add a point").first).to_be_visible()


def see_notice(page: Page) -> None:
    undo(page)
    expect(page.locator(".q-notification")).to_be_visible()
    page.wait_for_timeout(500)  # it fades in slowly


def paste(page: Page) -> None:
    page.get_by_label("Posting").fill(
        "Requirements\n- You must know SQL\n- Rust\n\nNice to have\n- Looker"
    )
    expect(page.locator(".cv-report__words")).to_be_visible()


def unfold_all(page: Page) -> None:
    expect(page.locator(".cv-report__words")).to_be_visible()
    page.locator(".cv-dossier > summary").first.click()
    expect(page.locator(".cv-dossier .cv-finding").first).to_be_visible()
    page.locator("button.cv-quote").first.click()


def unfold_cell(page: Page) -> None:
    page.locator(".cv-side-by-side summary:visible").first.click()


def unfold_picture(page: Page) -> None:
    page.locator(".cv-canvas").first.scroll_into_view_if_needed()
    expect(page.locator(".main-svg").first).to_be_attached()
    for name in ("Definition of Where jobs stand", "Table of Where jobs stand"):
        page.locator(f"summary[aria-label='{name}']").click()
    page.locator(".cv-glance__meaning > summary").click()
    expect(page.locator(".cv-picture__table td").first).to_be_visible()


FULL: dict[str, tuple[str, str, Callable[[Page], None]]] = {
    "board": ("/", ".cv-card[data-id]", nothing),
    "table": ("/?view=table", ".cv-row[data-id]", nothing),
    "no match": ("/?q=xyzzy", ".cv-empty", nothing),
    "card menu": ("/", ".cv-card[data-id]", open_menu),
    "palette": ("/", ".cv-card[data-id]", open_palette),
    "help": ("/", ".cv-card[data-id]", open_help),
    "add job": ("/jobs/new", "form", nothing),
    "add job, unfolded": ("/jobs/new", "form", unfold),
    "job": ("/jobs/{job}", ".cv-long-text", nothing),
    "no such job": ("/jobs/none", ".cv-empty", nothing),
    "trash": ("/trash", "li", nothing),
    "refusal": ("/jobs/{job}", ".cv-long-text", see_refusal),
    "match and dossier": ("/jobs/{job}", ".cv-dossier", unfold_all),
    "compare": ("/jobs/{job}/compare", ".cv-side-by-side table", unfold_cell),
    "posting": ("/match", ".cv-posting-box", paste),
    "stages": ("/stages", "h1", nothing),
    "account": ("/account", "h1", nothing),
    "assistant": ("/assistant", ".cv-opening", nothing),
    "resumes": ("/resumes", ".cv-resume", nothing),
    "resume": ("/resumes", ".cv-resume", open_resume),
    "contents": ("/resumes", ".cv-resume", open_contents),
    "written advice": ("/writing", "h1", nothing),
    "analytics": ("/analytics?period=all", ".cv-glance", unfold_picture),
    "analytics to share": ("/analytics?period=all&share=1", ".cv-glance", nothing),
    "review": ("/review", ".cv-review", nothing),
    "notice": ("/", ".cv-card[data-id]", see_notice),
}


@pytest.fixture(scope="module", params=LOOKS)
def look(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pages(browser: Browser, look: str) -> Iterator[dict[str, Page]]:
    """Three browsers of this look: a visitor's, a newcomer's, and one with a whole search."""
    pages = {who: open_page(browser, [], **LOOKS[look]) for who in ("visitor", "newcomer", "robin")}
    yield pages
    for page in pages.values():
        page.context.close()


@pytest.fixture(scope="module")
def newcomer(pages: dict[str, Page], server: Server) -> Page:
    sign_up(pages["newcomer"], server)
    return pages["newcomer"]


@pytest.fixture(scope="module")
def robin(pages: dict[str, Page], sample: Sample) -> Page:
    sign_in(pages["robin"], sample.server, sample.person)
    ready(pages["robin"])
    return pages["robin"]


@pytest.mark.parametrize("look", ["light", "dark"], indirect=True, scope="module")
@pytest.mark.parametrize("path", PLAIN.values(), ids=PLAIN)
def test_a_page_for_everybody_can_be_used_by_everybody(
    pages: dict[str, Page], server: Server, path: str
):
    pages["visitor"].goto(server.url + path)
    expect_usable(pages["visitor"])


@pytest.mark.parametrize("path", EMPTY.values(), ids=EMPTY)
def test_an_empty_screen_can_be_used_by_everybody(newcomer: Page, server: Server, path: str):
    newcomer.goto(server.url + path)
    expect(newcomer.locator(".cv-empty, .cv-opening")).to_be_visible()
    expect_usable(newcomer)


@pytest.mark.parametrize(("path", "sight", "act"), FULL.values(), ids=FULL)
def test_a_full_screen_can_be_used_by_everybody(
    robin: Page, sample: Sample, path: str, sight: str, act: Callable[[Page], None]
):
    robin.goto(sample.server.url + path.format(job=sample.job))
    ready(robin)
    expect(robin.locator(sight).locator("visible=true").first).to_be_visible()
    act(robin)
    expect_usable(robin)


def test_a_finger_finds_every_field_of_a_job(phone: Page, sample: Sample):
    sign_in(phone, sample.server, sample.person)
    visit(phone, sample.server, f"/jobs/{sample.job}")
    aims = phone.locator(".q-field__control:visible, .cv-contents a:visible")
    expect(phone.get_by_label("Location", exact=True)).to_be_visible()

    assert min(aims.evaluate_all("all => all.map(each => each.offsetHeight)")) >= 44


def expect_usable(page: Page) -> None:
    page.wait_for_timeout(250)  # what fades in has all of its contrast
    assert serious_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
