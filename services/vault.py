"""The whole house, put together on whichever adapters the settings name."""

import asyncio
from collections.abc import Callable

from services.adapters import Adapters, open_adapters, open_identities, places
from services.advice.advice import Advice
from services.advice.asking import Asking
from services.advice.exports import Exports
from services.advice.finishing import Finishing
from services.advice.gate import Gates
from services.advice.kept import Archive
from services.advice.tailoring import Tailoring
from services.analytics.analytics import Analytics
from services.assistant.assistant import Assistant
from services.assistant.conversations import Conversations
from services.assistant.guide import Guide
from services.assistant.overhearing import Overhearing
from services.assistant.proposals import Proposals
from services.assistant.resuming import Resuming
from services.assistant.sources import Sources
from services.assistant.talks import Talks
from services.clock import Clock, utc_now
from services.health import Health
from services.identity.erasure import Erasure
from services.identity.identity import Identity
from services.identity.roles import Roles
from services.identity.sealing import Sealing
from services.identity.sessions import Sessions
from services.identity.throttle import Throttle
from services.identity.tokens import Tokens
from services.instance import Instance
from services.jobs.book import Books
from services.jobs.history import History
from services.jobs.jobs import Jobs
from services.jobs.ledger import Ledger
from services.jobs.live import Live
from services.jobs.people import People
from services.jobs.selection import Selection
from services.jobs.trash import Trash
from services.language.consent import Consents
from services.language.keys import Keys
from services.language.models import Models
from services.language.prices import MILLION
from services.language.spending import Spending
from services.matching.matcher import Matcher
from services.queue.unfinished import Unfinished
from services.reading.reader import Reader
from services.resumes.dossiers import Dossiers
from services.resumes.letters import Letters
from services.resumes.matches import Matches
from services.resumes.papers import Papers
from services.resumes.reading_on import ReadingOn
from services.resumes.readings import Readings
from services.resumes.resumes import Resumes
from services.resumes.shelf import Shelf
from services.resumes.sweep import Sweep
from services.settings import Settings


class Vault:
    """Everything CareerVault can do, each subject under its name."""

    def __init__(self, ports: Adapters, settings: Settings, now: Clock) -> None:
        self._ports = ports
        self._now = now
        self._books = Books(ports.table)
        self.live = Live(ports.table, settings.live_seconds)
        self._ledger = Ledger(ports.table, self._books, self.live, now)
        self.unfinished = Unfinished(ports.queue, now)
        self.health = Health(ports.table, now)
        self._add_accounts(settings)
        self._add_jobs()
        self._add_papers()
        self._add_advice(settings)
        self._add_assistant()

    def _add_accounts(self, settings: Settings) -> None:
        table, now = self._ports.table, self._now
        self.sessions = Sessions(table, now)
        self.tokens = Tokens(table, now)
        self.throttle = Throttle(table, now)
        known = open_identities(self._ports, settings, self.sessions, self.tokens, now)
        self.identity: Identity = known.identity
        self.registry, self.elsewhere = known.registry, known.elsewhere
        self.texting = known.texting
        self.reset_password = known.identity.set_password_by_operator
        self.roles = Roles(self.identity)
        files, forget = self._ports.files, self._books.forget
        self.erasure = Erasure(table, files, self.unfinished, known.identity, forget, now)
        self.unfinished.know(self.erasure)
        self.people = People(self._books, self._ledger)

    def _add_jobs(self) -> None:
        books, ledger, now = self._books, self._ledger, self._now
        self.jobs = Jobs(books, ledger, now)
        self.history = History(books, ledger, now)
        self.trash = Trash(self._ports.table, books, self.live, now)
        self.selection = Selection(books)

    def _add_papers(self) -> None:
        books, ledger, now = self._books, self._ledger, self._now
        papers, shelf = Papers(self._ports.files), Shelf(books, ledger, now)
        self.reader = Reader()
        self._ports.doors.callback(self.reader.close)
        self.sweep = Sweep(shelf, ledger, papers, now)
        self.analytics = Analytics(books, shelf, now)
        self.readings = Readings(books, ledger, papers, self.sweep, self.unfinished, now)
        self.resumes = Resumes(shelf, papers, self.reader, self.readings, self.sweep, now)
        self.unfinished.know(ReadingOn(self.readings, self.resumes, now))
        self.letters = Letters(books, ledger, now)
        self.matches = Matches(self._ports.table, self.jobs, self.resumes, Matcher(), now)
        self.dossiers = Dossiers(
            books, ledger, self.jobs, self.resumes, self.letters, self.matches, papers, now
        )

    def _add_advice(self, settings: Settings) -> None:
        table, now = self._ports.table, self._now
        self.keys = Keys(table, Sealing(self._ports.secret))
        self.models = Models(self._ports.model, self.keys, self._ports.open_with)
        self.consents = Consents(table, now, self._ports.wording)
        self.spending = Spending(
            table,
            now,
            daily_cap=round(settings.daily_dollars * MILLION),
            monthly_cap=round(settings.monthly_dollars * MILLION),
        )
        self.instance = Instance(self.registry, self.health, self.spending, places(settings))
        archive = Archive(table)
        self.advice = Advice(
            Asking(self.models, self.jobs, self.resumes),
            self.models,
            self.consents,
            self.spending,
            archive,
            Gates(now),
            now,
        )
        self.finishing = Finishing(table, self.unfinished, self.advice, self.people.announce, now)
        self.tailoring = Tailoring(archive, self.resumes, self.letters)
        self.exports = Exports(self.resumes, self.letters, self.reader)

    def _add_assistant(self) -> None:
        table, now = self._ports.table, self._now
        sources = Sources(self.jobs, self.selection, self.analytics, self.resumes, self.matches)
        self.conversations = Conversations(table, self._books, now)
        self.assistant = Assistant(
            self.conversations, sources, self.models, self.consents, self.spending, now
        )
        self.talks = Talks(self.assistant, self.conversations, self.unfinished, now)
        self.unfinished.know(Resuming(self.talks, self.assistant, self.conversations, now))
        self.live.follow(Overhearing(self.talks, self.conversations, now))
        self.guide = Guide(self.conversations, sources, self.talks.tell, now)
        self.proposals = Proposals(self.conversations, self.jobs, self.talks.tell)

    def know_leaving(self, is_leaving: Callable[[], bool]) -> None:
        """Say how to find out that this process ends, so that others go on with what it leaves."""
        self.advice.know_leaving(is_leaving)
        self.resumes.know_leaving(is_leaving)

    def close(self) -> None:
        """Close the ports."""
        self._ports.doors.close()

    async def leave(self) -> None:
        """Finish what is under way or leave it to others, and close the ports."""
        await self.talks.settle()
        await self.dossiers.settle()
        await asyncio.to_thread(self.close)


def open_vault(settings: Settings, now: Clock = utc_now) -> Vault:
    """Choose the adapters and put the house together.

    Raise `Unavailable`, with what to do, if the place for the data cannot be used.
    """
    return Vault(open_adapters(settings, now), settings, now)
