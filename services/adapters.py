"""What CareerVault stands on. This is the only file that names adapters."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import SecretStr

from services.clock import Clock
from services.errors import Invalid, Unavailable
from services.files.files import Files
from services.files.folder import FolderFiles
from services.identity.identity import Operated
from services.identity.keyfile import read_secret
from services.identity.local import LocalIdentity
from services.identity.local_registry import LocalRegistry
from services.identity.passwords import Passwords
from services.identity.registry import Registry
from services.identity.sealing import Sealing
from services.identity.sessions import Sessions
from services.identity.tokens import Tokens
from services.instance import Place
from services.language.consent import PRACTICE, WORDING, Wording
from services.language.late import LateModel
from services.language.model import LanguageModel, Tier
from services.language.prices import FREE
from services.language.silent import NoModel
from services.queue.local import LocalQueue
from services.queue.queue import Queue
from services.settings import Settings
from services.storage.sqlite import SqliteTable
from services.storage.table import Table

if TYPE_CHECKING:
    from services.identity.elsewhere import Elsewhere
    from services.identity.reception import Reception
    from services.identity.texting import Texting

PACE = 0.03
"""Seconds between two pieces of what the practice model writes, so that one sees it write."""


@dataclass(frozen=True)
class Adapters:
    """The ports of one instance, as its settings want them.

    `wording` is what a person must agree to before anything is sent to the model. `open_with`
    opens a model with a key of somebody's own, where people may bring one. `doors` closes all.
    """

    table: Table
    files: Files
    queue: Queue
    model: LanguageModel
    open_with: Callable[[str], LanguageModel] | None
    wording: Wording
    secret: str
    doors: ExitStack


def open_adapters(settings: Settings, now: Clock) -> Adapters:
    """Open what the settings name, or raise `Unavailable` saying what cannot be used."""
    doors = ExitStack()
    table = _table(settings, now, doors)
    model, wording = _model(settings, doors)
    given = settings.secret
    secret = given.get_secret_value() if given else read_secret(settings.data / "secret")
    open_with = None if settings.language == "fake" else _own(settings)
    queue = _queue(settings, table, now)
    return Adapters(table, _files(settings), queue, model, open_with, wording, secret, doors)


@dataclass(frozen=True)
class Identities:
    """Who knows the people of an instance, one by one and all of them, and the way round by
    other providers."""

    identity: Operated
    registry: Registry
    elsewhere: "Elsewhere | None" = None
    texting: "Texting | None" = None


def open_identities(
    ports: Adapters, settings: Settings, sessions: Sessions, tokens: Tokens, now: Clock
) -> Identities:
    """Return who knows the people of this instance."""
    table, sealing, passwords = ports.table, Sealing(ports.secret), Passwords()
    match settings.identity:
        case "local":
            local = LocalIdentity(table, sealing, passwords, sessions, tokens, now)
            return Identities(local, LocalRegistry(table, passwords))
        case "cognito":
            from services.identity.aws import open_pool
            from services.identity.cognito import CognitoIdentity
            from services.identity.pool_registry import PoolRegistry
            from services.identity.reception import Reception
            from services.identity.texting import Texting

            given = settings.pool_client_secret
            secret = given.get_secret_value() if given else None
            pool, verifier = open_pool(settings.pool, settings.pool_client, secret, now)
            identity = CognitoIdentity(
                pool, verifier, table, sealing, passwords, sessions, tokens, now
            )
            reception = Reception(pool, verifier, table, now)
            elsewhere = _elsewhere(settings, secret or "", reception)
            texting = Texting(pool, reception, table, sealing, now)
            return Identities(identity, PoolRegistry(pool, table), elsewhere, texting)


def _elsewhere(settings: Settings, secret: str, reception: "Reception") -> "Elsewhere | None":
    names = tuple(name.strip() for name in settings.providers.split(",") if name.strip())
    if not names:
        return None
    if not (settings.pool_page and settings.url):
        raise Unavailable("Please say where: CAREERVAULT_POOL_PAGE and CAREERVAULT_URL.")
    from services.identity.elsewhere import BACK, Application, Elsewhere

    page, back = settings.pool_page.rstrip("/"), f"{settings.url.rstrip('/')}{BACK}"
    return Elsewhere(Application(page, settings.pool_client, secret, back), names, reception)


def whole_folder(settings: Settings) -> Path:
    """Return the folder with everything in it, or raise `Invalid` if rows or papers are in AWS."""
    match settings.store, settings.files:
        case "sqlite", "folder":
            return settings.data
        case _:
            raise Invalid("What is kept in AWS is backed up there: see infra/runbook.md.")


def places(settings: Settings) -> tuple[Place, ...]:
    """Return where an instance keeps what, for who runs it."""
    match settings.store:
        case "sqlite":
            rows = Place("Rows", "SQLite, on this machine", settings.data / "careervault.db")
        case "dynamodb":
            rows = Place("Rows", f"the DynamoDB table {settings.table}")
    match settings.files:
        case "folder":
            papers = Place("Papers", "a folder on this machine", settings.data / "files")
        case "s3":
            papers = Place("Papers", f"the S3 bucket {settings.bucket}")
    return rows, papers


def make_table(settings: Settings) -> str:
    """Make the DynamoDB table that the settings name, and return its name."""
    from services.storage.aws import make_table as make

    make(settings.table)
    return settings.table


def _table(settings: Settings, now: Clock, doors: ExitStack) -> Table:
    match settings.store:
        case "sqlite":
            sqlite = SqliteTable(settings.data / "careervault.db", now)
            doors.callback(sqlite.close)
            return sqlite
        case "dynamodb":
            # Imported where it is wanted: boto3 would be an eighth of every start.
            from services.storage.aws import open_table

            table, close = open_table(settings.table, now)
            doors.callback(close)
            return table


def _files(settings: Settings) -> Files:
    match settings.files:
        case "folder":
            return FolderFiles(settings.data / "files")
        case "s3":
            from services.files.aws import open_files

            return open_files(settings.bucket)


def _queue(settings: Settings, table: Table, now: Clock) -> Queue:
    match settings.queue:
        case "local":
            return LocalQueue(table, now)
        case "sqs":
            from services.queue.aws import open_queue

            return open_queue(settings.queue_url)


def _model(settings: Settings, doors: ExitStack) -> tuple[LanguageModel, Wording]:
    names = {Tier.DEFAULT: settings.model, Tier.CHEAP: settings.cheap_model}
    match settings.language, settings.gemini_api_key:
        case "gemini", None:
            return NoModel(), WORDING
        case "gemini", SecretStr() as key:
            return LateModel(names, lambda: _gemini(key.get_secret_value(), names)), WORDING
        case _:
            from services.language.fake.gemini import KEY, FakeGemini
            from services.language.fake.serving import serve

            # Under a name of its own: what it writes is nobody's but ours, and costs nothing.
            practising = dict.fromkeys(names, FREE)
            practice = FakeGemini(models=(FREE,), pace=PACE)
            address = doors.enter_context(serve(practice))
            return LateModel(practising, lambda: _gemini(KEY, practising, address)), PRACTICE


def _own(settings: Settings) -> Callable[[str], LanguageModel]:
    names = {Tier.DEFAULT: settings.model, Tier.CHEAP: settings.cheap_model}
    place = "your key, under Account"
    return lambda key: LateModel(names, lambda: _gemini(key, names, None, place))


def _gemini(
    key: str,
    names: Mapping[Tier, str],
    address: str | None = None,
    place: str = "CAREERVAULT_GEMINI_API_KEY",
) -> LanguageModel:
    # Google's client takes a second to load, which nobody waits for who does not use it.
    from services.language.gemini import GeminiModel

    return GeminiModel(key, names, base_url=address, key_place=place)
