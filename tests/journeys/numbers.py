"""What the journeys through the numbers of a search have in common."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Person, visit
from tests.server import Server


@contextmanager
def client(server: Server, person: Person) -> Iterator[httpx.Client]:
    """Sign a program of this person's in at the REST door."""
    login = {"email": person.email, "password": person.password}
    with httpx.Client(base_url=f"{server.url}/api", timeout=30) as found:
        token = found.post("/auth/login", json=login).json()["access_token"]
        found.headers["authorization"] = f"Bearer {token}"
        yield found


def add(program: httpx.Client, count: int, **details: object) -> list[str]:
    draft = {"company": "Acme", "position": "Programmer", "status": "Applied", **details}
    return [program.post("/jobs/", json=draft).json()["id"] for _ in range(count)]


def open_analytics(page: Page, server: Server, query: str = "?period=all") -> None:
    visit(page, server, f"/analytics{query}")
    expect(page.locator(".cv-glance")).to_be_visible()


def drawn(page: Page, key: str) -> Locator:
    """Bring a picture into sight and return it once it is drawn."""
    found = page.locator(f".cv-picture.is-{key}")
    found.locator(".cv-canvas").scroll_into_view_if_needed()
    # The first one waits for Plotly, which takes a busy machine its time to read.
    expect(found.locator(".main-svg").first).to_be_attached()
    return found
