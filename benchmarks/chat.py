"""What the assistant adds to a model's words: `python -m benchmarks.chat`.

A Gemini of our own answers in another process, as Google does. From the moment its client hands
over the first word of an answer, a tab that listens has it so much later (budget: 50 ms); before
anything is asked, the question is kept, the prompt made and money set aside, which takes so long.
Behind it stands the CPU of a long answer, taken in as it grows and made into markup as a browser
is told of it: four times as long should cost about four times as much.
"""

import asyncio
import subprocess
import sys
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from components.prose import Growing
from services.assistant.conversation import Message, Voice
from services.language.fake.gemini import KEY
from services.language.gemini import GeminiModel
from services.language.model import Piece, Prompt, Tier, Usage
from services.reading.reader import Reader
from services.storage.sqlite import SqliteTable
from tests.assistant.conftest import NAMES, House, open_house
from tests.doubles import HeldClock

ROUNDS = 20
WORDS = "You applied to Acme, and nobody has answered yet; that is not unusual by your own numbers."
PACE = 0.002
"""Seconds between two tokens of the long answers: 500 tokens a second, faster than any model."""


class Long:
    """Writes so many tokens, in paragraphs and lists, at an even pace."""

    missing: str | None = None

    def __init__(self, tokens: int) -> None:
        self._tokens = tokens

    def name(self, tier: Tier) -> str:
        return "gemini-3.8-flash"

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        words = WORDS.split()
        for number in range(self._tokens):
            ends = "\n\n- " if number % 60 == 59 else "\n\n" if number % 30 == 29 else " "
            yield words[number % len(words)] + ends
            await asyncio.sleep(PACE)
        yield Usage(prompt=1, answer=self._tokens)


class Stamped:
    """A model that notes when it is asked first, and when it hands over the first word."""

    missing: str | None = None

    def __init__(self, model: GeminiModel) -> None:
        self._model = model
        self.asked = self.word = 0.0

    def name(self, tier: Tier) -> str:
        return self._model.name(tier)

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        self.asked = self.asked or perf_counter()
        async with aclosing(self._model.stream(prompt)) as pieces:
            async for piece in pieces:
                if isinstance(piece, str) and not self.word:
                    self.word = perf_counter()
                yield piece


class Clocked:
    """Notes when the first word came to it."""

    def __init__(self) -> None:
        self.first = 0.0

    def hear(self, message: Message) -> None:
        if message.text and message.voice is Voice.MODEL and not self.first:
            self.first = perf_counter()


class Drawn:
    """Does what a tab does with a growing answer."""

    def __init__(self) -> None:
        self._growing = Growing()
        self.sent = self.updates = 0

    def hear(self, message: Message) -> None:
        if message.voice is not Voice.MODEL or message.state.is_over:
            return
        blocks, tail = self._growing.take(message.text, {})
        self.sent += sum(map(len, blocks)) + len(tail)
        self.updates += 1


async def first_word(house: House, model: Stamped) -> tuple[float, float]:
    """Return the milliseconds before the model is asked, and from its first word to the tab."""
    chat = (await house.begin()).id
    clocked = Clocked()
    house.talks.listen("ada", chat, clocked)
    model.asked = model.word = 0.0
    start = perf_counter()
    turn = await house.talks.ask("ada", chat, "What is with Acme?")
    async for _ in house.talks.follow("ada", turn):
        pass
    return 1000 * (model.asked - start), 1000 * (clocked.first - model.word)


async def race(folder: Path, url: str) -> None:
    """Print what comes before the model, and how much later than its client a tab has a word."""
    clock = HeldClock()
    table = SqliteTable(folder / "careervault.db", clock)
    client = GeminiModel(KEY, NAMES, base_url=url)
    model = Stamped(client)
    house = open_house(table, folder, clock, Reader(), model, cap=10**9)
    await house.consents.agree("ada")
    await house.add("Acme")
    took = [await first_word(house, model) for _ in range(ROUNDS + 1)][1:]
    for name, side in (("before the model is asked", 0), ("from its first word to the tab", 1)):
        times = sorted(each[side] for each in took)
        worst = times[int(len(times) * 0.95)]
        print(f"{name}: {median(times):.1f} ms (95 of 100 under {worst:.1f})")
    await client.close()
    table.close()


async def cost(folder: Path, tokens: int) -> float:
    """Print and return the CPU that an answer of so many tokens takes, in milliseconds."""
    clock = HeldClock()
    table = SqliteTable(folder / f"{tokens}.db", clock)
    house = open_house(table, folder, clock, Reader(), Long(tokens), cap=10**9)
    await house.consents.agree("ada")
    chat = (await house.begin()).id
    drawn = Drawn()
    house.talks.listen("ada", chat, drawn)
    start, began = process_time(), perf_counter()
    turn = await house.talks.ask("ada", chat, "Tell me everything.")
    async for _ in house.talks.follow("ada", turn):
        pass
    spent, lasted = 1000 * (process_time() - start), perf_counter() - began
    table.close()
    print(
        f"{tokens} tokens: {spent:.0f} ms CPU in {lasted:.1f} s, {drawn.updates} updates"
        f" ({drawn.updates / lasted:.1f} a second), {drawn.sent} characters of markup"
    )
    return spent


async def long_answers(folder: Path) -> None:
    """Print the cost of a short and of a long answer, and how one grows with the other."""
    await cost(folder, 100)
    short, long = [await cost(folder, tokens) for tokens in (1_000, 4_000)]
    print(f"four times as long costs {long / short:.1f} times as much")


def main() -> None:
    command = [sys.executable, "-m", "tests.fake_gemini"]
    with (
        TemporaryDirectory() as folder,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server,
    ):
        try:
            assert server.stdout
            url = next(word for word in server.stdout.readline().split() if "://" in word)
            asyncio.run(race(Path(folder), url))
        finally:
            server.terminate()
        asyncio.run(long_answers(Path(folder)))


if __name__ == "__main__":
    main()
