"""A believable job search, for a first look: 120 jobs over five months, up to today.

It is written through the services as a person would have done it, day by day, so that it has a
history to look at, to undo and to count.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from random import Random
from typing import cast

from services.jobs.job import JobDraft, Period, Salary, WorkMode
from services.jobs.stages import Outcome
from services.parsing.curriculum import Curriculum
from services.sample_resume import FIRST, SECOND
from services.settings import Settings
from services.typesetting.pdf import resume_pdf
from services.vault import Vault, open_vault

EMAIL = "demo@careervault.example"
PASSWORD = "sunday afternoon tea"  # noqa: S105 - printed at the start; the folder is thrown away
JOBS = 120
DAYS = 150

COMPANIES = [
    "Northwind Analytics",
    "Borealis Health",
    "Cobalt Robotics",
    "Dune & Sons",
    "Ember Energy",
    "Fjord Shipping",
    "Harbour Bank",
    "Iris Diagnostics",
    "Juniper Foods",
    "Kestrel Air",
    "Lumen Schools",
    "Meridian Rail",
    "Nimbus Weather",
    "Orchard Retail",
    "Pinnacle Legal",
    "Quarry Games",
    "Riverside Clinics",
    "Saffron Travel",
    "Tandem Mobility",
    "Umbra Security",
    "Vela Space",
    "Wren Publishing",
    "Yarrow Care",
    "Zephyr Wind",
    "Atlas Maps",
    "Beacon Insurance",
    "Cedar Housing",
    "Delta Water",
    "Elm Street Media",
    "Foundry Nine",
]
POSITIONS = {
    "Data Analyst": 58_000,
    "Senior Data Analyst": 74_000,
    "Analytics Engineer": 70_000,
    "Product Analyst": 62_000,
    "Business Analyst": 60_000,
    "BI Developer": 64_000,
    "Insights Manager": 82_000,
    "Marketing Analyst": 54_000,
    "Operations Analyst": 52_000,
    "Research Analyst": 56_000,
}
"""What there is to do, and about what it pays."""
PLACES = ["Berlin", "Hamburg", "Lisbon", "Amsterdam", "Zürich", "Kraków", "Dublin", "Malmö"]
SOURCES = ["LinkedIn", "Company site", "Referral", "Newsletter", "Job fair", "Recruiter"]
STEPS = [
    "Write to the recruiter",
    "Prepare the case study",
    "Ask Jonas about the team",
    "Send the portfolio",
    "Call about the start date",
    "Read their annual report",
]
TAGS = ["remote", "referral", "dream", "healthcare", "climate", "short commute"]
POSTING = """{company} is looking for a {position} in {place}.

What you will do
- Turn questions from the whole company into data that answers them
- Own the weekly numbers, and say plainly what they do not show
- Work with engineers on clean, tested models

