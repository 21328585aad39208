"""What the analytics screen fetches, and what its list shows, for whoever's session asks."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.api.conftest import PASSWORD
from tests.api.test_uploads import Browser, browser
from tests.server import Server


@pytest.fixture
def ada(server: Server) -> Iterator[Browser]:
    """Ada's browser; she has two applications, of which one was rejected."""
    client = browser(server, "ada")
    add(client, company="Borealis", source="Fair")
    add(client, company="Cobalt", status="Rejected", source="=1+1")
    yield client
    client.close()


def add(client: Browser, **fields: Any) -> None:
    login = {"email": client.email, "password": PASSWORD}
    token = client.post("/api/auth/login", json=login).json()["access_token"]
    headers = {"authorization": f"Bearer {token}"}
    draft = {"position": "Nurse", "status": "Applied", **fields}
    assert client.post("/api/jobs/", json=draft, headers=headers).status_code == 201


def wall(client: httpx.Client, **query: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/pictures", params=query).json()
    return found


def companies(client: httpx.Client, **query: str) -> list[str]:
    rows = client.get("/rows/table", params=query).json()["rows"]
    return sorted(row["company"] for row in rows)


def test_pictures_come_without_a_single_job(ada):
    text = ada.get("/pictures", params={"period": "all"}).text
    assert '"key":"funnel"' in text
    assert "Borealis" not in text


def test_pictures_that_have_not_changed_are_not_sent_again(ada):
    first = ada.get("/pictures", params={"period": "all"})
    again = {"if-none-match": first.headers["etag"]}
    assert ada.get("/pictures", params={"period": "all"}, headers=again).status_code == 304
    add(ada, company="Dunes")
    assert ada.get("/pictures", params={"period": "all"}, headers=again).status_code == 200


def test_the_list_and_the_board_show_only_what_was_pointed_at(ada):
    query = {"picture": "standing", "part": "rejected", "period": "all"}
    table = ada.get("/rows/table", params=query).json()
    board = ada.get("/rows/board", params=query).json()

    assert companies(ada, **query) == ["Cobalt"]
    assert (table["matching"], table["total"]) == (1, 2)
    assert table["pointed"] == "Where jobs stand: Rejected, all time"
    assert {column["id"]: column["count"] for column in board["columns"]}["ended"] == 1
    assert sum(column["count"] for column in board["columns"]) == 1
    assert ada.get("/rows/column", params={**query, "id": "ended"}).json()["count"] == 1


def test_what_was_pointed_at_can_be_filtered_further(ada):
    query = {"picture": "funnel", "part": "applied", "period": "all"}
    assert companies(ada, **query) == ["Borealis", "Cobalt"]
    assert companies(ada, **query, source="Fair") == ["Borealis"]


@pytest.mark.parametrize(
    "query",
    [{"picture": "nothing", "part": "x"}, {"picture": "funnel", "part": "x"}, {"picture": "x"}],
    ids=str,
)
def test_a_part_that_is_not_there_shows_no_job(ada, query):
    assert companies(ada, **query) == []


@pytest.mark.parametrize("period", ["soon", "1..2", "2026-02-01..2026-01-01", "'"])
def test_a_period_that_is_not_understood_is_refused(ada, period):
    assert ada.get("/pictures", params={"period": period}).status_code == 422
    query = {"picture": "funnel", "part": "applied", "period": period}
    assert ada.get("/rows/table", params=query).status_code == 422


def test_the_shared_pictures_name_no_source_and_nobody_who_is_silent(ada):
    found = wall(ada, period="all", share="1")
    assert found["shared"]
    assert found["silent"] == []
    assert "Fair" not in str(found)
    assert "Source A" in str(found)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("applications.csv", "Borealis"),
        ("measures.json", '"applications": 2'),
        ("flow.txt", "Applications [1] Rejected"),
        ("by-source.csv", "'=1+1"),
    ],
)
def test_a_file_is_handed_out_to_be_saved(ada, file, words):
    answer = ada.get(f"/pictures/{file}", params={"period": "all"})
    assert words in answer.text
    assert answer.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize("path", ["", "/applications.csv", "/measures.json", "/funnel.csv"])
def test_without_a_session_there_is_nothing(visitor, path):
    assert visitor.get(f"/pictures{path}").status_code == 401


def test_nobody_sees_anothers_numbers(server, ada):
    charles = browser(server, "charles")
    assert wall(charles, period="all")["jobs"] == 0
    assert companies(charles, picture="funnel", part="applied", period="all") == []
    charles.close()
