"""Advice through the REST door: with the practice model, and without any."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from services.language.fake.gemini import KEY, FakeGemini
from services.language.fake.serving import serve
from tests.api.conftest import new_person
from tests.resumes.conftest import POSTING, RESUME
from tests.server import Server

FORM = {"job_description": POSTING}
FILE = {"resume_file": ("cv.txt", RESUME)}


@pytest.fixture(scope="module")
def advised(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a key, and a model on this machine to ask."""
    with serve(FakeGemini(pace=0.01)) as address, pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOOGLE_GEMINI_BASE_URL", address)
        server = Server(tmp_path_factory.mktemp("data"), gemini_api_key=KEY)
        server.start()
        yield server
        server.stop()


@pytest.fixture(scope="module")
def practising(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that writes with the practice model."""
    server = Server(tmp_path_factory.mktemp("practice"), language="fake")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def grace(advised: Server) -> httpx.Client:
    """Somebody who agreed that a model is asked."""
    grace = new_person(advised, "grace")
    assert grace.put("/api/ai/consent").json()["agreed"]
    return grace


@pytest.fixture
def ask(grace: httpx.Client) -> dict[str, Any]:
    """What Grace asks about: a job and a resume of hers."""
    resume = grace.post("/api/resumes/", files={"file": ("cv.txt", RESUME)}).json()["resume"]
    draft = {"company": "Acme", "position": "Programmer", "posting": POSTING}
    job = grace.post("/api/jobs/", json=draft).json()
    return {"kind": "suggestions", "job": job["id"], "resume": f"{resume['id']}.1"}


def told(client: httpx.Client, ask: dict[str, Any]) -> list[dict[str, Any]]:
    """Ask for advice and return every event that comes."""
    answer = client.post("/api/ai/advice", json=ask)
    assert answer.headers["content-type"].startswith("text/event-stream"), answer.text
    lines = answer.text.split("\n\n")
    return [json.loads(line.removeprefix("data: ")) for line in lines if line]


def test_without_a_key_the_match_is_counted_and_the_rest_is_said(ada: httpx.Client) -> None:
    answer = ada.post("/api/ai/analyze-resume-file", files=FILE, data=FORM)
    analysis = answer.json()["analysis"]

    assert answer.status_code == 200
    assert analysis["match"]["words"] == "4 of 5 stated requirements have evidence"
    assert analysis["advice"] is None
    assert "CAREERVAULT_GEMINI_API_KEY" in analysis["advice_missing"]


def test_with_a_model_there_is_advice_beside_the_match(grace: httpx.Client) -> None:
    analysis = grace.post("/api/ai/analyze-resume-file", files=FILE, data=FORM).json()["analysis"]

    assert analysis["match"]["met"] == 4
    assert analysis["advice"]["state"] == "done"
    assert analysis["advice"]["result"]["statements"]


def test_a_file_without_a_posting_is_no_accident(ada: httpx.Client) -> None:
    answer = ada.post("/api/ai/analyze-resume-file", files=FILE)

    assert answer.status_code == 200
    assert answer.json()["analysis"]["match"]["findings"] == []


def test_nothing_is_sent_before_one_agrees(advised: Server) -> None:
    charles = new_person(advised, "charles")
    ask = {"kind": "analysis", "posting": POSTING, "resume_text": RESUME.decode()}

    assert charles.post("/api/ai/advice", json=ask).status_code == 403
    assert charles.get("/api/ai/spending").json()["calls"] == []


def test_advice_arrives_as_it_is_written(grace: httpx.Client, ask: dict[str, Any]) -> None:
    events = told(grace, ask)

    assert [event["state"] for event in events[:-1]] == ["writing"] * (len(events) - 1)
    assert events[-1]["state"] == "done"
    assert len(events) > 2


def test_the_same_question_costs_nothing_twice(grace: httpx.Client, ask: dict[str, Any]) -> None:
    price = grace.post("/api/ai/price", json=ask).json()
    first = told(grace, ask)[-1]
    again = told(grace, ask)

    assert 0 < first["cost"] <= price["cost"]
    assert (again[0]["is_paid"], again[-1]["cost"]) == (True, 0)
    assert grace.post("/api/ai/price", json=ask).json()["cost"] == 0
    spending = grace.get("/api/ai/spending").json()
    assert [call["cost"] for call in spending["calls"]] == [spending["today"]]


def test_the_practice_model_costs_nothing_and_signs_with_its_own_name(practising: Server) -> None:
    heidi = new_person(practising, "heidi")
    heidi.put("/api/ai/consent")
    ask = {"kind": "analysis", "posting": POSTING, "resume_text": RESUME.decode()}

    assert heidi.post("/api/ai/price", json=ask).json()["words"] == "free"
    assert told(heidi, ask)[-1]["state"] == "done"
    call = heidi.get("/api/ai/spending").json()["calls"][0]
    assert (call["model"], call["cost"]) == ("practice-model", 0)


def test_an_accepted_suggestion_becomes_a_version(grace: httpx.Client, ask: dict[str, Any]) -> None:
    key = told(grace, ask)[-1]["key"]
    resume = ask["resume"].split(".")[0]
    edits = grace.get(f"/api/ai/advice/{key}/edits", params={"resume": resume}).json()
    index = next(edit["index"] for edit in edits if not edit["is_advice"])
    accepted = [{"index": index, "text": "Wrote quick services", "is_confirmed": True}]
    chosen = {"resume": resume, "number": 1, "accepted": accepted, "note": "For Acme"}
    made = grace.post(f"/api/ai/advice/{key}/tailor", json=chosen).json()

    assert made["resume"]["versions"][1]["origin"] == "tailored"
    text = grace.get(f"/api/resumes/{resume}/versions/2/text").json()["text"]
    assert "Wrote quick services" in text


def test_a_kept_letter_comes_as_a_file(grace: httpx.Client, ask: dict[str, Any]) -> None:
    letters = f"/api/jobs/{ask['job']}/letters"
    grace.post(letters, json={"text": "Dear Acme\n\nI write services.\n\nYours, Grace"})
    answer = grace.get(f"/api/jobs/{ask['job']}/letter.pdf")

    assert answer.content.startswith(b"%PDF")
    assert answer.headers["content-disposition"].startswith("attachment")


def test_every_question_to_the_model_is_counted(grace: httpx.Client, ask: dict[str, Any]) -> None:
    def asked() -> float:
        lines = grace.get("/metrics").text.splitlines()
        line = next(each for each in lines if each.startswith("ai_analysis_requests_total"))
        return float(line.split()[1])

    before = asked()
    told(grace, ask)
    told(grace, ask)
    assert asked() == before + 1


def test_a_text_where_a_file_belongs_is_told_so(grace: httpx.Client) -> None:
    sent = {**FORM, "resume_file": "Ada Lovelace"}
    answer = grace.post("/api/ai/analyze-resume-file", data=sent)

    assert answer.status_code == 422
    assert answer.json()["fields"] == {"resume_file": "Please send this as a file."}


def test_someone_elses_advice_does_not_exist(
    advised: Server, grace: httpx.Client, ask: dict[str, Any]
) -> None:
    key = told(grace, ask)[-1]["key"]
    charles = new_person(advised, "charles")
    charles.put("/api/ai/consent")

    assert charles.get(f"/api/ai/advice/{key}").status_code == 404
    assert charles.get(f"/api/jobs/{ask['job']}/advice").status_code == 404
    assert charles.post("/api/ai/advice", json=ask).status_code == 404


def test_advice_goes_with_the_job_it_was_for(grace: httpx.Client, ask: dict[str, Any]) -> None:
    key = told(grace, ask)[-1]["key"]
    assert [each["key"] for each in grace.get(f"/api/jobs/{ask['job']}/advice").json()] == [key]

    grace.delete(f"/api/jobs/{ask['job']}")
    grace.delete("/api/trash")
    assert grace.get(f"/api/ai/advice/{key}").status_code == 404
