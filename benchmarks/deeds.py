"""What a person does, as the doors do it, on a vault whose table counts what that consumes."""

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from app.presence import LOOK_EVERY
from benchmarks.metered import GLANCE, Metered, Units
from services.adapters import open_adapters
from services.clock import utc_now
from services.jobs.job import JobDraft
from services.jobs.live import UNATTENDED
from services.jobs.selection import Filter
from services.settings import Settings
from services.vault import Vault

PASSWORD = "seventeen small lanterns"


@dataclass
class House:
    """A vault and its meter; `other` is another task over the same table."""

    vault: Vault
    other: Vault
    table: Metered

    async def metered(self, deed: Awaitable[object]) -> Units:
        """Do something and return what that consumed, with what it left to be done behind it."""
        await self._settle()
        before = self.table.used
        await deed
        await self._settle()
        return self.table.used - before

    async def _settle(self) -> None:
        for vault in (self.vault, self.other):
            await vault.dossiers.settle()


@asynccontextmanager
async def metered_house(folder: Path) -> AsyncIterator[House]:
    """Open a vault over a metered table."""
    settings = Settings(data=folder)
    ports = open_adapters(settings, utc_now)
    table = Metered(ports.table)
    metered = replace(ports, table=table)
    vault, other = Vault(metered, settings, utc_now), Vault(metered, settings, utc_now)
    yield House(vault, other, table)
    await vault.leave()


@dataclass
class Person:
    """Somebody with an account, signed in."""

    vault: Vault
    owner: str
    token: str

    async def open_dashboard(self) -> None:
        """Load the page and its first rows: two requests, each of a signed-in browser."""
        await self.vault.sessions.find(self.token)
        await self.vault.people.revision(self.owner)
        await self.vault.people.profile(self.owner)
        await self.vault.sessions.find(self.token)
        await self.vault.people.profile(self.owner)
        await self.vault.selection.columns(self.owner, Filter())
        await self.vault.selection.overview(self.owner, await self.vault.jobs.today(self.owner))

    async def open_job(self, job: str) -> None:
        """Look at a job's page: its card, its texts, its history and its papers."""
        await self.vault.jobs.get(self.owner, job)
        await self.vault.jobs.events(self.owner, job)
        await self.vault.resumes.every(self.owner)
        await self.vault.advice.of(self.owner, job)

    async def add(self, draft: JobDraft) -> str:
        """Add a job and return its id."""
        return (await self.vault.jobs.add(self.owner, draft)).id

    async def move(self, job: str, stage: str) -> None:
        """Bring a job to another stage."""
        await self.vault.jobs.move(self.owner, [job], stage)

    async def write_notes(self, job: str, text: str) -> None:
        """Change a job's notes."""
        await self.vault.jobs.edit(self.owner, job, {"notes": text})


async def arrive(house: House, email: str) -> Person:
    """Make an account and sign in."""
    owner = await house.vault.identity.sign_up(email, PASSWORD, "Ada")
    assert owner is not None
    return Person(house.vault, owner, await house.vault.sessions.open(owner))


def watching(minutes: float, live_seconds: float, *, is_attended: bool = True) -> Units:
    """Return what a page that is open consumes: glances at other tasks' changes and sign-outs."""
    every = live_seconds if is_attended else max(live_seconds, UNATTENDED)
    return Units(reads=(minutes * 60 / every + minutes * 60 / LOOK_EVERY) * GLANCE)
