"""What somebody's programs do while their browser is open."""

import httpx

from tests.journeys.conftest import Person
from tests.server import Server


class Rest:
    """Somebody's programs, at the REST door of one server."""

    def __init__(self, server: Server, person: Person) -> None:
        login = {"email": person.email, "password": person.password}
        with httpx.Client(base_url=f"{server.url}/api") as client:
            token = client.post("/auth/login", json=login).json()["access_token"]
        headers = {"authorization": f"Bearer {token}"}
        self._client = httpx.Client(base_url=f"{server.url}/api/jobs", headers=headers)

    def add(self, company: str, **more: str) -> str:
        draft = {"company": company, "position": "Programmer", **more}
        return str(self._client.post("/", json=draft).raise_for_status().json()["id"])

    def change(self, job: str, **changes: str) -> None:
        self._client.patch(f"/{job}", json=changes).raise_for_status()

    def job(self, job: str) -> dict[str, str]:
        found: dict[str, str] = self._client.get(f"/{job}").raise_for_status().json()
        return found
