"""What hostile programs try at the doors of the real server, and at other people's pages."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import unescape
from itertools import count
from typing import Any

import httpx
import pytest
import socketio

from services.jobs.job import JobDraft
from services.jobs.stages import Stages
from services.settings import Settings
from services.vault import open_vault
from tests.api.conftest import PASSWORD
from tests.server import Server
from tests.waiting import until

GUARDED = (
    "content-security-policy",
    "x-content-type-options",
    "x-frame-options",
    "referrer-policy",
    "cache-control",
)
numbers = count(1)


def browser(server: Server, name: str) -> httpx.Client:
    """Return a browser that is signed in as somebody new, from an address of their own."""
    number = next(numbers)
    transport = httpx.HTTPTransport(local_address=f"127.1.{number}.1")
    client = server.client(transport=transport)
    form = {"email": f"{name}{number}@attacks.org", "password": PASSWORD, "name": name}
    assert client.post("/sign-up", data=form).status_code == 303
    client.email = form["email"]
    return client


def page_of(client: httpx.Client, path: str = "/") -> str:
    """Open a page and return its id."""
    return re.findall(r"'client_id': '([^']+)'", client.get(path).text)[0]


def listeners(client: httpx.Client, path: str) -> tuple[str, list[dict[str, Any]]]:
    """Open a page; return its id and everything on it that hears something from the browser."""
    text = client.get(path).text
    [page] = re.findall(r"'client_id': '([^']+)'", text)
    [elements] = re.findall(r"parseElements\(String.raw`(.*?)`\)", text, re.DOTALL)
    return page, [
        {"client_id": page, "id": int(number), "listener_id": event["listener_id"]}
        for number, element in json.loads(unescape(elements)).items()
        for event in element.get("events", [])
        # What the framework's own elements make of nonsense is told by its tests, not by ours.
        if not event["type"].startswith(("sub_pages", "update:"))
    ]


@asynccontextmanager
async def socket(client: httpx.Client, page: str | None = None) -> AsyncIterator[Any]:
    """Open a socket with a browser's cookie and, if a page is named, shake its hand."""
    hearing = socketio.AsyncClient(reconnection=False)
    query = f"?client_id={page}" if page else ""
    cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    await hearing.connect(
        f"{client.base_url}{query}",
        headers={"cookie": cookie},
        socketio_path="/_nicegui_ws/socket.io",
        transports=["websocket"],
    )
    hearing.news = []
    hearing.on("*", lambda name, *args: hearing.news.append((name, args)))
    if page:
        hand = {"client_id": page, "tab_id": "t", "document_id": "d", "next_message_id": 0}
        hearing.shaken = await hearing.call("handshake", hand, timeout=30)
    yield hearing
    await hearing.disconnect()


async def test_a_stranger_can_neither_hear_nor_use_a_page_whose_id_they_know(server):
    ada, charles = browser(server, "ada"), browser(server, "charles")
    page = page_of(ada)
    async with socket(ada, page) as own, socket(charles) as foreign:
        hand = {"client_id": page, "tab_id": "t", "document_id": "e", "next_message_id": 0}
        assert own.shaken is True
        assert await foreign.call("handshake", hand, timeout=30) is False
        for number in range(200):
            event = {"client_id": page, "id": number, "listener_id": "x", "args": ["1"]}
            await foreign.emit("event", event)
        own.news.clear()
        charles_page = page_of(charles)
        assert charles_page != page
        ada.post("/sign-out")
        await until(lambda: bool(own.news))
        await asyncio.sleep(0.5)

    assert foreign.news == []


async def test_a_page_cannot_be_opened_in_the_address_of_a_strangers_socket(server):
    ada, charles = browser(server, "ada"), browser(server, "charles")
    page = page_of(ada)
    with pytest.raises(socketio.exceptions.ConnectionError):
        async with socket(charles, page):
            pass


