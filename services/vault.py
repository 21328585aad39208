"""The whole house, put together. This is the only file that names adapters."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe

from services.clock import Clock, utc_now
from services.errors import Unavailable
from services.files.files import Files
from services.files.folder import FolderFiles
from services.health import Health
from services.identity.identity import Identity
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
    matches: Matches
    dossiers: Dossiers
    live: Live
    health: Health
    reset_password: Callable[[str], object]
    """The operator's way in for someone who lost everything: e-mail -> a new password."""
    close: Callable[[], None]


def open_vault(settings: Settings, now: Clock = utc_now) -> Vault:
    """Choose the adapters and put the house together.

    Raise `Unavailable`, with what to do, if the place for the data cannot be used.
    """
    table, close = _table(settings, now)
    sessions = Sessions(table, now)
    tokens = Tokens(table, now)
    identity = LocalIdentity(table, Sealing(_secret(settings)), Passwords(), sessions, tokens, now)
    books = Books(table)
    live = Live(table, settings.live_seconds)
    ledger = Ledger(table, books, live, now)
    jobs = Jobs(books, ledger, now)
    papers = Papers(_files(settings))
    reader, shelf = Reader(), Shelf(books, ledger, now)
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
        matches=matches,
        dossiers=Dossiers(books, ledger, jobs, resumes, letters, matches, papers, now),
        live=live,
        health=Health(table, now),
        reset_password=identity.set_password_by_operator,
        close=lambda: _close(reader.close, close),
    )


def _close(*doors: Callable[[], None]) -> None:
    for close in doors:
        close()


def _table(settings: Settings, now: Clock) -> tuple[Table, Callable[[], None]]:
    match settings.store:
        case "sqlite":
            sqlite = SqliteTable(settings.data / "careervault.db", now)
            return sqlite, sqlite.close
        case "dynamodb":
            # Imported where it is wanted: boto3 would be an eighth of every start.
            from services.storage.aws import open_table

            return open_table(settings.table, now)


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
    """Return the instance's secret, made once and kept beside the data."""
    if settings.secret:
        return settings.secret.get_secret_value()
    path = Path(settings.data) / "secret"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            made = path.with_suffix(f".{token_urlsafe(6)}")
            with os.fdopen(os.open(made, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as file:
                file.write(token_urlsafe(48))
                file.flush()
                os.fsync(file.fileno())
            _put_in_place(made, path)
        return path.read_text()
    except OSError as error:
        raise Unavailable(f"The folder {settings.data} cannot be written to.") from error


def _put_in_place(made: Path, path: Path) -> None:
    # A link fails where the name is taken: of two processes that start at once, one wins.
    try:
        os.link(made, path)
    except FileExistsError:
        pass
    finally:
        made.unlink()
