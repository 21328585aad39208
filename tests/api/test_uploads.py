"""Files on their way in from a browser, and papers on their way back to one."""

import json
import time
from collections.abc import Callable, Iterator
from itertools import count, islice, repeat
from pathlib import Path
from typing import Any

import httpx
import pymupdf
import pytest

from tests.api.conftest import PASSWORD
from tests.reading.papers import pdf, placed, scan, scanned
from tests.server import Server

TEXT = b"Ada Lovelace\nAnalyst and programmer\nada@example.org\n"
MEGABYTE = bytes(1_000_000)
NOBODY = "01M82S0CM3E0VH4HH3PG5ZTT5X"
HOSTILE = {
    "a way up": "../../../etc/passwd.txt",
    "a way up on Windows": "..\\..\\boot.ini",
    "a header of its own": 'x"\r\nSet-Cookie: a=b.txt',
    "a zero": "a\x00b.txt",
    "markup": "<img src=x onerror=alert(1)>.txt",
    "turned round": "resume\u202etxt.exe",
    "no letters": "....",
    "only blanks": "   ",
    "very long": "x" * 500,
    "another script": "السيرة الذاتية.txt",
}
addresses = count(1)


class Browser(httpx.Client):
    """A client that knows whose it is."""

    email = ""


def browser(server: Server, name: str) -> Browser:
    """Return what is signed in as somebody new by a form, from an address of its own."""
    number = next(addresses)
    transport = httpx.HTTPTransport(local_address=f"127.1.{number // 250}.{1 + number % 250}")
    client = Browser(base_url=server.url, transport=transport, timeout=60)
    person = {"name": name, "email": f"{name}.{number}@uploads.example", "password": PASSWORD}
    client.post("/sign-up", data=person)
    client.email = person["email"]
    return client


@pytest.fixture
def ada(server: Server) -> Iterator[Browser]:
    client = browser(server, "ada")
    yield client
    client.close()


@pytest.fixture
def charles(server: Server) -> Iterator[httpx.Client]:
    client = browser(server, "charles")
    yield client
    client.close()


def told(answer: httpx.Response) -> list[dict[str, Any]]:
    assert answer.status_code == 200, answer.text
    return [json.loads(event.removeprefix("data: ")) for event in answer.text.split("\n\n")[:-1]]


def upload(client: httpx.Client, data: Any, name: str = "ada.txt", **query: str) -> httpx.Response:
    return client.post("/uploads/resumes", params={"name": name, **query}, content=data)


def kept(client: httpx.Client, data: bytes, name: str = "ada.txt", **query: str) -> str:
    """Upload and return the address of the version."""
    outcome = told(upload(client, data, name, **query))[-1]
    return f"/papers/{outcome['resume']}/{outcome['number']}"


def throw_away(client: Browser, resume: str) -> None:
    """Put a resume in the trash; one that is there already is gone for good."""
    login = {"email": client.email, "password": PASSWORD}
    token = client.post("/api/auth/login", json=login).json()["access_token"]
    headers = {"authorization": f"Bearer {token}"}
    client.delete(f"/api/resumes/{resume}", headers=headers).raise_for_status()


def endless(taken: list[int]) -> Iterator[bytes]:
    for part in islice(repeat(MEGABYTE), 300):
        taken.append(len(part))
        yield part


def readers(server: Server) -> list[int]:
    """Return the processes that read papers: what the server's own child has begotten."""

    def children(pid: int) -> list[int]:
        found = Path(f"/proc/{pid}/task").glob("*/children")
        return [int(child) for path in found for child in path.read_text().split()]

    return [each for child in children(server.pid) for each in children(child)]


def test_pages_are_told_before_the_outcome(ada: httpx.Client) -> None:
    pages = [[(72, 72, f"Page {number} of a resume")] for number in range(3)]
    *progress, outcome = told(upload(ada, placed(*pages), "ada.pdf"))
    assert [fact["of"] for fact in progress] == [3] * len(progress)
    assert progress
    assert (outcome["number"], outcome["new"]) == (1, True)


