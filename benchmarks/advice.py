"""What the checks add to a streamed answer: `python -m benchmarks.advice`.

A Gemini of our own answers on a socket, without haste. The client alone has its first text after
a while; whoever asks through the app has a first update that much later, and the whole answer so
much later. Behind it stands what looking at a long answer costs, however often one looks.
"""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks.gate import TODAY, job_of, text_of
from services.advice.advice import Advice
from services.advice.ask import Ask, Kind, Texts
from services.advice.asking import Asking
from services.advice.checking import Checking
from services.advice.gate import Gates
from services.advice.growing import Growing
from services.advice.kept import Archive
from services.advice.shapes import Analysis
from services.files.folder import FolderFiles
from services.language.consent import Consents
from services.language.fake.gemini import KEY, FakeGemini
from services.language.fake.serving import serve
from services.language.gemini import GeminiModel
from services.language.model import Tier
from services.language.models import Models
from services.language.spending import Spending
from services.reading.reader import Reader
from services.resumes.looking import Looking
from services.resumes.papers import Papers
from services.resumes.shelf import Shelf
from services.storage.sqlite import SqliteTable
from tests.desk import open_desk
from tests.doubles import HeldClock

NAMES = {Tier.DEFAULT: "gemini-3.8-flash", Tier.CHEAP: "gemini-3.5-flash-lite"}
TEXTS = Texts(resume=text_of("resumes", "backend-engineer"), **job_of("backend-python-fintech"))
ROUNDS = 15


async def first_of(stream: AsyncGenerator[object, None]) -> tuple[float, float]:
    """Return the milliseconds to the first thing that comes, and to the last."""
    start, first = perf_counter(), 0.0
    async with aclosing(stream) as pieces:
        async for _ in pieces:
            first = first or perf_counter() - start
    return 1000 * first, 1000 * (perf_counter() - start)


def open_advice(folder: Path, model: GeminiModel) -> tuple[Advice, Asking, Consents]:
    """Put together what advice needs, on a database of its own."""
    clock = HeldClock(TODAY)
    table = SqliteTable(folder / "careervault.db", clock)
    desk = open_desk(table, clock)
    shelf = Shelf(desk.books, desk.ledger, clock)
    models = Models(model)
    asking = Asking(models, desk.jobs, Looking(shelf, Papers(FolderFiles(folder)), Reader()))
    consents = Consents(table, clock)
    spending = Spending(table, clock, daily_cap=10**9, monthly_cap=10**9)
    gates = Gates(clock)
    return Advice(asking, models, consents, spending, Archive(table), gates), asking, consents


async def race(folder: Path, url: str) -> None:
    """Print how much later the first update comes than the client's first text."""
    model = GeminiModel(KEY, NAMES, base_url=url)
    advice, asking, consents = open_advice(folder, model)
    await consents.agree("ada")
    alone, through = [], []
    for number in range(ROUNDS + 1):
        ask = Ask(
            kind=Kind.LETTER,
            posting=TEXTS.posting,
            resume_text=TEXTS.resume,
            notes=f"Round {number}",
        )
        question = await asking.question("ada", ask)
        alone.append(await first_of(model.stream(question.prompt)))
        through.append(await first_of(advice.write("ada", ask)))
    await model.close()
    for name, at in (("first", 0), ("last", 1)):
        # The first round warms both up.
        client = median(each[at] for each in alone[1:])
        app = median(each[at] for each in through[1:])
        print(f"{name:5} client {client:6.1f} ms, app {app:6.1f} ms, added {app - client:5.1f} ms")


def looks() -> None:
    """Print what a long answer costs, by how often it was looked at."""
    line = next(line for line in TEXTS.resume.splitlines() if len(line) > 60)
    point = {"posting_quote": "4+ years", "resume_quote": line, "text": "Six years of Python fit."}
    answer = {name: [point] * 8 for name in ("skills", "experience", "qualifications", "culture")}
    text = json.dumps({"summary": "It fits.", **answer})
    gates = Gates(lambda: TODAY)
    for count in (1, 30, 300):
        growing = Growing(Analysis, Checking(TEXTS, gates.open(TEXTS)))
        start = process_time()
        for number in range(1, count + 1):
            growing.take(text[: len(text) * number // count])
        growing.take(text, is_whole=True)
        print(
            f"{len(text)} characters in {count:3} looks: {1000 * (process_time() - start):6.1f} ms"
        )


def main() -> None:
    # The fake hands out a chunk of six words every two milliseconds.
    with TemporaryDirectory() as folder, serve(FakeGemini(pace=0.002)) as url:
        asyncio.run(race(Path(folder), url))
    looks()


if __name__ == "__main__":
    main()
