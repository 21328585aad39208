"""What the numbers of 10,000 jobs with 40,000 moves cost: `python -m benchmarks.analytics`.

The jobs are put into the book as if they had been read; writing them one by one says nothing.
"""

import asyncio
import gc
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time

import orjson

from benchmarks.seeding import drafts
from services.analytics.analytics import Analytics
from services.analytics.span import ALL_TIME, named
from services.clock import new_id, utc_now
from services.jobs.book import Book, Books
from services.jobs.job import Card, Move
from services.jobs.ledger import Ledger
from services.jobs.live import Live
from services.jobs.stages import Outcome
from services.resumes.shelf import Shelf
from services.storage.sqlite import SqliteTable

COUNT, ROUNDS, TURN = 10_000, 15, 0.001
TO_CALL = ("saved", "applied", "phone-screen")
WAYS = (
    ("saved", "applied"),
    ("saved", "applied"),
    ("applied",),
    TO_CALL,
    TO_CALL,
    (*TO_CALL, "technical-interview", "phone-screen", "technical-interview"),
    (*TO_CALL, "technical-interview", "final-interview", "offer"),
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        table = SqliteTable(Path(folder) / "careervault.db", utc_now)
        asyncio.run(measure(Books(table)))
        table.close()


async def measure(books: Books) -> None:
    """Print the cost of the first answer and of the next, and how long others wait meanwhile."""
    ledger = Ledger(books.table, books, Live(books.table), utc_now)
    analytics = Analytics(books, Shelf(books, ledger, utc_now))
    book = await books.open("ada")
    book.cards = {card.id: card for card in searched(utc_now().date())}
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)  # as the server runs
    print(f"{COUNT:,} jobs, {sum(len(card.moves) for card in book.cards.values()):,} moves")
    cold, changed, other, warm, waits = [], [], [], [], []
    for _ in range(ROUNDS):
        forget(book)
        watch = asyncio.create_task(longest_wait())
        await asyncio.sleep(TURN)
        await analytics.measures("ada", ALL_TIME)
        watch.cancel()
        waits.append(await watch)
        forget(book)
        start = process_time()
        found = await analytics.measures("ada", ALL_TIME)
        cold.append(process_time() - start)
        start = process_time()
        await analytics.measures("ada", ALL_TIME)
        warm.append(process_time() - start)
        start = process_time()
        await analytics.gallery("ada", named("90d", utc_now().date()))
        other.append(process_time() - start)
        book.memo.clear()
        start = process_time()
        await analytics.measures("ada", ALL_TIME)
        changed.append(process_time() - start)
    say("CPU, worked out for the first time", cold, 150)
    say("CPU, after a change", changed, 150)
    say("CPU, another period and its pictures", other, 150)
    say("CPU, nothing changed", warm, 5)
    say("longest wait of others", waits, 100)
    start = perf_counter()
    body = orjson.dumps(found)
    print(f"as JSON {len(body) / 1e6:.1f} MB in {(perf_counter() - start) * 1000:.0f} ms")


async def longest_wait() -> float:
    """Return by how much a turn of the loop came late at most, until it is cancelled."""
    longest = 0.0
    try:
        while True:
            start = perf_counter()
            await asyncio.sleep(TURN)
            longest = max(longest, perf_counter() - start - TURN)
    except asyncio.CancelledError:
        return longest


def say(what: str, seconds: list[float], budget: float) -> None:
    best, middle = min(seconds) * 1000, median(seconds) * 1000
    print(f"{what:24}{middle:8.2f} ms median {best:8.2f} ms best    (budget {budget:.0f} ms)")


def forget(book: Book) -> None:
    """Drop whatever was worked out of the cards."""
    book.memo.clear()
    book.kept.clear()


def searched(today: date) -> Iterator[Card]:
    """Yield believable jobs, each with a way behind it."""
    chance, now = Random(17), utc_now()
    for draft in drafts(COUNT, today):
        day = today - timedelta(days=chance.randrange(400))
        moves = []
        for stage in chance.choice(WAYS):
            moves.append(Move(stage=stage, on=day if day <= today else None, at=now))
            day += timedelta(days=chance.randrange(1, 20))
        outcome = chance.choice((None, None, *Outcome))
        if outcome:
            moves.append(moves[-1].model_copy(update={"outcome": outcome}))
        yield Card(
            **draft.model_dump(exclude={"stage", "outcome", "applied_on", "posting", "notes"}),
            id=new_id(),
            stage=moves[-1].stage,
            outcome=outcome,
            moves=tuple(moves),
            added=now,
            updated=now,
        )


if __name__ == "__main__":
    main()
