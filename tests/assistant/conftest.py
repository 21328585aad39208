"""The assistant over the real client and a real socket, with our own Gemini at the other end."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from services.analytics.analytics import Analytics
from services.assistant.assistant import Assistant
from services.assistant.conversation import Conversation, Message, Mode, Voice
from services.assistant.conversations import Conversations
from services.assistant.guide import Guide
from services.assistant.overhearing import Overhearing
from services.assistant.proposals import Proposals
from services.assistant.register import Register
from services.assistant.resuming import Resuming
from services.assistant.sources import Sources, View, view
from services.assistant.talks import Talks
from services.files.folder import FolderFiles
from services.jobs.job import Job, JobDraft
from services.language.consent import Consents
from services.language.fake.gemini import KEY, FakeGemini
from services.language.gemini import GeminiModel
from services.language.model import LanguageModel, Tier
from services.language.models import Models
from services.language.spending import Spending
from services.queue.local import LocalQueue
from services.queue.unfinished import Unfinished
from services.reading.reader import Reader
from services.resumes.shelf import Shelf
from services.storage.sqlite import SqliteTable
from tests.desk import Desk, open_desk
from tests.doubles import HeldClock
from tests.resumes.conftest import Drawer, open_drawer

NAMES = {Tier.DEFAULT: "gemini-3.8-flash", Tier.CHEAP: "gemini-3.5-flash-lite"}
DOLLAR = 1_000_000
RESUME = b"""Ada Lovelace
ada@example.org

Work Experience
Programmer, Analytical Engines, London
Jan 2019 - Present
- Wrote services in Python on PostgreSQL for 300 machines
"""
POSTING = """Backend engineer
You bring three years of experience with Python in production
You know PostgreSQL and its query planner well
"""


@dataclass
class House:
    """What stands between a person and the model, in one process."""

    drawer: Drawer
    sources: Sources
    consents: Consents
    spending: Spending
    conversations: Conversations
    assistant: Assistant
    unfinished: Unfinished
    talks: Talks
    guide: Guide
    proposals: Proposals

    @property
    def desk(self) -> Desk:
        return self.drawer.desk

    async def add(self, company: str = "Acme", owner: str = "ada", **fields: object) -> Job:
        draft = {"company": company, "position": "Programmer", **fields}
        return await self.desk.jobs.add(owner, JobDraft.model_validate(draft))

    async def view(self, owner: str = "ada", register: Register | None = None) -> View:
        return await view(self.sources, owner, register or Register({}))

    async def begin(self, mode: Mode = Mode.CHAT, job: str = "") -> Conversation:
        return await self.conversations.begin("ada", mode, job)

    async def ask(self, words: str, chat: str = "") -> Message:
        """Ask, and return the answer as it ended."""
        chat = chat or (await self.begin()).id
        turn = await self.talks.ask("ada", chat, words)
        async for _ in self.talks.watch("ada", chat):
            pass
        return await self.conversations.message("ada", chat, turn.answer.seq)


@asynccontextmanager
async def watching(house: House) -> AsyncIterator[None]:
    """Have this process look for what others do."""
    task = asyncio.create_task(house.desk.live.watch())
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


class Tab:
    """Keeps what it hears."""

    def __init__(self) -> None:
        self.heard: list[Message] = []
        self.news = asyncio.Event()
        self.has_text = asyncio.Event()
        self.ended = asyncio.Event()

    def hear(self, message: Message) -> None:
        self.heard.append(message)
        self.news.set()
        if message.voice is Voice.MODEL and message.text:
            self.has_text.set()
        if message.voice is Voice.MODEL and message.state.is_over:
            self.ended.set()

    async def until(self, is_it: Callable[[Message], object]) -> Message:
        """Wait until such a message was heard, and return it."""
        async with asyncio.timeout(10):
            while not (found := [each for each in self.heard if is_it(each)]):
                self.news.clear()
                await self.news.wait()
        return found[-1]


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture
async def model(fake: FakeGemini, served: tuple[FakeGemini, str]) -> AsyncIterator[GeminiModel]:
    async def nap(_: float) -> None:
        pass

    model = GeminiModel(KEY, NAMES, base_url=served[1], sleep=nap, silence=3.0)
    yield model
    await model.close()


@pytest.fixture
async def table(tmp_path: Path, clock: HeldClock) -> AsyncIterator[SqliteTable]:
    table = SqliteTable(tmp_path / "careervault.db", clock)
    yield table
    table.close()


@pytest.fixture
async def house(
    table: SqliteTable, tmp_path: Path, clock: HeldClock, reader: Reader, model: GeminiModel
) -> AsyncIterator[House]:
    house = open_house(table, tmp_path, clock, reader, model)
    await house.consents.agree("ada")
    yield house
    await house.talks.settle()


@pytest.fixture
async def other(
    house: House,
    table: SqliteTable,
    tmp_path: Path,
    clock: HeldClock,
    reader: Reader,
    model: GeminiModel,
) -> AsyncIterator[House]:
    """Another process over the same rows."""
    other = open_house(table, tmp_path, clock, reader, model)
    yield other
    await other.talks.settle()


@pytest.fixture
async def chat(house: House) -> str:
    await house.add("Acme")
    return (await house.begin()).id


@pytest.fixture
def tab(house: House, chat: str) -> Tab:
    tab = Tab()
    house.talks.listen("ada", chat, tab)
    return tab


def open_house(
    table: SqliteTable,
    folder: Path,
    clock: HeldClock,
    reader: Reader,
    model: LanguageModel,
    cap: int = DOLLAR,
) -> House:
    """Put an assistant on this table; two on one place are two processes."""
    drawer = open_drawer(open_desk(table, clock), FolderFiles(folder / "files"), reader)
    desk = drawer.desk
    analytics = Analytics(desk.books, Shelf(desk.books, desk.ledger, clock), clock)
    sources = Sources(desk.jobs, desk.selection, analytics, drawer.resumes, drawer.matches)
    consents = Consents(table, clock)
    spending = Spending(table, clock, daily_cap=cap, monthly_cap=DOLLAR)
    conversations = Conversations(table, desk.books, clock)
    assistant = Assistant(conversations, sources, Models(model), consents, spending, clock)
    unfinished = Unfinished(LocalQueue(table, clock), clock)
    talks = Talks(assistant, conversations, unfinished, clock)
    unfinished.know(Resuming(talks, assistant, conversations, clock))
    desk.live.follow(Overhearing(talks, conversations, clock))
    return House(
        drawer,
        sources,
        consents,
        spending,
        conversations,
        assistant,
        unfinished,
        talks,
        Guide(conversations, sources, talks.tell, clock),
        Proposals(conversations, desk.jobs, talks.tell),
    )
