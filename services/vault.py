"""The whole house, put together. This is the only file that names adapters."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass

from pydantic import SecretStr

from services.clock import Clock, utc_now
from services.files.files import Files
from services.files.folder import FolderFiles
from services.health import Health
from services.identity.identity import Identity
from services.identity.keyfile import read_secret
from services.identity.local import LocalIdentity
from services.identity.passwords import Passwords
from services.identity.sealing import Sealing
from services.identity.sessions import Sessions
from services.identity.throttle import Throttle
from services.identity.tokens import Tokens
from services.jobs.book import Books
from services.jobs.history import History
from services.jobs.jobs import Jobs
from services.jobs.ledger import Ledger
from services.jobs.live import Live
from services.jobs.people import People
from services.jobs.selection import Selection
from services.jobs.trash import Trash
from services.language.consent import PRACTICE, WORDING, Consents, Wording
from services.language.late import LateModel
from services.language.model import LanguageModel, Tier
from services.language.prices import MILLION
from services.language.silent import NoModel
from services.language.spending import Spending
from services.matching.matcher import Matcher
from services.reading.reader import Reader
from services.resumes.dossiers import Dossiers
from services.resumes.letters import Letters
from services.resumes.matches import Matches
from services.resumes.papers import Papers
from services.resumes.resumes import Resumes
from services.resumes.shelf import Shelf
from services.resumes.sweep import Sweep
from services.settings import Settings
from services.storage.sqlite import SqliteTable
from services.storage.table import Table

PACE = 0.03
"""Seconds between two pieces of what the practice model writes, so that one sees it write."""


@dataclass(frozen=True)
class Vault:
    """Everything CareerVault can do."""

    identity: Identity
    sessions: Sessions
    tokens: Tokens
    throttle: Throttle
    people: People
    jobs: Jobs
    history: History
    trash: Trash
    selection: Selection
    resumes: Resumes
    sweep: Sweep
    letters: Letters
    model: LanguageModel
    consents: Consents
    spending: Spending
    matches: Matches
    dossiers: Dossiers
    live: Live
    health: Health
    reset_password: Callable[[str], object]
    """The operator's way in for someone who lost everything: e-mail -> a new password."""
    close: Callable[[], None]

    async def leave(self) -> None:
        """Finish what is under way and close everything."""
        await self.dossiers.settle()
        await asyncio.to_thread(self.close)


def open_vault(settings: Settings, now: Clock = utc_now) -> Vault:
    """Choose the adapters and put the house together.

    Raise `Unavailable`, with what to do, if the place for the data cannot be used.
    """
    doors = ExitStack()
    table, close = _table(settings, now)
    doors.callback(close)
    model, wording = _language(settings, doors)
    sessions = Sessions(table, now)
    tokens = Tokens(table, now)
    identity = LocalIdentity(table, Sealing(_secret(settings)), Passwords(), sessions, tokens, now)
    books = Books(table)
    live = Live(table, settings.live_seconds)
    ledger = Ledger(table, books, live, now)
    jobs = Jobs(books, ledger, now)
    papers = Papers(_files(settings))
    reader, shelf = Reader(), Shelf(books, ledger, now)
    doors.callback(reader.close)
    sweep = Sweep(shelf, ledger, papers, now)
    resumes = Resumes(shelf, papers, reader, sweep, now)
    letters = Letters(books, ledger, now)
    matches = Matches(table, jobs, resumes, Matcher(), now)
    return Vault(
        identity=identity,
        sessions=sessions,
        tokens=tokens,
        throttle=Throttle(table, now),
        people=People(books, ledger),
        jobs=jobs,
        history=History(books, ledger, now),
        trash=Trash(table, books, live, now),
        selection=Selection(books),
        resumes=resumes,
        sweep=sweep,
        letters=letters,
        model=model,
        consents=Consents(table, now, wording),
        spending=Spending(
            table,
            now,
            daily_cap=round(settings.daily_dollars * MILLION),
            monthly_cap=round(settings.monthly_dollars * MILLION),
        ),
        matches=matches,
        dossiers=Dossiers(books, ledger, jobs, resumes, letters, matches, papers, now),
        live=live,
        health=Health(table, now),
        reset_password=identity.set_password_by_operator,
        close=doors.close,
    )


def _table(settings: Settings, now: Clock) -> tuple[Table, Callable[[], None]]:
    match settings.store:
        case "sqlite":
            sqlite = SqliteTable(settings.data / "careervault.db", now)
            return sqlite, sqlite.close
        case "dynamodb":
            # Imported where it is wanted: boto3 would be an eighth of every start.
            from services.storage.aws import open_table

            return open_table(settings.table, now)


def _language(settings: Settings, doors: ExitStack) -> tuple[LanguageModel, Wording]:
    """Return who writes, and what a person must agree to before anything is sent there."""
    names = {Tier.DEFAULT: settings.model, Tier.CHEAP: settings.cheap_model}
    match settings.language, settings.gemini_api_key:
        case "gemini", None:
            return NoModel(), WORDING
        case "gemini", SecretStr() as key:
            return LateModel(names, lambda: _gemini(key.get_secret_value(), names)), WORDING
        case _:
            from services.language.fake.gemini import KEY, FakeGemini
            from services.language.fake.serving import serve

            practice = FakeGemini(models=tuple(names.values()), pace=PACE)
            address = doors.enter_context(serve(practice))
            return LateModel(names, lambda: _gemini(KEY, names, address)), PRACTICE


def _gemini(key: str, names: Mapping[Tier, str], address: str | None = None) -> LanguageModel:
    # Google's client takes a second to load, which nobody waits for who does not use it.
    from services.language.gemini import GeminiModel

    return GeminiModel(key, names, base_url=address)


def _files(settings: Settings) -> Files:
    match settings.files:
        case "folder":
            return FolderFiles(settings.data / "files")
        case "s3":
            from services.files.aws import open_files

            return open_files(settings.bucket)


def make_table(settings: Settings) -> str:
    """Make the DynamoDB table that the settings name, and return its name."""
    from services.storage.aws import make_table as make

    make(settings.table)
    return settings.table


def _secret(settings: Settings) -> str:
    given = settings.secret
    return given.get_secret_value() if given else read_secret(settings.data / "secret")