What you bring
- Three years or more with SQL and one of Python or R
- Experience with dashboards (Looker, Power BI or Metabase)
- Clear writing; German is a plus
"""
NOTES = (
    "Ana from the data guild knows the hiring manager.\n",
    "They use dbt and Snowflake. Two rounds and a case study.\n",
    "Salary band came up in the first call: upper half is open.\n",
    "",
    "",
)

Deed = Callable[[Vault, str, dict[int, str]], Awaitable[object]]


@dataclass
class Diary:
    """What happened when; `at` is the clock that the services read while it is played."""

    chance: Random
    now: datetime
    at: datetime
    entries: list[tuple[datetime, Deed]] = field(default_factory=list)

    def note(self, moment: datetime, deed: Deed) -> None:
        """Write down a deed, unless it lies in the future."""
        if moment < self.now:
            self.entries.append((moment, deed))


def make_sample(settings: Settings) -> None:
    """Give the demo account its search in this data folder."""
    now = datetime.now(UTC)
    diary = Diary(Random(7), now, now)  # noqa: S311 - a story, not a secret
    for day, curriculum in ((DAYS + 1, FIRST), (DAYS // 2, SECOND)):
        diary.note(now - timedelta(days=day), _send_from_now_on(curriculum))
    for number in range(JOBS):
        _live_through(diary, number)
    asyncio.run(_play(diary, settings))


async def _play(diary: Diary, settings: Settings) -> None:
    vault = open_vault(settings, lambda: diary.at)
    diary.at = diary.now - timedelta(days=DAYS + 1)
    # Local accounts, which a sample has, are ready at once.
    owner = cast(str, await vault.identity.sign_up(EMAIL, PASSWORD, "Robin"))
    ids: dict[int, str] = {}
    for moment, deed in sorted(diary.entries, key=lambda entry: entry[0]):
        diary.at = moment
        await deed(vault, owner, ids)
        await vault.dossiers.settle()
    await vault.leave()


def _live_through(diary: Diary, number: int) -> None:
    """Write down how one application went."""
    chance = diary.chance
    day = diary.now - timedelta(days=DAYS * (1 - (number + chance.random()) / JOBS))
    start = datetime.combine(day.date(), time(9), UTC) + timedelta(minutes=chance.randrange(600))
    draft = _draft(chance)
    is_saved_first = chance.random() < 0.25
    if is_saved_first:
        draft = draft.model_copy(update={"stage": "saved"})
    diary.note(start, _add(number, draft))
    applied = start + timedelta(days=chance.randrange(1, 9) if is_saved_first else 0)
    if is_saved_first:
        if chance.random() < 0.3:
            return
        diary.note(applied, _move(number, "applied"))
    _hear_back(diary, number, applied)


def _hear_back(diary: Diary, number: int, applied: datetime) -> None:
    chance = diary.chance
    wait = timedelta(days=min(40.0, chance.lognormvariate(2.1, 0.7)), hours=1)
    reply = chance.random()
    if reply < 0.34:
        diary.note(applied + wait, _close(number, Outcome.REJECTED))
    elif reply < 0.62:
        _interview(diary, number, applied + wait)
    elif chance.random() < 0.5:
        diary.note(applied + timedelta(days=45), _close(number, Outcome.GHOSTED))


def _interview(diary: Diary, number: int, moment: datetime) -> None:
    chance = diary.chance
    for stage, goes_on in (
        ("phone-screen", 0.62),
        ("technical-interview", 0.5),
        ("final-interview", 0.45),
    ):
        diary.note(moment, _move(number, stage))
        diary.note(moment + timedelta(hours=2), _plan(number, chance, moment))
        moment += timedelta(days=chance.randrange(4, 15))
        if chance.random() > goes_on:
            diary.note(moment, _close(number, Outcome.REJECTED))
            return
    diary.note(moment, _move(number, "offer"))
    if chance.random() < 0.5:
        diary.note(moment + timedelta(days=4), _close(number, Outcome.DECLINED))


def _draft(chance: Random) -> JobDraft:
    company, position, place = map(chance.choice, (COMPANIES, [*POSITIONS], PLACES))
    low = POSITIONS[position] + chance.randrange(-17, 17) * 300
    salary = Salary(min=low, max=low + 12_000, currency="EUR", period=Period.YEAR)
    return JobDraft(
        company=company,
        position=position,
        location=place,
        work_mode=chance.choice((*WorkMode, None)),
        salary=salary if chance.random() < 0.6 else None,
        url=f"https://jobs.example/{chance.randrange(10**8)}",
        source=chance.choice(SOURCES),
        tags=tuple(chance.sample(TAGS, chance.choice((0, 0, 1, 1, 2)))),
        excitement=chance.choice((None, 2, 3, 3, 4, 5)),
        posting=POSTING.format(company=company, position=position, place=place),
        notes=chance.choice(NOTES),
    )


def _send_from_now_on(curriculum: Curriculum) -> Deed:
    async def add(vault: Vault, owner: str, _: dict[int, str]) -> None:
        held = await vault.resumes.every(owner)
        resume = held[0].id if held else None
        pdf = await resume_pdf(curriculum)
        await vault.resumes.add(owner, "Robin Ekström.pdf", pdf, resume=resume)

    return add


def _add(number: int, draft: JobDraft) -> Deed:
    async def add(vault: Vault, owner: str, ids: dict[int, str]) -> None:
        resume = (await vault.resumes.every(owner))[0]
        sent = draft.model_copy(update={"resume": resume.key()})
        ids[number] = (await vault.jobs.add(owner, sent)).id

    return add


def _move(number: int, stage: str) -> Deed:
    return lambda vault, owner, ids: vault.jobs.move(owner, [ids[number]], stage)


def _close(number: int, outcome: Outcome) -> Deed:
    return lambda vault, owner, ids: vault.jobs.close(owner, [ids[number]], outcome)


def _plan(number: int, chance: Random, moment: datetime) -> Deed:
    on = (moment + timedelta(days=chance.randrange(3, 12))).date()
    changes = {"next_step": chance.choice(STEPS), "next_step_on": on}
    return lambda vault, owner, ids: vault.jobs.edit(owner, ids[number], changes)