def test_the_same_file_leads_to_where_it_is(ada: httpx.Client) -> None:
    first, second = told(upload(ada, TEXT))[-1], told(upload(ada, TEXT, "again.txt"))[-1]
    assert second == {**first, "new": False}


def test_a_newer_file_becomes_the_next_version(ada: httpx.Client) -> None:
    first = told(upload(ada, TEXT))[-1]
    second = told(upload(ada, TEXT + b"Once more", resume=first["resume"]))[-1]
    assert second == {**first, "number": 2}


def test_what_cannot_be_read_is_one_sentence(ada: httpx.Client) -> None:
    assert told(upload(ada, b"%PDF-1.7 nothing", "broken.pdf")) == [
        {"problem": "This PDF is damaged. Please save or print it as PDF once more and try again."}
    ]


def test_a_file_of_eleven_megabytes_is_refused(ada: httpx.Client) -> None:
    answer = upload(ada, MEGABYTE * 11)
    assert answer.status_code == 413
    assert answer.json()["message"] == "This file is too large. Please stay under 10 MB."


def test_json_has_less_room_than_a_file(visitor: httpx.Client) -> None:
    body = {"text": "x" * 2_000_000}
    answer = visitor.put(f"/api/resumes/{NOBODY}/versions/1/text", json=body)
    assert answer.status_code == 413


def test_a_body_without_end_is_cut_off(ada: httpx.Client) -> None:
    taken: list[int] = []
    answer = upload(ada, endless(taken))
    assert answer.status_code == 413
    assert sum(taken) < 100_000_000


def test_a_body_without_end_from_somebody_signed_out_is_cut_off(visitor: httpx.Client) -> None:
    taken: list[int] = []
    assert upload(visitor, endless(taken)).status_code == 401
    assert sum(taken) < 100_000_000


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_no_name_breaks_out_of_its_file(ada: httpx.Client, name: str) -> None:
    answer = ada.get(f"{kept(ada, TEXT, name)}/original")
    assert answer.content == TEXT
    assert set(answer.headers) & {"set-cookie"} == set()
    disposition = answer.headers["content-disposition"]
    assert disposition.startswith("attachment; filename*=UTF-8''")
    assert "/" not in disposition
    assert '"' not in disposition


@pytest.mark.parametrize("name", ["", "x" * 501], ids=["empty", "endless"])
def test_a_file_needs_a_name_of_ordinary_length(ada: httpx.Client, name: str) -> None:
    assert upload(ada, TEXT, name).status_code == 422


@pytest.mark.parametrize("leaf", ["original", "resume.pdf", "resume.docx", "resume.json"])
def test_a_paper_is_saved_and_never_shown(ada: httpx.Client, leaf: str) -> None:
    headers = ada.get(f"{kept(ada, TEXT)}/{leaf}").headers
    assert headers["content-type"] == "application/octet-stream"
    assert headers["content-disposition"].startswith("attachment")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"] == "sandbox; default-src 'none'"


@pytest.mark.parametrize(
    ("leaf", "start"),
    [("pdf", b"%PDF-"), ("docx", b"PK\x03\x04"), ("json", b'{\n  "$schema"')],
    ids=["PDF", "Word", "JSON Resume"],
)
def test_a_resume_is_set_anew(ada: httpx.Client, leaf: str, start: bytes) -> None:
    assert ada.get(f"{kept(ada, TEXT)}/resume.{leaf}").content.startswith(start)


LEAVES = ["original", "text", "pages/0.png", "resume.pdf", "resume.docx", "resume.json"]


