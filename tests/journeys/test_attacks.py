"""Hostile texts in every field, on every screen, in a real browser."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from playwright.sync_api import Page, Request

from services.jobs.job import JobDraft
from services.jobs.profile import View
from services.settings import Settings
from services.vault import open_vault
from tests.journeys.conftest import PASSWORD, visit
from tests.server import Server

MARK = "window.broken=1"
TEXTS = (
    f"<script>{MARK}</script>",
    f"</title></script><script>{MARK}</script>",
    f"<img src=x onerror={MARK}>",
    f"${{{MARK}}}`{{{{{MARK}}}}}",
    f"\\`-{MARK}-\\\"'-{MARK}-'",
    f'" onmouseover="{MARK}" x="',
    f"javascript:{MARK}",
    f"&lt;script&gt;{MARK}&lt;/script&gt;<svg/onload={MARK}>",
)
PLACES = ("/", "/?view=table", "/trash", "/stages", "/account", "/jobs/new", "/assistant")


async def a_hostile_search(server: Server, number: int) -> tuple[str, str]:
    """Fill a search with one text wherever text may stand; return its owner and a job."""
    vault = open_vault(Settings(data=server.data))
    text, email = TEXTS[number], f"hostile{number}@attacks.org"
    person = await vault.identity.sign_up(email, PASSWORD, text[:100])
    draft = JobDraft.check(
        {
            **dict.fromkeys(("company", "position", "location", "next_step"), text),
            **dict.fromkeys(("source", "resume"), text[:100]),
            **dict.fromkeys(("posting", "notes"), text),
            "tags": [text[:50]],
            "url": f"https://example.org/{text}",
            "salary": {"text": text},
        }
    )
    job = await vault.jobs.add(person, draft)
    thrown = await vault.jobs.add(person, draft)
    await vault.jobs.trash(person, [thrown.id])
    await vault.people.keep_view(person, View(name=text[:60], query=f"q={text}"))
    vault.close()
    return email, job.id


def enter(page: Page, server: Server, email: str) -> None:
    page.goto(f"{server.url}/sign-in")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_function("window.did_handshake === true")


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_no_screen_runs_what_somebody_wrote(new_page, server, number):
    page = new_page(user_agent=f"Mozilla/5.0 {TEXTS[number]}")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(_host(request)))
    email, job = _elsewhere(a_hostile_search(server, number))
    enter(page, server, email)
    for place in (*PLACES, f"/jobs/{job}"):
        visit(page, server, place)
        assert page.evaluate("window.broken") is None, place
        assert not page.locator("a[href^='javascript' i]").count()
    assert TEXTS[number].strip() in page.title()
    assert set(asked) <= {server.url.removeprefix("http://"), ""}


def _elsewhere(search: Coroutine[Any, Any, tuple[str, str]]) -> tuple[str, str]:
    # Playwright keeps a loop of its own in this thread.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, search).result()


def _host(request: Request) -> str:
    return request.url.split("/")[2] if request.url.startswith("http") else ""