async def test_a_cookie_opens_no_socket_after_the_sign_out(server):
    ada = browser(server, "ada")
    kept = server.client(cookies=dict(ada.cookies))
    ada.post("/sign-out")

    with pytest.raises(socketio.exceptions.ConnectionError):
        async with socket(kept):
            pass


async def test_messages_without_sense_are_no_accidents(server):
    ada = browser(server, "ada")
    page = page_of(ada)
    before = len(server.log.read_text())
    async with socket(ada, page) as own:
        for name in ("handshake", "event", "javascript_response", "ack", "log"):
            for message in (None, 7, "x", [], {}, {"client_id": 7}, {"client_id": page}, [page]):
                await own.emit(name, message)
        await asyncio.sleep(0.3)

    assert "Traceback" not in server.log.read_text()[before:]


HOSTILE = (
    "7",
    '"x"',
    "null",
    "[]",
    "{}",
    '{"id": {}, "version": "x", "stage": [], "outcome": {}, "changes": [1], "ids": 7}',
    '{"id": "x", "version": -99999999999, "changes": {"stage": {}}, "action": "tag", "ids": [{}]}',
    '{"index": -1, "changes": 7, "seen": "x", "text": [], "name": {}, "query": [1], "action": []}',
    '{"index": 1e99, "seen": 1e99, "days": 1e99, "handle": [], "id": 10000000000000000000000}',
    '{"action": "trash", "query": {"q": {}, "odd": 1, "tag": [[]]}, "name": null, "zone": 7}',
    '{"stages": [{}], "seen": 7, "entered": 7, "password": {}, "code": [], "current": null}',
)


@pytest.mark.parametrize("path", ["/", "/jobs/new", "/jobs/{job}", "/trash", "/account"])
async def test_whatever_a_page_is_told_is_no_accident(server, path):
    ada = browser(server, "ada")
    login = {"email": ada.email, "password": PASSWORD}
    token = ada.post("/api/auth/login", json=login).json()["access_token"]
    draft = {"company": "Acme", "position": "Programmer"}
    headers = {"authorization": f"Bearer {token}"}
    job = ada.post("/api/jobs/", json=draft, headers=headers).json()["id"]
    page, heard = listeners(ada, path.format(job=job))
    before = len(server.log.read_text())
    async with socket(ada, page) as own:
        for listener in heard:
            for words in HOSTILE:
                await own.emit("event", {**listener, "args": [words]})
        await asyncio.sleep(1)

    said = server.log.read_text()[before:]
    assert "Traceback" not in said, said[-6000:]


@pytest.mark.parametrize("origin", ["http://[", "null", "http://evil.example", "", "//", "\\"])
def test_a_form_from_elsewhere_is_refused_plainly(server, origin):
    form = {"email": "ada@example.org", "password": "x"}
    answer = server.client().post("/sign-in", data=form, headers={"origin": origin})

    assert answer.status_code == 403
    assert not [name for name in GUARDED if name not in answer.headers]


async def test_a_job_that_undo_brings_back_to_an_archived_stage_is_seen_on_the_board(server):
    vault = open_vault(Settings(data=server.data))
    person = await vault.identity.sign_up("archive@attacks.org", PASSWORD, "Ada")
    job = await vault.jobs.add(person, JobDraft(company="Acme", position="Programmer"))
    await vault.jobs.move(person, [job.id], "offer")
    await vault.jobs.move(person, [job.id], "applied")
    seen = (await vault.people.profile(person)).stages
    left = Stages(every=tuple(stage for stage in seen.every if stage.id != "offer"))
    await vault.people.arrange(person, left, seen)
    await vault.history.undo(person)
    columns = board(server, "archive@attacks.org")

    assert [column["id"] for column in columns if column["count"]] == ["offer"]
    vault.close()


def board(server: Server, email: str) -> list[dict[str, Any]]:
    with server.client() as client:
        client.post("/sign-in", data={"email": email, "password": PASSWORD})
        columns: list[dict[str, Any]] = client.get("/rows/board").json()["columns"]
    return columns
