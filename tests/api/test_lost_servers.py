"""What a killed server was doing for a program is done by another over the same data."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from services.language.fake.gemini import KEY, FakeGemini
from services.language.fake.scenario import Scenario
from tests.advice.conftest import POSTING, RESUME
from tests.api.conftest import new_person
from tests.journeys.test_uploads import joined
from tests.reading.papers import pdf, scan, scanned
from tests.server import Server

PATIENCE = 60
ASK = {"kind": "letter", "posting": POSTING, "resume_text": RESUME}


@pytest.fixture(scope="module")
def pair(gemini: FakeGemini, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Server]]:
    """Two servers over the same data; the first one is there to be killed."""
    data = tmp_path_factory.mktemp("pair")
    pair = [Server(data, gemini_api_key=KEY) for _ in range(2)]
    for server in pair:
        server.start()
    yield pair
    for server in pair:
        server.kill()


@pytest.fixture
def here(pair: list[Server]) -> Iterator[httpx.Client]:
    client = new_person(pair[0], "ada")
    client.put("/api/ai/consent").raise_for_status()
    yield client
    client.close()


@pytest.fixture
def there(pair: list[Server], here: httpx.Client) -> Iterator[httpx.Client]:
    headers = {"authorization": here.headers["authorization"]}
    with pair[1].client(headers=headers) as client:
        yield client


def until(look: Callable[[], Any]) -> Any:
    """Look again and again until there is something, and return it."""
    end = time.monotonic() + PATIENCE
    while not (found := look()):
        assert time.monotonic() < end, "nobody has done it"
        time.sleep(0.3)
    return found


def test_advice_and_a_file_outlive_the_server_that_was_killed_at_them(
    pair: list[Server], here: httpx.Client, there: httpx.Client, gemini: FakeGemini, tmp_path: Path
) -> None:
    gemini.script.then(Scenario.STALL)
    key = here.post("/api/ai/price", json=ASK).json()["key"]
    page = scanned(scan(pdf(*["A line that takes its time"] * 45)))
    slow = {"file": ("slow.pdf", joined([page] * 3))}
    with ThreadPoolExecutor(1) as pool, here.stream("POST", "/api/ai/advice", json=ASK) as events:
        lines = events.iter_lines()  # held: who lets it go hangs up, and stops the advice
        next(line for line in lines if line.startswith("data:"))
        upload = pool.submit(here.post, "/api/resumes/", files=slow)
        [reading] = until(lambda: there.get("/api/resumes/readings").json())
        pair[0].kill()
        with suppress(httpx.TransportError):
            upload.result()
    assert (reading["file_name"], reading["problem"]) == ("slow.pdf", "")
    assert there.get("/api/resumes/").json() == []

    advice = until(lambda: _done(there.get(f"/api/ai/advice/{key}").json()))
    assert advice["result"]["statements"]
    [resume] = until(lambda: there.get("/api/resumes/").json())
    assert (resume["name"], resume["versions"][0]["pages"]) == ("slow", 3)
    assert there.get("/api/resumes/readings").json() == []


def _done(advice: dict[str, Any]) -> dict[str, Any] | None:
    return advice if advice.get("state") == "done" else None
