"""Our own Gemini refuses what Google refuses, so that a test on it promises what it says."""

import json
from typing import Any

import httpx
import pytest

from services.language.fake.gemini import FakeGemini
from services.language.fake.scenario import Scenario

CALL = "/v1/models/gemini-3.8-flash:generateContent"
STREAM = "/v1/models/gemini-3.8-flash:streamGenerateContent?alt=sse"
HELLO = [{"role": "user", "parts": [{"text": "We need four good words here"}]}]
LOOK = {"functionCall": {"name": "look", "args": {}}}
FOUND = {"role": "user", "parts": [{"functionResponse": {"name": "look", "response": {}}}]}


@pytest.fixture
def google(url: str) -> httpx.Client:
    return httpx.Client(base_url=url, headers={"x-goog-api-key": "fake-key"})


def ask(google: httpx.Client, body: dict[str, Any]) -> httpx.Response:
    return google.post(CALL, json=body)


def test_a_call_without_a_key_is_forbidden(url: str):
    answer = httpx.post(url + CALL, json={"contents": HELLO})
    assert answer.status_code == 403
    assert answer.json()["error"]["status"] == "PERMISSION_DENIED"


def test_a_wrong_key_is_named_as_the_reason(url: str):
    answer = httpx.post(url + CALL, json={"contents": HELLO}, headers={"x-goog-api-key": "no"})
    assert answer.status_code == 400
    assert answer.json()["error"]["details"][0]["reason"] == "API_KEY_INVALID"


BOTH = {"thinkingBudget": 1, "thinkingLevel": "LOW"}
CLOSED = {"type": "OBJECT", "additionalProperties": False}
REFUSED: dict[str, dict[str, Any]] = {
    "no contents": {},
    "empty contents": {"contents": []},
    "empty parts": {"contents": [{"role": "user", "parts": []}]},
    "a budget beside a level": {
        "contents": HELLO,
        "generationConfig": {"thinkingConfig": BOTH},
    },
    "an unknown field": {"contents": HELLO, "temprature": 1},
    "a closed schema": {"contents": HELLO, "generationConfig": {"responseSchema": CLOSED}},
    "a call that lost its signature": {
        "contents": [*HELLO, {"role": "model", "parts": [LOOK]}, FOUND]
    },
}


@pytest.mark.parametrize("body", REFUSED.values(), ids=REFUSED)
def test_what_google_refuses_is_refused(google: httpx.Client, body: dict[str, Any]):
    answer = ask(google, body)
    assert answer.status_code == 400
    assert answer.json()["error"]["status"] == "INVALID_ARGUMENT"


SIGNED = {**LOOK, "thought_signature": "c2ln"}
ACCEPTED: dict[str, dict[str, Any]] = {
    "snake case": {
        "system_instruction": {"parts": [{"text": "Hi"}]},
        "contents": HELLO,
        "generation_config": {"thinking_config": {"thinking_level": "LOW"}},
    },
    "a signed call": {"contents": [*HELLO, {"role": "model", "parts": [SIGNED]}, FOUND]},
    "an unsigned call of an earlier turn": {
        "contents": [*HELLO, {"role": "model", "parts": [LOOK]}, FOUND, *HELLO]
    },
}


@pytest.mark.parametrize("body", ACCEPTED.values(), ids=ACCEPTED)
def test_what_google_accepts_is_answered(google: httpx.Client, body: dict[str, Any]):
    candidate = ask(google, body).json()["candidates"][0]
    assert candidate["finishReason"] == "STOP"
    assert candidate["content"]["parts"][0]["text"]


def test_an_unknown_model_is_not_found(google: httpx.Client):
    answer = google.post("/v1/models/gemini-1.5-pro:generateContent", json={"contents": HELLO})
    assert answer.status_code == 404


def test_names_of_a_schema_are_left_as_they_are(google: httpx.Client):
    schema = {"type": "OBJECT", "properties": {"first_line": {"type": "STRING"}}}
    body = {"contents": HELLO, "generationConfig": {"response_schema": schema}}
    text = ask(google, body).json()["candidates"][0]["content"]["parts"][0]["text"]
    assert json.loads(text) == {"first_line": "We need four good words here"}


def test_only_the_last_event_of_a_stream_has_a_reason_to_end(google: httpx.Client):
    answer = google.post(STREAM, json={"contents": HELLO})
    events = answer.text.split("\r\n\r\n")
    chunks = [json.loads(event.removeprefix("data: ")) for event in events if event]
    reasons = [chunk["candidates"][0].get("finishReason") for chunk in chunks]

    assert events[-1] == ""
    assert reasons == [*[None] * (len(chunks) - 1), "STOP"]


def test_tokens_are_counted_and_models_listed(google: httpx.Client):
    counted = google.post("/v1/models/gemini-3.8-flash:countTokens", json={"contents": HELLO})
    listed = google.get("/v1/models").json()["models"]

    assert counted.json() == {"totalTokens": 7}
    assert {"name": "models/gemini-3.5-flash-lite"} in listed


def test_another_process_may_direct_what_happens_next(google: httpx.Client, fake: FakeGemini):
    google.post("/scenario", json={"next": ["limited"], "usual": "slow"})

    assert ask(google, {"contents": HELLO}).status_code == 429
    assert fake.script.usual is Scenario.SLOW


def test_what_arrived_can_be_looked_at_and_is_bounded(google: httpx.Client, fake: FakeGemini):
    ask(google, {"contents": HELLO})
    assert fake.requests[-1].material == {"text": "We need four good words here"}
    assert fake.requests.maxlen == 1000
