"""What the REST door does with what nobody should send."""

import pytest

DRAFT = {"company": "Acme", "position": "Programmer", "status": "Applied"}


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"company": ""}, "company"),
        ({"company": " \n\t "}, "company"),
        ({"company": None}, "company"),
        ({"company": 5}, "company"),
        ({"company": ["Acme"]}, "company"),
        ({"company": "x" * 201}, "company"),
        ({"company": "Ac\x00me"}, "company"),
        ({"position": "\x1b[31mred"}, "position"),
        ({"applied_on": "31.03.2026"}, "applied_on"),
        ({"applied_on": "2026-02-30"}, "applied_on"),
        ({"applied_on": 0}, "applied_on"),
        ({"deadline": "0001-01-01"}, "deadline"),
        ({"deadline": "2026-03-31T10:00:00"}, "deadline"),
        ({"stage": "nowhere"}, "stage"),
        ({"outcome": "maybe"}, "outcome"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": "http://["}, "url"),
        ({"excitement": 6}, "excitement"),
        ({"excitement": "5"}, "excitement"),
        ({"excitement": 10**30}, "excitement"),
        ({"tags": "dream"}, "tags"),
        ({"tags": [""]}, "tags.0"),
        ({"tags": ["t"] * 21}, "tags"),
        ({"salary": {"min": 2, "max": 1}}, "salary"),
        ({"salary": {"min": -1}}, "salary.min"),
        ({"salary": {"currency": "euro"}}, "salary.currency"),
        ({"work_mode": "asleep"}, "work_mode"),
        ({"notes": "n" * 90_000}, "notes"),
        ({"posting": "é" * 79_999}, "posting"),
        ({"id": "01HZZZZZZZZZZZZZZZZZZZZZZZ"}, "id"),
        ({"owner": "charles"}, "owner"),
        ({"version": 3}, "version"),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, dict) else "",
)
def test_a_job_that_cannot_be_kept_names_the_field_and_writes_nothing(ada, fields, named):
    answer = ada.post("/api/jobs/", json={**DRAFT, "status": "", **fields})
    assert answer.status_code == 422, answer.text
    assert named in answer.json()["fields"]
    assert ada.get("/api/jobs/").headers["x-total-count"] == "0"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '=HYPERLINK("http://evil.example")',
        "'; DROP TABLE rows; --",
        "مهندس برمجيات",
        "\u202egnirts desrever",
        "👩🏽‍💻 Ünïcödé 漢字",
        "{{ 7 * 7 }} ${7*7} %s %n",
        "../../etc/passwd",
        "NULL",
    ],
)
def test_strange_text_comes_back_as_it_was_sent(ada, add, text):
    job = add(company=text, position=text, notes=text, tags=[text])
    kept = ada.get(f"/api/jobs/{job['id']}").json()
    assert (kept["company"], kept["position"], kept["notes"]) == (text, text, text)
    assert kept["tags"] == [text]
    assert [each["id"] for each in ada.get("/api/jobs/", params={"q": text}).json()] == [job["id"]]


def send(ada, body, kind="application/json"):
    return ada.post("/api/jobs/", content=body, headers={"content-type": kind})


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"{", 422),
        (b"null", 422),
        (b"[]", 422),
        (b'"text"', 422),
        (b"\xc3\x28", 400),
        (b"[" * 100_000, 400),
        (b'{"company": "\\ud800", "position": "Programmer"}', 422),
        (b'{"company": "A", "position": "B", "salary": {"min": NaN}}', 422),
        (b'{"company": "A", "position": "B", "excitement": ' + b"9" * 5_000 + b"}", 400),
    ],
    ids=["nothing", "half", "null", "list", "text", "bytes", "deep", "surrogate", "nan", "digits"],
)
def test_what_is_no_job_is_refused_in_the_same_shape(ada, body, status):
    answer = send(ada, body)
    assert answer.status_code == status, answer.text
    assert set(answer.json()) == {"error", "message", "fields"}


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "", "nonsense"]
)
def test_another_content_type_is_refused(ada, kind):
    assert send(ada, b'{"company": "A", "position": "B"}', kind).status_code == 422


def test_ten_megabytes_of_notes_get_a_clear_answer(ada):
    answer = ada.post("/api/jobs/", json=DRAFT | {"notes": "n" * 10_000_000})
    assert answer.status_code == 413
    assert answer.json()["message"] == "That is too much at once. Please stay under 1 MB."
    assert ada.get("/api/jobs/").json() == []


def test_a_form_of_ten_megabytes_is_refused_at_the_pages_too(visitor):
    answer = visitor.post("/sign-in", data={"email": "a" * 10_000_000})
    assert answer.status_code == 413


@pytest.mark.parametrize("id", ["nothing", "%00", "..%2f..", "job%23x", "x" * 41, "😀"])
def test_an_id_that_is_none_is_not_found_or_refused(ada, id):
    assert ada.get(f"/api/jobs/{id}").status_code in (404, 422)


@pytest.mark.parametrize(
    ("method", "path", "status", "error"),
    [
        ("GET", "/api/nowhere", 404, "NotFound"),
        ("GET", "/api", 404, "NotFound"),
        ("PATCH", "/api/jobs/", 405, "MethodNotAllowed"),
        ("GET", "/api/auth/login", 405, "MethodNotAllowed"),
        ("POST", "/api/undo", 404, "NotFound"),
        ("POST", "/api/jobs/", 422, "Invalid"),
    ],
)
def test_every_refusal_has_the_same_shape(ada, method, path, status, error):
    answer = ada.request(method, path, follow_redirects=True)
    assert answer.status_code == status
    assert answer.json()["error"] == error
    assert set(answer.json()) == {"error", "message", "fields"}
