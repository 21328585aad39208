"""Believable jobs by the thousand, written through the services, for measurements."""

import asyncio
from datetime import date, timedelta
from pathlib import Path
from random import Random

from services.jobs.job import JobDraft, Salary, WorkMode
from services.jobs.stages import Outcome
from services.settings import Settings
from services.vault import Vault, open_vault

EMAIL, PASSWORD = "ada@example.org", "seventeen small lanterns"
COMPANIES = ["Acme", "Borealis", "Cobalt", "Dunes", "Ember", "Fjord", "Harbour", "Iris"]
ENDINGS = ["Labs", "Systems", "Health", "Robotics", "Bank", "Foods", "Energy", "Works"]
POSITIONS = ["Programmer", "Data Engineer", "Designer", "Product Manager", "Nurse", "Editor"]
PLACES = ["Berlin", "Lisbon", "Austin", "Remote", "Zürich", "Kraków", "Montréal", "Osaka"]
STAGES = ["saved", "applied", "applied", "applied", "phone-screen", "technical-interview", "offer"]
ENDED = [None, None, None, Outcome.REJECTED, Outcome.REJECTED, Outcome.GHOSTED]
TAGS = ["remote", "backend", "dream", "referral", "startup", "urgent"]
SOURCES = ["LinkedIn", "Company site", "Referral", "Huntr", "Newsletter"]


def drafts(count: int, today: date) -> list[JobDraft]:
    """Return as many drafts, the same at every call on one day."""
    chance = Random(17)
    return [_draft(chance, today) for _ in range(count)]


def seed(data: Path, count: int) -> None:
    """Give Ada an account and her jobs in a data folder that no server has open."""
    asyncio.run(_seed(open_vault(Settings(data=data)), count))


async def _seed(vault: Vault, count: int) -> None:
    owner = await vault.identity.sign_up(EMAIL, PASSWORD, "Ada")
    for draft in drafts(count, await vault.jobs.today(owner)):
        await vault.jobs.add(owner, draft)
    await vault.leave()


def _draft(chance: Random, today: date) -> JobDraft:
    stage, low = chance.choice(STAGES), chance.randrange(40, 120) * 1_000
    applied = today - timedelta(days=chance.randrange(150))
    return JobDraft(
        company=f"{chance.choice(COMPANIES)} {chance.choice(ENDINGS)}",
        position=chance.choice(POSITIONS),
        location=chance.choice(PLACES),
        work_mode=chance.choice([*WorkMode, None]),
        salary=Salary(min=low, max=low + 15_000, currency="EUR") if chance.random() < 0.5 else None,
        url=f"https://jobs.example/{chance.randrange(10**9)}",
        source=chance.choice(SOURCES),
        tags=tuple(chance.sample(TAGS, chance.randrange(3))),
        excitement=chance.choice([None, 1, 2, 3, 4, 5]),
        next_step=chance.choice(["", "", "Write to the recruiter", "Prepare the interview"]),
        stage=stage,
        outcome=None if stage == "saved" else chance.choice(ENDED),
        applied_on=None if stage == "saved" else applied,
        notes="Met them at the fair. They use Python.\n" * chance.randrange(4),
    )
