"""What operators ask."""

import tomllib

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from app.api.api import make_api
from app.health import VERSION
from app.metrics import Metrics
from services.settings import Settings
from services.vault import open_vault
from tests.server import ROOT


@pytest.fixture
def vault(tmp_path):
    vault = open_vault(Settings(data=tmp_path))
    yield vault
    vault.close()


@pytest.fixture
def api(vault):
    return make_api(vault, Settings(), Metrics())


async def ask(api, path, **headers):
    transport = httpx.ASGITransport(api)
    async with httpx.AsyncClient(transport=transport, base_url="http://vault") as client:
        return await client.get(path, headers=headers)


def counted(client, name):
    families = text_string_to_metric_families(client.get("/metrics").text)
    return [sample for family in families for sample in family.samples if sample.name == name]


def test_health_tells_of_the_database_and_the_accounts(visitor):
    health = visitor.get("/health").json()
    assert health.pop("timestamp")
    assert health == {
        "status": "healthy",
        "database": "connected",
        "authentication": "available",
        "version": VERSION,
    }


def test_the_version_is_the_projects():
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] == VERSION


def test_being_alive_asks_nothing_of_anyone(visitor):
    assert visitor.get("/live").json() == {"status": "alive"}


def test_added_jobs_are_counted(visitor, add):
    [before] = counted(visitor, "job_applications_total")
    add()
    [after] = counted(visitor, "job_applications_total")
    assert after.value == before.value + 1


def test_requests_are_measured_by_their_route_and_never_by_their_id(visitor, ada, add):
    ada.get(f"/api/jobs/{add()['id']}")
    ada.get("/api/whatever-a-stranger-types")
    samples = counted(visitor, "api_request_duration_seconds_count")
    routes = {sample.labels["route"] for sample in samples}
    assert {"/api/jobs/{id}", "unknown"} <= routes
    assert "whatever" not in str(routes)


def test_analyses_have_a_counter_from_the_first_day(visitor):
    [sample] = counted(visitor, "ai_analysis_requests_total")
    assert sample.value == 0


def test_two_vaults_in_one_process_count_apart():
    one, other = Metrics(), Metrics()
    one.added(3)
    assert other.registry.get_sample_value("job_applications_total") == 0


async def test_an_accident_is_answered_with_a_reference_and_logged_once(api, caplog):
    api.add_api_route("/accident", lambda: 1 / 0)
    answer = await ask(api, "/accident")
    [record] = [each for each in caplog.records if each.levelname == "ERROR"]
    assert answer.status_code == 500
    assert answer.json()["error"] == "Accident"
    assert record.reference in answer.json()["message"]
    assert "ZeroDivisionError" in caplog.text


async def test_a_storage_that_is_away_is_told_as_503(api, vault):
    vault.close()
    answer = await ask(api, "/jobs/", authorization="Bearer cv_x")
    assert answer.status_code == 503
    assert answer.json()["error"] == "Unavailable"


def test_the_description_for_people_names_every_operation_and_asks_nobody_else(visitor):
    page = visitor.get("/docs")
    paths = visitor.get("/api/openapi.json").json()["paths"]
    assert all(f"/api{path}" in page.text for path in paths)
    assert "http" not in page.text
    assert "<script" not in page.text


def test_answers_carry_the_security_headers(visitor):
    for path in ("/api/nowhere", "/docs", "/health", "/metrics"):
        headers = visitor.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
