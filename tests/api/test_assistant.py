"""The assistant through the REST door: streamed, kept, stopped, and nobody else's."""

import json
from typing import Any

import httpx
import pytest

from services.language.fake.gemini import KEY, FakeGemini
from services.language.fake.scenario import Scenario
from tests.api.conftest import new_person
from tests.resumes.conftest import POSTING
from tests.server import Server, rows_with

CHATS = "/api/assistant/conversations"
BEGUN = "This is what your records say."


@pytest.fixture
def grace(house: Server) -> httpx.Client:
    """Somebody with a job, who agreed that a model is asked."""
    grace = new_person(house, "grace")
    grace.put("/api/ai/consent").raise_for_status()
    draft = {"company": "Acme", "position": "Programmer", "posting": POSTING}
    grace.post("/api/jobs/", json=draft).raise_for_status()
    return grace


@pytest.fixture
def chat(grace: httpx.Client) -> str:
    """A conversation of hers."""
    begun = grace.post(CHATS, json={})
    assert begun.status_code == 201
    return f"{CHATS}/{begun.json()['id']}"


def ask(client: httpx.Client, chat: str, words: str) -> list[dict[str, Any]]:
    """Ask, and return every event of the answer."""
    answer = client.post(f"{chat}/messages", json={"words": words})
    assert answer.headers["content-type"].startswith("text/event-stream"), answer.text
    return [json.loads(each.removeprefix("data: ")) for each in answer.text.split("\n\n") if each]


def test_an_answer_arrives_as_it_is_written(grace: httpx.Client, chat: str) -> None:
    *growing, last = ask(grace, chat, "What is with Acme?")
    message = last["message"]

    assert len(growing) > 2
    assert message["text"].startswith("".join(each["text"] for each in growing))
    assert [look for each in growing for look in each["looks"]] == ["Looked at 1 job"]
    assert message["state"] == "done"
    assert message["receipts"][0]["id"] == "J1"


def test_every_question_to_the_model_is_counted(grace: httpx.Client, chat: str) -> None:
    def asked() -> float:
        lines = grace.get("/metrics").text.splitlines()
        line = next(each for each in lines if each.startswith("ai_analysis_requests_total"))
        return float(line.split()[1])

    before = asked()
    ask(grace, chat, "What is with Acme?")
    assert asked() == before + 1


def test_what_was_said_is_kept_and_found(grace: httpx.Client, chat: str) -> None:
    ask(grace, chat, "What is with Acme?")
    whole = grace.get(chat).json()

    assert [each["voice"] for each in whole["said"]] == ["person", "model"]
    assert whole["title"] == "What is with Acme?"
    found = [each["id"] for each in grace.get(CHATS, params={"q": "acme programmer"}).json()]
    assert found == [whole["id"]]
    assert grace.get(CHATS, params={"q": "elsewhere"}).json() == []


def test_it_is_renamed_taken_along_and_deleted(grace: httpx.Client, chat: str) -> None:
    ask(grace, chat, "What is with Acme?")
    assert grace.patch(chat, json={"title": "About Acme"}).json()["title"] == "About Acme"
    written = grace.get(f"{chat}/transcript.md")
    assert written.headers["content-disposition"] == "attachment; filename*=UTF-8''About%20Acme.md"
    assert "# About Acme" in written.text
    assert "Rests on: [J1] Acme, Programmer" in written.text

    assert grace.delete(chat).status_code == 204
    assert grace.get(chat).status_code == 404


def test_who_asks_again_gets_another_answer(grace: httpx.Client, chat: str) -> None:
    ask(grace, chat, "What is with Acme?")
    answer = grace.post(f"{chat}/messages/1/again", json={"words": "How am I doing?"})

    assert '"state":"done"' in answer.text
    said = grace.get(chat).json()["said"]
    assert said[0]["text"] == "How am I doing?"
    assert len(said) == 2


def test_who_stops_keeps_what_had_come(grace: httpx.Client, chat: str, gemini: FakeGemini) -> None:
    gemini.script.then(Scenario.WELL, Scenario.STALL)
    with grace.stream("POST", f"{chat}/messages", json={"words": "How am I doing?"}) as answer:
        lines = answer.iter_lines()
        next(line for line in lines if '"text":"This' in line)
        assert grace.post(f"{chat}/stop").status_code == 204
        last = [line for line in lines if line][-1]

    assert json.loads(last.removeprefix("data: "))["message"]["state"] == "stopped"
    assert grace.get(chat).json()["said"][1]["text"].startswith("This is what")


def test_the_answer_goes_on_when_its_asker_hangs_up(
    grace: httpx.Client, chat: str, gemini: FakeGemini
) -> None:
    gemini.script.then(Scenario.WELL, Scenario.SLOW)
    with grace.stream("POST", f"{chat}/messages", json={"words": "How am I doing?"}) as answer:
        next(answer.iter_lines())
    told = grace.get(f"{chat}/stream").text

    assert '"state":"done"' in told
    assert grace.get(chat).json()["said"][1]["state"] == "done"


