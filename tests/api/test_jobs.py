"""Jobs at the REST door."""

import pytest


def test_company_position_and_status_suffice(ada):
    answer = ada.post(
        "/api/jobs/", json={"company": "Acme", "position": "Programmer", "status": "Applied"}
    )
    assert answer.status_code == 201
    assert answer.json()["status"] == "Applied"
    assert ada.get(answer.headers["location"]).json() == answer.json()


def test_a_new_job_takes_every_field(ada, add):
    fields = {
        "location": "Zürich",
        "work_mode": "remote",
        "salary": {
            "min": 90000.0,
            "max": 100000.0,
            "currency": "CHF",
            "period": "year",
            "text": "",
        },
        "url": "https://jobs.example/1",
        "tags": ["backend", "dream"],
        "excitement": 5,
        "deadline": "2026-04-01",
        "next_step": "Write to Grace",
        "next_step_on": "2026-03-20",
        "applied_on": "2026-03-02",
        "posting": "We look for …\nMust: Python",
        "notes": "Line one\nline two",
    }
    job = add(**fields)
    assert {name: job[name] for name in fields} == fields


@pytest.mark.parametrize(
    ("word", "status", "stage", "outcome"),
    [
        ("Applied", "Applied", "applied", None),
        ("  phone SCREEN ", "Phone Screen", "phone-screen", None),
        ("Interview", "Technical Interview", "technical-interview", None),
        ("Offer", "Offer", "offer", None),
        ("Rejected", "Rejected", "applied", "rejected"),
        ("ghosted", "Ghosted", "applied", "ghosted"),
    ],
)
def test_a_status_is_one_word_for_stage_and_outcome(add, word, status, stage, outcome):
    job = add(status=word)
    assert (job["status"], job["stage"], job["outcome"]) == (status, stage, outcome)


def test_an_unknown_status_is_a_question_and_writes_nothing(ada):
    draft = {"company": "Acme", "position": "Programmer", "status": "Pending"}
    answer = ada.post("/api/jobs/", json=draft)
    assert answer.status_code == 422
    assert "Phone Screen" in answer.json()["fields"]["status"]
    assert ada.get("/api/jobs/").json() == []


def test_a_status_that_contradicts_the_stage_is_refused(ada):
    draft = {"company": "Acme", "position": "Nurse", "status": "Offer", "stage": "applied"}
    assert ada.post("/api/jobs/", json=draft).status_code == 422


def test_an_outcome_may_be_told_with_the_stage_it_ended_in(add):
    job = add(status="Rejected", stage="offer")
    assert (job["stage"], job["outcome"]) == ("offer", "rejected")


def test_patch_changes_what_is_given_and_nothing_else(ada, add):
    job = add(notes="keep me", tags=["dream"])
    changed = ada.patch(f"/api/jobs/{job['id']}", json={"company": "Globex"}).json()
    assert changed == job | {
        "company": "Globex",
        "version": 2,
        "updated": changed["updated"],
    }


def test_patch_moves_by_status_and_remembers_the_move(ada, add):
    job = add()
    moved = ada.patch(f"/api/jobs/{job['id']}", json={"status": "Phone Screen"}).json()
    assert moved["status"] == "Phone Screen"
    assert [move["stage"] for move in moved["moves"]] == ["applied", "phone-screen"]


def test_patch_ends_a_job_where_it_stands_and_a_stage_revives_it(ada, add):
    job = add(status="Offer")
    path = f"/api/jobs/{job['id']}"
    ended = ada.patch(path, json={"status": "Ghosted"}).json()
    assert (ended["stage"], ended["outcome"]) == ("offer", "ghosted")
    assert ada.patch(path, json={"status": "Offer"}).json()["outcome"] is None


def test_patch_dates_the_application(ada, add):
    job = add()
    changed = ada.patch(f"/api/jobs/{job['id']}", json={"applied_on": "2026-01-05"}).json()
    assert changed["applied_on"] == "2026-01-05"


def test_put_empties_what_is_left_out_and_keeps_where_the_job_stands(ada, add):
    job = add(notes="old", tags=["dream"], status="Offer")
    body = {"company": "Globex", "position": "Editor"}
    whole = ada.put(f"/api/jobs/{job['id']}", json=body).json()
    assert (whole["company"], whole["notes"], whole["tags"]) == ("Globex", "", [])
    assert whole["status"] == "Offer"


