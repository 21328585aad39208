"""Somebody at work in a browser while tasks come and go behind the load balancer."""

import time
from dataclasses import dataclass
from uuid import uuid4

import httpx
from playwright.sync_api import Locator, Page, expect

from tests.cluster.balancer import COOKIE
from tests.cluster.cluster import Cluster
from tests.journeys.advice.conftest import POSTING, RESUME
from tests.journeys.conftest import Person, sign_up, visit
from tests.reading.papers import pdf
from tests.server import Server

COMES_BACK = 30_000
"""Milliseconds after which nobody would wait any longer."""


@dataclass
class Visitor:
    """A person with an account, at a browser and with a program of their own."""

    cluster: Cluster
    page: Page
    person: Person
    token: str

    @property
    def task(self) -> str:
        """Return the name of the task that this browser is kept at."""
        cookies = {each["name"]: each["value"] for each in self.page.context.cookies()}
        return str(cookies[COOKIE])

    def at(self, task: Server) -> httpx.Client:
        """Return this person's program, at the door of one task."""
        headers = {"authorization": f"Bearer {self.token}"}
        return httpx.Client(base_url=f"{task.url}/api", headers=headers, timeout=30)

    def others(self) -> list[Server]:
        """Return the tasks that this browser is not at."""
        return [task for name, task in self.cluster.tasks.items() if name != self.task]

    def open(self, path: str) -> None:
        """Open a screen, and wait until it works."""
        visit(self.page, self.cluster, path)

    def add_job(self, company: str, **more: str) -> str:
        """Add a job at a task that the browser is not at."""
        draft = {"company": company, "position": "Programmer", **more}
        with self.at(self.others()[0]) as program:
            return str(program.post("/jobs/", json=draft).raise_for_status().json()["id"])

    def add_job_to_advise(self) -> str:
        """Add a resume and a job with a posting, agree to advice, and return the job's address."""
        with self.at(self.others()[0]) as program:
            file = {"file": ("ada.pdf", pdf(*RESUME, f"- {uuid4()}"))}
            resume = program.post("/resumes/", files=file).raise_for_status().json()["resume"]["id"]
            program.put("/ai/consent").raise_for_status()
        return f"/jobs/{self.add_job('Babbage', posting=POSTING, resume=f'{resume}.1')}"

    def mark(self) -> None:
        """Remember the page as it is loaded now."""
        self.page.evaluate("window.was_here = true")

    def seconds_until_back(self, since: float) -> float:
        """Wait until the page was loaded anew and works, and return how long that took."""
        self.page.wait_for_function(
            "window.was_here === undefined && window.did_handshake === true", timeout=COMES_BACK
        )
        return time.monotonic() - since

    @property
    def notes(self) -> Locator:
        """Return the field for notes on a job's page."""
        return self.page.get_by_role("textbox", name="Notes")

    def expect_saved(self, text: str) -> None:
        """Hold that the notes are these, and say that they are saved."""
        expect(self.notes).to_have_value(text, timeout=COMES_BACK)
        field = self.page.locator(".cv-long-text").filter(has=self.notes)
        expect(field.get_by_role("status")).to_have_text("Saved", timeout=COMES_BACK)


def arrive(cluster: Cluster, page: Page) -> Visitor:
    """Make an account in this browser."""
    person = sign_up(page, cluster)
    login = {"email": person.email, "password": person.password}
    answer = httpx.post(f"{cluster.url}/api/auth/login", json=login)
    return Visitor(cluster, page, person, answer.json()["access_token"])