@pytest.mark.parametrize("leaf", LEAVES)
def test_only_the_owner_sees_a_paper(
    ada: httpx.Client, charles: httpx.Client, visitor: httpx.Client, leaf: str
) -> None:
    paper = kept(ada, pdf("Ada Lovelace", "Analyst"), "ada.pdf")
    mine = ada.get(f"{paper}/{leaf}")
    assert mine.status_code == 200
    known = {"if-none-match": mine.headers.get("etag", "x")}
    assert charles.get(f"{paper}/{leaf}", headers=known).status_code == 404
    assert visitor.get(f"{paper}/{leaf}", headers=known).status_code == 303
    assert ada.get(f"/papers/{NOBODY}/1/{leaf}").status_code == 404
    assert ada.get(f"{paper}00/{leaf}").status_code == 404


def test_there_is_no_picture_of_a_page_that_is_not_there(ada: httpx.Client) -> None:
    paper = kept(ada, pdf("Ada Lovelace", "Analyst"), "ada.pdf")
    assert ada.get(f"{paper}/pages/1.png").status_code == 404
    assert ada.get(f"{kept(ada, TEXT)}/pages/0.png").status_code == 404


@pytest.mark.parametrize("leaf", ["text", "pages/0.png"])
def test_what_a_browser_has_is_not_sent_again(ada: httpx.Client, leaf: str) -> None:
    paper = kept(ada, pdf("Ada Lovelace", "Analyst"), "ada.pdf")
    tag = ada.get(f"{paper}/{leaf}").headers["etag"]
    again = ada.get(f"{paper}/{leaf}", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_version_goes_only_to_a_resume_of_ones_own(
    ada: httpx.Client, charles: httpx.Client
) -> None:
    resume = told(upload(ada, TEXT))[-1]["resume"]
    assert upload(charles, TEXT, resume=resume).status_code == 404
    assert upload(ada, TEXT, resume=NOBODY).status_code == 404


def test_a_resume_in_the_trash_can_be_looked_at_and_takes_no_version(ada: Browser) -> None:
    paper = kept(ada, TEXT)
    resume = paper.split("/")[2]
    throw_away(ada, resume)
    assert ada.get(f"{paper}/original").content == TEXT
    answer = upload(ada, TEXT + b"Once more", resume=resume)
    assert answer.status_code == 404
    assert "restore it first" in answer.json()["message"]
    throw_away(ada, resume)
    assert ada.get(f"{paper}/original").status_code == 404


def test_nothing_is_taken_from_somebody_signed_out(visitor: httpx.Client) -> None:
    answer = upload(visitor, TEXT)
    assert (answer.status_code, answer.json()["error"]) == (401, "SignedOut")


def test_nothing_is_taken_from_another_site(ada: httpx.Client) -> None:
    ada.headers["origin"] = "https://elsewhere.example"
    assert upload(ada, TEXT).status_code == 403


def test_a_browser_that_goes_away_stops_the_reading(server: Server, ada: httpx.Client) -> None:
    slow = many(scanned(scan(pdf(*["A line that takes its time to be recognised"] * 45))))
    query = {"name": "slow.pdf"}
    with ada.stream("POST", "/uploads/resumes", params=query, content=slow) as answer:
        assert b"data: " in next(answer.iter_raw())
        assert readers(server) != []
    wait_until(lambda: readers(server) == [])
    kept(ada, TEXT, "quick.txt")
    shown = ada.get("/resumes").text
    assert ("quick" in shown, "slow" in shown) == (True, False)


def test_a_file_that_arrives_after_its_session_has_ended_is_not_taken(ada: httpx.Client) -> None:
    def slowly() -> Iterator[bytes]:
        yield TEXT[:10]
        ada.post("/sign-out")
        yield TEXT[10:]

    assert (
        ada.post("/uploads/resumes", params={"name": "late.txt"}, content=slowly()).status_code
        == 401
    )


def many(data: bytes, times: int = 12) -> bytes:
    """Return a PDF of the same pages many times over."""
    document = pymupdf.open()
    for _ in range(times):
        document.insert_pdf(pymupdf.open(stream=data))
    return bytes(document.tobytes())


def wait_until(is_so: Callable[[], bool], patience: float = 30) -> None:
    until = time.monotonic() + patience
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.02)
