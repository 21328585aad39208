"""People at the REST door of the real server."""

from collections.abc import Callable, Iterator
from itertools import count

import httpx
import pytest

from tests.server import Server

PASSWORD = "seventeen small lanterns"
numbers = count(1)


def new_person(server: Server, name: str) -> httpx.Client:
    """Return a client that is signed in as somebody new, from an address of their own."""
    number = next(numbers)
    address = f"127.0.{1 + number // 250}.{1 + number % 250}"
    client = server.client(transport=httpx.HTTPTransport(local_address=address))
    account = {"email": f"{name}{number}@example.org", "password": PASSWORD, "name": name}
    answer = client.post("/api/auth/signup", json=account)
    client.headers["authorization"] = f"Bearer {answer.json()['access_token']}"
    return client


@pytest.fixture
def ada(server: Server) -> Iterator[httpx.Client]:
    client = new_person(server, "ada")
    yield client
    client.close()


@pytest.fixture
def charles(server: Server) -> Iterator[httpx.Client]:
    client = new_person(server, "charles")
    yield client
    client.close()


@pytest.fixture
def visitor(server: Server) -> Iterator[httpx.Client]:
    """Somebody without a token."""
    with server.client() as client:
        yield client


@pytest.fixture
def add(ada: httpx.Client) -> Callable[..., dict[str, object]]:
    """Add a job of Ada's and return it."""

    def add_job(**fields: object) -> dict[str, object]:
        draft = {"company": "Acme", "position": "Programmer", "status": "Applied"}
        answer = ada.post("/api/jobs/", json=draft | fields)
        assert answer.status_code == 201, answer.text
        added: dict[str, object] = answer.json()
        return added

    return add_job
