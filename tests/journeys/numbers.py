"""What the journeys through the numbers of a search have in common."""

import httpx
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import visit
from tests.server import Server


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
