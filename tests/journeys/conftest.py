"""Real browsers on the real server, and what every journey begins with."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import randrange
from uuid import uuid4

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect, sync_playwright

from services.sample import EMAIL, make_sample
from services.sample import PASSWORD as SAMPLE_PASSWORD
from services.settings import Settings
from tests.server import Server

LAPTOP = (1440, 900)
PHONE = (360, 740)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
)
PATIENCE = 30_000
"""For how many milliseconds a journey waits: how soon something shows is for benchmarks to say."""

expect.set_options(timeout=PATIENCE)

PASSWORD = "correct horse battery staple"
AWKWARD = (
    ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "Chef"),
    ("A company with a name of very many quite ordinary words and no end of it in sight", "Nurse"),
    ("شركة الاختبار المحدودة", "مهندس برمجيات"),
)

NewPage = Callable[..., Page]
StartServer = Callable[..., Server]


@dataclass(frozen=True)
class Person:
    """Somebody with an account of their own."""

    email: str
    password: str = PASSWORD


@dataclass(frozen=True)
class Sample:
    """A server with a whole search in it, whose search that is, and one of its jobs."""

    server: Server
    person: Person
    job: str


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or the one that CHROMIUM names."""
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def start_server() -> Iterator[StartServer]:
    """Start servers for one test, which stop when it is over."""
    servers: list[Server] = []

    def start(data: Path, **settings: str) -> Server:
        servers.append(Server(data, **settings))
        servers[-1].start()
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def new_page(browser: Browser, start_server: StartServer) -> Iterator[NewPage]:
    """Make pages, each a browser of its own; the test fails if any of them complained.

    They close before the servers of the test stop: of a lost server a page would complain.
    """
    complaints: list[str] = []
    pages = []

    def make(size: tuple[int, int] = LAPTOP, **options: object) -> Page:
        page = open_page(browser, complaints, size, **options)
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.context.close()
    assert complaints == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A laptop's browser."""
    return new_page(LAPTOP)


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    """A small phone's browser."""
    return new_page(PHONE)


@pytest.fixture
def shaken(browser) -> Iterator[Page]:
    """A browser that may complain: its server goes away."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture
def ada(page: Page, server: Server) -> Person:
    """Ada, on her account page."""
    person = sign_up(page, server)
    visit(page, server, "/account")
    return person


@pytest.fixture
def api(page: Page, house: Server) -> Iterator[httpx.Client]:
    """Ada's own client, once she has an account."""
    ada = sign_up(page, house)
    with house.program(ada.email, ada.password) as client:
        yield client


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sample]:
    """A server of its own over the sample search, with some awkward jobs and a full trash."""
    folder = tmp_path_factory.mktemp("sample")
    # Playwright keeps an event loop running in this thread.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(make_sample, Settings(data=folder)).result()
    server = Server(folder)
    server.start()
    yield Sample(server, Person(EMAIL, SAMPLE_PASSWORD), make_awkward(server))
    server.stop()


def make_awkward(server: Server) -> str:
    """Add jobs with names that are hard to show, throw some others away; return one to open."""
    with server.program(EMAIL, SAMPLE_PASSWORD) as client:
        listed = client.get("/jobs/", params={"limit": 20}).json()
        # By the hour of the day the newest may be one that is applied for tomorrow.
        opened = next(job for job in listed if job["applied_on"])
        listed.remove(opened)
        for job in listed[:3]:
            client.delete(f"/jobs/{job['id']}").raise_for_status()
        for company, position in AWKWARD:
            draft = {"company": company, "position": position, "tags": ["a rather long tag", "b"]}
            client.post("/jobs/", json=draft).raise_for_status()
        return str(opened["id"])


def open_page(
    browser: Browser, complaints: list[str], size: tuple[int, int], **options: object
) -> Page:
    """Open a browser of its own and note its complaints; its context is the caller's to close."""
    is_phone = size[0] < 700
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        **{"has_touch": is_phone, "is_mobile": is_phone, "locale": "en-GB", **options},
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("console", lambda message: complaints.extend(_complaint(message)))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page


def sign_up(page: Page, server: Server) -> Person:
    """Make an account nobody had before, and wait until its dashboard works.

    The form is posted from an address of its own, since the number of sign-ups from one is limited.
    """
    person = Person(f"ada-{uuid4().hex[:12]}@example.org")
    address = f"127.0.{randrange(8, 250)}.{randrange(1, 250)}"
    agent = page.evaluate("navigator.userAgent")
    form = {"name": "Ada", "email": person.email, "password": person.password}
    with server.client(transport=httpx.HTTPTransport(local_address=address)) as client:
        client.post("/sign-up", data=form, headers={"user-agent": agent})
        page.context.add_cookies(
            [
                {"name": name, "value": value, "url": server.url}
                for name, value in client.cookies.items()
            ]
        )
    visit(page, server, "/")
    return person


def sign_in(page: Page, server: Server, person: Person) -> None:
    """Give e-mail and password, and wait for the answer: the search, a second factor, or no."""
    page.goto(f"{server.url}/sign-in")
    page.get_by_label("E-mail").fill(person.email)
    page.get_by_label("Password").fill(person.password)
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in").click()


def sign_out(page: Page) -> None:
    """Leave by the account's page, and wait for the sign-in page.

    Chromium may drop a visit to a page that it is just on its way to.
    """
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out", exact=True).click()


def give_password(page: Page, ada: Person, button: str) -> None:
    """Answer where an open page asks for the password once more."""
    page.get_by_label("Your password").fill(ada.password)
    page.get_by_role("button", name=button).click()


def visit(page: Page, server: Server, path: str) -> None:
    """Open one of the screens, and wait until it works."""
    page.goto(server.url + path)
    ready(page)


def ready(page: Page) -> None:
    """Wait until the page is connected: before that, a click goes nowhere."""
    page.wait_for_function("window.did_handshake === true")


def undo(page: Page) -> None:
    """Take the last change back by the rail's button, which a phone keeps behind "More"."""
    rail = page.get_by_role("navigation", name="Main")
    more = rail.get_by_role("button", name="More")
    if more.is_visible():
        more.click()
    rail.get_by_role("button", name="Undo").click()


def card(page: Page, company: str) -> Locator:
    """Return a company's card on the board."""
    return page.locator(".cv-card").filter(has_text=company)


def serious_findings(page: Page, part: str | None = None) -> list[str]:
    """Return what axe-core finds that would keep somebody from using the page, or a part of it."""
    found = Axe().run(page, part).response["violations"]
    return [
        f"{each['id']}: {node['html']}"
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]


def _complaint(message: ConsoleMessage) -> list[str]:
    # A form that is answered with what to correct has the code 422; the browser logs that too.
    # So it does with a page that is not there.
    answers = (
        *(("status of 422", "/sign-"), ("status of 422", "/pictures?period=abc")),
        ("status of 404", "/nowhere"),
    )
    is_answer = any(
        code in message.text and path in message.location["url"] for code, path in answers
    )
    return [message.text] if message.type == "error" and not is_answer else []
