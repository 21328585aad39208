"""What the assistant may look at: one person's records, and nobody else's."""

from dataclasses import dataclass
from datetime import date

from services.analytics.analytics import Analytics
from services.analytics.measures import Measures
from services.analytics.span import Named
from services.assistant.register import Register, job_name, unforged
from services.jobs.job import Card
from services.jobs.jobs import Jobs
from services.jobs.profile import Profile
from services.jobs.selection import Selection
from services.jobs.stages import StageKind, Stages
from services.jobs.words import salary_words
from services.resumes.looking import Looking
from services.resumes.matches import Matches


@dataclass(frozen=True)
class Sources:
    """The subjects that tools read."""

    jobs: Jobs
    selection: Selection
    analytics: Analytics
    resumes: Looking
    matches: Matches


@dataclass(frozen=True)
class View:
    """One person's records, as they are looked at in one conversation.

    The owner comes from the session that asks, and no argument of a model's can change it.
    """

    sources: Sources
    owner: str
    register: Register
    profile: Profile
    today: date

    @property
    def stages(self) -> Stages:
        """Return the person's stages."""
        return self.profile.stages

    async def cards(self) -> list[Card]:
        """Return all jobs that are not in the trash, newest first."""
        return await self.sources.jobs.cards(self.owner)

    async def by_id(self) -> dict[str, Card]:
        """Return the same by their ids."""
        return {card.id: card for card in await self.cards()}

    async def measures(self, period: Named = "all") -> Measures:
        """Return the numbers of a period."""
        span = await self.sources.analytics.period(self.owner, period)
        return await self.sources.analytics.measures(self.owner, span)

    def kind(self, card: Card) -> StageKind:
        """Return what kind of stage a job stands in."""
        return self.stages.kind_of(card.stage)

    def line(self, card: Card) -> str:
        """Return a job as one line, with its id."""
        moved = card.moves[-1].on if card.moves else None
        applied = card.applied_on(self.stages)
        facts = [
            self.standing(card),
            f"applied on {day_words(applied)}" if applied and applied != moved else "",
            card.location,
            salary_words(card.salary),
            step_words(card),
            f"deadline {day_words(card.deadline)}" if card.deadline else "",
        ]
        return f"{self.name(card)}: {unforged('; '.join(filter(None, facts)))}"

    def name(self, card: Card) -> str:
        """Return what a job is called, with its id."""
        return f"{job_name(card)} [{self.register.job(card)}]"

    def standing(self, card: Card) -> str:
        """Return where a job stands, and since when."""
        moved = card.moves[-1].on if card.moves else None
        return f"{card.status(self.stages)}{f' since {day_words(moved)}' if moved else ''}"


async def view(sources: Sources, owner: str, register: Register) -> View:
    """Return a person's records as they are today where they are."""
    profile = await sources.jobs.profile(owner)
    return View(sources, owner, register, profile, await sources.jobs.today(owner))


def day_words(day: date) -> str:
    """Return a day as a person writes it."""
    return f"{day:%-d %B %Y}"


def step_words(card: Card) -> str:
    """Return the next step and its day, if there is any."""
    if not card.next_step and not card.next_step_on:
        return ""
    on = f" on {day_words(card.next_step_on)}" if card.next_step_on else ""
    return f"next step: {card.next_step or 'planned'}{on}"
