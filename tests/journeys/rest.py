"""What somebody's programs do while their browser is open."""

from tests.journeys.conftest import Person
from tests.server import Server


class Rest:
    """Somebody's programs, at the REST door of one server."""

    def __init__(self, server: Server, person: Person) -> None:
        self._client = server.program(person.email, person.password)

    def add(self, company: str, **more: str) -> str:
        draft = {"company": company, "position": "Programmer", **more}
        return str(self._client.post("/jobs/", json=draft).raise_for_status().json()["id"])

    def change(self, job: str, **changes: str) -> None:
        self._client.patch(f"/jobs/{job}", json=changes).raise_for_status()

    def job(self, job: str) -> dict[str, str]:
        found: dict[str, str] = self._client.get(f"/jobs/{job}").raise_for_status().json()
        return found
