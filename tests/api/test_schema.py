"""The REST door keeps to its own description, whatever is asked of it."""

from collections.abc import Iterator
from typing import cast

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, assume, settings
from schemathesis import Case
from schemathesis.config import SchemathesisConfig

from app.api.api import make_api
from app.metrics import Metrics
from services.settings import Settings
from services.vault import Vault
from tests.api.conftest import new_person
from tests.server import Server

# What fits the description may still be no stage of this person, or no day of this century:
# then it is refused by name. The refusal must be a described one, which other checks see to.
CONFIG = {
    "checks": {
        "positive_data_acceptance": {
            "expected-statuses": ["2xx", "3xx", "400", "401", "403", "404", "409", "422", "429"]
        },
        # A text beyond its length may be beyond any body's length as well.
        "negative_data_rejection": {
            "expected-statuses": ["400", "401", "403", "404", "409", "413", "422", "429", "5xx"]
        },
    },
    # A form and an address have no types: whatever is put in a file's place arrives as the bytes
    # of a file, and an empty list in an address not at all. What no question may say is below.
    "operations": [
        {wrong: name, "checks": {"negative_data_rejection": {"enabled": False}}}
        for wrong, name in (
            ("include-method", "GET"),
            ("include-name", "POST /resumes/"),
            ("include-name", "POST /resumes/{id}/versions"),
            ("include-name", "POST /ai/analyze-resume-file"),
        )
    ],
}

LONGEST_ADDRESS = 8_000
"""Characters of a query; escaped they become up to twelve times as many."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that has a model to ask."""
    server = Server(tmp_path_factory.mktemp("data"), language="fake")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def grace(server: Server) -> httpx.Client:
    """Somebody whose jobs are asked about."""
    return new_person(server, "grace")


# The description depends on no data, so an application without a vault can tell it.
description = make_api(cast(Vault, None), Settings(), Metrics()).openapi()
schema = schemathesis.openapi.from_dict(description, config=SchemathesisConfig.from_dict(CONFIG))


def test_the_server_tells_the_description_that_is_tried_here(visitor: httpx.Client) -> None:
    assert visitor.get("/api/openapi.json").json() == description


def something(grace: httpx.Client, path: str) -> str:
    """Make something that the path may be about, and return its id."""
    if path.startswith("/assistant/"):
        answer = grace.post("/api/assistant/conversations", json={})
    else:
        answer = grace.post("/api/jobs/", json={"company": "Acme", "position": "Programmer"})
    return str(answer.json()["id"])


@schema.parametrize()
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_operation_does_what_its_description_says(
    case: Case, server: Server, grace: httpx.Client
) -> None:
    if case.path_parameters and case.meta.generation.mode.is_positive:
        case.path_parameters["id"] = something(grace, case.path)
    # A longer address never reaches us: the server's parser answers it.
    assume(len(str(case.query)) < LONGEST_ADDRESS)
    # Blanks around a text are taken away before it is measured, which no description can say.
    assume(case.meta.generation.mode.is_positive or not any(map(_has_blanks, _texts(case.body))))
    case.call_and_validate(
        base_url=f"{server.url}/api", headers={"Authorization": grace.headers["authorization"]}
    )


def _texts(body: object) -> Iterator[str]:
    """Yield every text in a body, however deep."""
    if isinstance(body, str):
        yield body
    elif isinstance(body, dict | list):
        for each in body.values() if isinstance(body, dict) else body:
            yield from _texts(each)


def _has_blanks(text: str) -> bool:
    return text != text.strip()


QUESTIONS = [
    (path, parameter["name"])
    for path, operations in description["paths"].items()
    for parameter in operations.get("get", {}).get("parameters", [])
    if parameter["in"] == "query" and "{" not in path
]
"""Every word that a question about no one thing may say."""


@pytest.mark.parametrize("path", sorted({path for path, _ in QUESTIONS}))
def test_a_word_that_is_not_described_is_refused_in_a_question(grace, path) -> None:
    refused = grace.get(f"/api{path}", params={"sort_by": "company"})
    assert refused.status_code == 422
    assert "sort_by" in refused.json()["fields"]


@pytest.mark.parametrize(("path", "name"), QUESTIONS)
def test_a_value_that_no_description_allows_is_refused_in_a_question(grace, path, name) -> None:
    refused = grace.get(f"/api{path}", params={name: "x" * 201})
    assert refused.status_code in {400, 422}
    assert [field.split(".")[0] for field in refused.json()["fields"]] == [name]


def test_a_truth_is_no_number(grace) -> None:
    job = something(grace, "/jobs/{id}")
    for refused in (
        grace.put("/api/analytics/goal", json={"goal": True}),
        grace.patch(f"/api/jobs/{job}", json={"version": True}),
        grace.post(f"/api/jobs/{job}/undo", json={"event": True}),
    ):
        assert refused.status_code == 422
        assert "whole number" in str(refused.json()["fields"])
