"""Papers to send as files, at the doors of the screens."""

import json
from collections.abc import Iterator
from urllib.parse import unquote

import httpx
import pytest

from tests.api.conftest import PASSWORD
from tests.api.test_uploads import NOBODY, Browser, browser, kept
from tests.server import Server

RESUME = b"Ada Lovelace\nada@example.org\nNationality: British\n\nSkills\nMathematics\n"
LETTER = "Dear Mr Babbage,\n\nI would like to write for your engine.\n\nYours"
FORMS = {"pdf": b"%PDF", "docx": b"PK"}


@pytest.fixture
def ada(server: Server) -> Iterator[Browser]:
    client = browser(server, "ada")
    yield client
    client.close()


def job(ada: Browser) -> str:
    """Add a job as a program of Ada's, with a letter, and return its id."""
    login = {"email": ada.email, "password": PASSWORD}
    token = ada.post("/api/auth/login", json=login).json()["access_token"]
    own = {"authorization": f"Bearer {token}"}
    draft = {"company": "Babbage & Sons", "position": "Programmer"}
    added = ada.post("/api/jobs/", json=draft, headers=own).raise_for_status().json()["id"]
    letters = f"/api/jobs/{added}/letters"
    ada.post(letters, json={"text": LETTER}, headers=own).raise_for_status()
    return str(added)


def missed(answer: httpx.Response) -> list[str]:
    found: list[str] = json.loads(unquote(answer.headers["x-careervault-proof"]))
    return found


@pytest.mark.parametrize("form", FORMS)
def test_a_letter_comes_as_a_file_that_was_read_again(ada: Browser, form: str):
    answer = ada.get(f"/papers/letters/{job(ada)}.{form}")
    assert answer.content.startswith(FORMS[form])
    assert answer.headers["content-disposition"].startswith("attachment")
    assert missed(answer) == []


@pytest.mark.parametrize("form", FORMS)
def test_what_a_file_cannot_hold_is_told_beside_it(ada: Browser, form: str):
    answer = ada.get(f"{kept(ada, RESUME)}/resume.{form}")
    assert answer.content.startswith(FORMS[form])
    assert missed(answer) == ["Nationality: British"]


def test_somebody_elses_papers_do_not_exist(ada: Browser, server: Server):
    letter, resume = f"/papers/letters/{job(ada)}.pdf", f"{kept(ada, RESUME)}/resume.pdf"
    charles = browser(server, "charles")
    assert [charles.get(path).status_code for path in (letter, resume)] == [404, 404]
    charles.close()


def test_a_letter_that_was_never_kept_is_said_to_be_missing(ada: Browser):
    answer = ada.get(f"/papers/letters/{NOBODY}.pdf")
    assert answer.status_code == 404
    assert answer.json()["message"]