def test_put_needs_a_company(ada, add):
    answer = ada.put(f"/api/jobs/{add()['id']}", json={"position": "Editor"})
    assert answer.status_code == 422
    assert answer.json()["fields"] == {"company": "Please fill this in."}


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_a_change_made_elsewhere_is_not_overwritten(ada, add, method):
    job = add()
    path = f"/api/jobs/{job['id']}"
    ada.patch(path, json={"company": "Theirs"})
    mine = {"company": "Mine", "position": "Programmer", "version": job["version"]}
    answer = ada.request(method, path, json=mine)
    assert answer.status_code == 409
    assert answer.json()["fields"] == {"company": "It now reads: Theirs"}
    assert ada.get(path).json()["company"] == "Theirs"


def test_changes_of_different_fields_go_together(ada, add):
    job = add()
    path = f"/api/jobs/{job['id']}"
    ada.patch(path, json={"company": "Theirs"})
    both = ada.patch(path, json={"location": "Oslo", "version": job["version"]}).json()
    assert (both["company"], both["location"]) == ("Theirs", "Oslo")


def test_a_deleted_job_is_in_the_trash_until_it_is_restored(ada, add):
    job = add(notes="keep me")
    path = f"/api/jobs/{job['id']}"
    assert ada.delete(path).status_code == 204
    assert ada.get(path).status_code == 404
    assert [each["id"] for each in ada.get("/api/trash").json()] == [job["id"]]
    assert ada.post(f"{path}/restore").json()["notes"] == "keep me"
    assert ada.get(path).status_code == 200


def test_emptying_the_trash_is_final(ada, add):
    job = add()
    kept = add()
    ada.delete(f"/api/jobs/{job['id']}")
    assert ada.delete("/api/trash").json() == {"deleted": 1}
    assert ada.post(f"/api/jobs/{job['id']}/restore").status_code == 404
    assert [each["id"] for each in ada.get("/api/jobs/").json()] == [kept["id"]]


def test_every_change_is_an_event(ada, add):
    job = add()
    path = f"/api/jobs/{job['id']}"
    ada.patch(path, json={"company": "Globex"})
    ada.patch(path, json={"status": "Offer"})
    events = ada.get(f"{path}/events").json()
    assert [(event["seq"], event["kind"], event["by"]) for event in events] == [
        (1, "added", "api"),
        (2, "edited", "api"),
        (3, "moved", "api"),
    ]
    assert events[1]["fields"] == {"company": ["Acme", "Globex"]}


def test_the_last_event_of_a_job_is_undone(ada, add):
    job = add()
    path = f"/api/jobs/{job['id']}"
    ada.patch(path, json={"company": "Globex"})
    assert ada.post(f"{path}/undo").json()["company"] == "Acme"


def test_an_event_further_back_is_undone_by_its_number(ada, add):
    job = add()
    path = f"/api/jobs/{job['id']}"
    ada.patch(path, json={"company": "Globex"})
    ada.patch(path, json={"location": "Oslo"})
    undone = ada.post(f"{path}/undo", json={"event": 2}).json()
    assert (undone["company"], undone["location"]) == ("Acme", "Oslo")


def test_an_event_that_a_later_one_stands_on_is_not_undone(ada, add):
    job = add()
    path = f"/api/jobs/{job['id']}"
    ada.patch(path, json={"company": "Globex"})
    ada.patch(path, json={"company": "Initech"})
    answer = ada.post(f"{path}/undo", json={"event": 2})
    assert answer.status_code == 409
    assert "stands in the way" in answer.json()["message"]


def test_the_last_action_is_undone_and_done_again(ada, add):
    job = add()
    path = f"/api/jobs/{job['id']}"
    ada.patch(path, json={"company": "Globex"})
    undone = ada.post("/api/undo").json()
    assert undone["jobs"][0]["company"] == "Acme"
    assert undone["message"] == "Undone: edited Acme, Programmer"
    assert ada.post("/api/redo").json()["jobs"][0]["company"] == "Globex"
    assert ada.post("/api/redo").status_code == 404


def test_the_profile_names_the_stages(ada):
    profile = ada.get("/api/profile").json()
    assert profile["name"] == "ada"
    assert profile["stages"]["every"][0]["name"] == "Saved"
