"""Resumes, matches and dossiers through the REST door of the real server."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.resumes.conftest import POSTING, RESUME

FILE = {"file": ("cv.txt", RESUME)}
Add = Callable[..., dict[str, Any]]


@pytest.fixture
def resume(ada: httpx.Client) -> dict[str, Any]:
    answer = ada.post("/api/resumes/", files=FILE)
    assert answer.status_code == 201, answer.text
    added: dict[str, Any] = answer.json()["resume"]
    return added


def test_a_resume_comes_back_as_it_was_sent(ada: httpx.Client, resume: dict[str, Any]) -> None:
    answer = ada.get(f"/api/resumes/{resume['id']}/versions/1/original")

    assert answer.content == RESUME
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-security-policy"].startswith("sandbox")


def test_a_corrected_text_is_the_next_version(ada: httpx.Client, resume: dict[str, Any]) -> None:
    address = f"/api/resumes/{resume['id']}/versions"
    answer = ada.put(f"{address}/1/text", json={"text": "Ada\nPoet"})

    assert answer.json()["number"] == 2
    assert ada.get(f"{address}/2/text").json()["text"] == "Ada\nPoet"
    assert "Programmer" in ada.get(f"{address}/1/text").json()["text"]


def test_contents_are_json_resume(ada: httpx.Client, resume: dict[str, Any]) -> None:
    address = f"/api/resumes/{resume['id']}/versions/1/contents"
    found = ada.get(address).json()
    assert found["basics"]["name"] == "Ada Lovelace"

    answer = ada.put(address, json={"basics": {"name": "Augusta"}})
    assert answer.json()["versions"][0]["confirmed"] is True
    assert ada.get(address).json()["basics"]["name"] == "Augusta"


def test_a_job_is_matched_with_quotes(ada: httpx.Client, add: Add, resume: dict[str, Any]) -> None:
    job = add(posting=POSTING)
    match = ada.get(f"/api/jobs/{job['id']}/match", params={"resume": resume["id"]}).json()
    quotes = [each["quote"] for row in match["coverage"]["findings"] for each in row["evidence"]]

    assert match["coverage"]["words"].endswith("evidence")
    assert quotes
    assert all(quote in RESUME.decode() for quote in quotes)
    assert len(ada.get(f"/api/jobs/{job['id']}/matches").json()) == 1


def test_any_posting_can_be_matched(ada: httpx.Client, resume: dict[str, Any]) -> None:
    asked = {"posting": POSTING, "resume": resume["id"]}
    assert ada.post("/api/match", json=asked).json()["met"] >= 3


def test_what_was_sent_is_frozen(ada: httpx.Client, add: Add, resume: dict[str, Any]) -> None:
    job = add(posting=POSTING, status="Saved", resume=f"{resume['id']}.1")
    letters = f"/api/jobs/{job['id']}/letters"
    assert ada.post(letters, json={"text": "Dear Acme"}).status_code == 201
    ada.patch(f"/api/jobs/{job['id']}", json={"status": "Applied"})

    (dossier,) = ada.get(f"/api/jobs/{job['id']}/dossiers").json()
    assert (dossier["letter"], dossier["posting"]) == ("Dear Acme", POSTING)
    assert dossier["resume_text"].startswith("Ada Lovelace")


def test_the_trash_comes_before_the_end(ada: httpx.Client, resume: dict[str, Any]) -> None:
    address = f"/api/resumes/{resume['id']}"
    assert ada.delete(address).status_code == 204
    assert ada.get("/api/resumes/").json() == []
    assert ada.post(f"{address}/restore").json()["trashed"] is None

    ada.delete(address)
    ada.delete(address)
    assert ada.get(address).status_code == 404


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", ""),
        ("PATCH", ""),
        ("DELETE", ""),
        ("POST", "/restore"),
        ("GET", "/versions/1/original"),
        ("GET", "/versions/1/text"),
        ("PUT", "/versions/1/text"),
        ("GET", "/versions/1/contents"),
        ("PUT", "/versions/1/contents"),
        ("POST", "/versions"),
    ],
)
def test_someone_elses_resume_does_not_exist(
    charles: httpx.Client, resume: dict[str, Any], method: str, path: str
) -> None:
    bodies: dict[str, dict[str, Any]] = {
        "/versions": {"files": FILE},
        "/versions/1/text": {"json": {"text": "x"}},
        "": {"json": {"name": "Mine"}},
        "/versions/1/contents": {"json": {}},
    }
    sent = bodies.get(path, {}) if method in ("PUT", "PATCH", "POST") else {}
    answer = charles.request(method, f"/api/resumes/{resume['id']}{path}", **sent)

    assert answer.status_code == 404
    assert answer.json()["error"] == "NotFound"


@pytest.mark.parametrize(
    ("name", "data"),
    [("cv.pdf", b"%PDF-1.7 and nothing"), ("cv.exe", b"MZ\x00\x01\x02"), ("cv.txt", b"")],
    ids=["a broken PDF", "a program", "an empty file"],
)
def test_a_file_that_cannot_be_read_gets_one_sentence(
    ada: httpx.Client, name: str, data: bytes
) -> None:
    answer = ada.post("/api/resumes/", files={"file": (name, data)})

    assert answer.status_code == 422
    assert answer.json()["message"].endswith(".")
    assert ada.get("/api/resumes/").json() == []


def test_a_file_of_eleven_megabytes_is_stopped(ada: httpx.Client) -> None:
    answer = ada.post("/api/resumes/", files={"file": ("cv.txt", b"x" * 11_000_000)})

    assert answer.status_code == 413
    assert "10 MB" in answer.json()["message"]