def listen_until_killed(client: httpx.Client, chat: str, server: Server) -> None:
    """Ask, and kill the server once a part of its slow answer is kept."""
    with client.stream("POST", f"{chat}/messages", json={"words": "How am I doing?"}) as answer:
        lines = (line for line in answer.iter_lines() if '"text":"' in line)
        while not rows_with(server.data, BEGUN):
            next(lines)
        server.kill()
        list(lines)


def test_the_part_of_an_answer_survives_a_kill_and_is_marked(
    gemini: FakeGemini, tmp_path_factory: pytest.TempPathFactory
) -> None:
    server = Server(tmp_path_factory.mktemp("killed"), gemini_api_key=KEY)
    server.start()
    heidi = new_person(server, "heidi")
    heidi.put("/api/ai/consent").raise_for_status()
    chat = f"{CHATS}/{heidi.post(CHATS, json={}).json()['id']}"
    gemini.script.then(Scenario.WELL, Scenario.SLOW)
    with pytest.raises(httpx.HTTPError):
        listen_until_killed(heidi, chat, server)
    server.start()
    headers = {"authorization": heidi.headers["authorization"]}
    said = server.client(headers=headers).get(chat).json()["said"][1]
    server.stop()

    assert said["text"].startswith(BEGUN)
    assert said["state"] in ("writing", "broken")


def test_a_question_without_a_model_is_answered_at_once(grace: httpx.Client, chat: str) -> None:
    question, answer = grace.post(f"{chat}/guide", json={"topic": "week"}).json()

    assert question["text"] == "What should I do this week?"
    assert (answer["voice"], answer["cost"]) == ("code", 0)
    assert grace.get("/api/ai/spending").json()["calls"] == []


def test_an_accepted_proposal_changes_the_job_and_a_declined_one_does_not(
    grace: httpx.Client, chat: str
) -> None:
    job = grace.get("/api/jobs/").json()[0]["id"]
    seqs = []
    for _ in range(2):
        last = ask(grace, chat, "Remind me to write to Acme")[-1]["message"]
        assert last["proposals"][0]["before"] == "No next step"
        seqs.append(last["seq"])
    declined = grace.post(f"{chat}/messages/{seqs[0]}/proposals/0/decline").json()
    assert declined["proposals"][0]["fate"] == "declined"
    assert grace.get(f"/api/jobs/{job}").json()["next_step"] == ""

    grace.post(f"{chat}/messages/{seqs[1]}/proposals/0/accept").raise_for_status()
    assert grace.get(f"/api/jobs/{job}").json()["next_step"] == "Write to the recruiter"
    assert grace.get(f"/api/jobs/{job}/events").json()[-1]["by"] == "assistant"
    assert grace.post("/api/undo").status_code == 200
    assert grace.get(f"/api/jobs/{job}").json()["next_step"] == ""


def test_a_mock_interview_names_a_job_of_ones_own(grace: httpx.Client, house: Server) -> None:
    job = grace.get("/api/jobs/").json()[0]["id"]
    begun = grace.post(CHATS, json={"mode": "interview", "job": job})
    assert begun.status_code == 201
    assert "?" in ask(grace, f"{CHATS}/{begun.json()['id']}", "I am ready")[-1]["message"]["text"]

    charles = new_person(house, "charles")
    assert charles.post(CHATS, json={"mode": "interview", "job": job}).status_code == 404


def test_nothing_is_asked_before_one_agrees(house: Server) -> None:
    charles = new_person(house, "charles")
    chat = f"{CHATS}/{charles.post(CHATS, json={}).json()['id']}"

    assert charles.post(f"{chat}/messages", json={"words": "Hello"}).status_code == 403
    assert charles.get(chat).json()["said"] == []


def test_without_a_key_the_guide_answers_and_the_rest_says_how(ada: httpx.Client) -> None:
    chat = f"{CHATS}/{ada.post(CHATS, json={}).json()['id']}"
    refused = ada.post(f"{chat}/messages", json={"words": "Hello"})

    assert refused.status_code == 503
    assert "CAREERVAULT_GEMINI_API_KEY" in refused.json()["message"]
    assert ada.post(f"{chat}/guide", json={"topic": "stuck"}).status_code == 200


def test_someone_elses_conversation_does_not_exist(
    grace: httpx.Client, chat: str, house: Server
) -> None:
    ask(grace, chat, "Remind me to write to Acme")
    charles = new_person(house, "charles")
    charles.put("/api/ai/consent").raise_for_status()

    answers = [
        charles.get(chat),
        charles.get(f"{chat}/transcript.md"),
        charles.get(f"{chat}/stream"),
        charles.patch(chat, json={"title": "Mine"}),
        charles.delete(chat),
        charles.post(f"{chat}/stop"),
        charles.post(f"{chat}/messages", json={"words": "Hello"}),
        charles.post(f"{chat}/messages/1/again", json={}),
        charles.post(f"{chat}/guide", json={"topic": "week"}),
        charles.post(f"{chat}/messages/2/proposals/0/accept"),
        charles.post(f"{chat}/messages/2/proposals/0/decline"),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert charles.get(CHATS).json() == []
    assert len(grace.get(chat).json()["said"]) == 2
