"""A day of many people against the store, and what it costs: `python -m benchmarks.day`.

Each has a search already, comes a few times, and does what people do in a search: opens the board,
reads some jobs, adds two, moves three, writes notes, and leaves the page open for a while. The
hours are those of a working day. For half of the time that a page is open somebody is at it; then
it is hidden, or nobody touches it. A first number on the command line is how many people there are.
"""

import asyncio
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

import apsw

from benchmarks.deeds import House, Person, arrive, metered_house, watching
from benchmarks.metered import DOLLARS_A_GIGABYTE, Units, size
from benchmarks.seeding import drafts
from services.clock import new_id

PEOPLE = 1_000
SEARCHES = (10, 40, 40, 80)
"""How many jobs people have; a stranger gets one of these searches."""

VISITS = (1, 2, 2, 3, 4)
MINUTES = (2, 5, 10, 20, 45)
HOURS = (7, 8, 8, 9, 9, 12, 12, 13, 17, 18, 19, 20, 20, 21, 22)
LIVE_SECONDS = 0.8
DAY = date(2026, 11, 2)
DAYS_A_MONTH = 22
COPY = """
INSERT INTO rows (partition, sort, version, expires, body)
SELECT ?, sort, version, expires, body FROM rows WHERE partition = ? AND sort NOT LIKE 'session#%'
"""


@dataclass
class Day:
    """What was consumed: in all, by each deed, in each minute, and by one person at most."""

    deeds: Counter[str] = field(default_factory=Counter)
    by_deed: dict[str, Units] = field(default_factory=dict)
    by_minute: dict[int, Units] = field(default_factory=dict)
    greediest: Units = field(default_factory=Units)

    def count(self, deed: str, minute: int, units: Units) -> None:
        """Write down what a deed consumed."""
        self.deeds[deed] += 1
        self.by_deed[deed] = self.by_deed.get(deed, Units()) + units
        self.by_minute[minute] = self.by_minute.get(minute, Units()) + units

    @property
    def total(self) -> Units:
        """Return what all of it consumed."""
        return sum(self.by_deed.values(), Units())


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    asyncio.run(live(people))


async def live(people: int) -> None:
    """Fill a store, play the day, and print what it came to."""
    chance, day = Random(17), Day()
    with tempfile.TemporaryDirectory() as folder:
        async with metered_house(Path(folder)) as house:
            persons, stored = await settle(house, Path(folder), people, chance)
            for person, jobs in persons:
                before = day.total
                await spend_the_day(house, day, person, jobs, chance)
                spent = day.total - before
                if spent.dollars > day.greediest.dollars:
                    day.greediest = spent
    tell(day, people, stored)


async def settle(house: House, folder: Path, people: int, chance: Random) -> tuple[list, int]:
    """Give each a search, copied from one of a few; return them, their jobs, and all bytes."""
    searches, persons, stored = [], [], 0
    for number, count in enumerate(SEARCHES):
        one = await arrive(house, f"person{number}@example.org")
        jobs = [await one.add(draft) for draft in drafts(count, DAY)]
        rows = await house.table.query(f"person#{one.owner}")
        searches.append((one.owner, jobs, sum(map(size, rows))))
    with closing(apsw.Connection(str(folder / "careervault.db"))) as connection, connection:
        for _ in range(people):
            owner, (pattern, jobs, weight) = new_id(), chance.choice(searches)
            connection.execute(COPY, (f"person#{owner}", f"person#{pattern}"))
            persons.append((owner, jobs))
            stored += weight
    signed_in = [
        (Person(house.vault, owner, await house.vault.sessions.open(owner)), jobs)
        for owner, jobs in persons
    ]
    return signed_in, stored


async def spend_the_day(
    house: House, day: Day, person: Person, jobs: list[str], chance: Random
) -> None:
    """Let somebody come a few times, and count what that consumes."""
    deeds = list(_deeds(person, jobs, chance))
    visits = chance.choice(VISITS)
    for visit in range(visits):
        minute = chance.choice(HOURS) * 60 + chance.randrange(60)
        day.count("open the board", minute, await house.metered(person.open_dashboard()))
        for name, deed in deeds[visit::visits]:
            minute += 1
            day.count(name, minute, await house.metered(deed()))
        open_for = chance.choice(MINUTES)
        for waited in range(open_for):
            is_attended = 2 * waited < open_for
            units = watching(1, LIVE_SECONDS, is_attended=is_attended)
            day.count(f"a minute of a page {'used' if is_attended else 'left'}", minute, units)
            minute += 1


def _deeds(person: Person, jobs: list[str], chance: Random) -> Iterator:
    fresh = drafts(200, DAY)
    for job in chance.sample(jobs, 6):
        yield "open a job", lambda job=job: person.open_job(job)
    for _ in range(2):
        yield "add a job", lambda: person.add(chance.choice(fresh))
    for job in chance.sample(jobs, 3):
        stage = chance.choice(("phone-screen", "technical-interview", "offer"))
        yield "move a job", lambda job=job, stage=stage: person.move(job, stage)
    yield "write notes", lambda: person.write_notes(chance.choice(jobs), "They called. " * 30)


def tell(day: Day, people: int, stored: int) -> None:
    """Print the day's bill, and how near it came to a wall."""
    print(f"a day of {people:,} people             times     reads   writes         $")
    for name, units in sorted(day.by_deed.items(), key=lambda each: -each[1].dollars):
        times = day.deeds[name]
        print(f"{name:30}{times:10,}{units.reads:10,.0f}{units.writes:9,}{units.dollars:10.4f}")
    total, gigabytes = day.total, stored / 1e9
    print(f"{'all of it':40}{total.reads:10,.0f}{total.writes:9,}{total.dollars:10.4f}")
    busiest = max(day.by_minute.values(), key=lambda units: units.reads)
    fullest = max(day.by_minute.values(), key=lambda units: units.writes)
    month = total.dollars * DAYS_A_MONTH + gigabytes * DOLLARS_A_GIGABYTE
    for what, figures in {
        "a second of the busiest minute": f"{busiest.reads / 60:.0f} reads",
        "of the minute with most writes": f"{fullest.writes / 60:.1f} writes",
        "the busiest person's day": f"{day.greediest.reads:,.0f} reads,"
        f" {day.greediest.writes} writes",
        "stored": f"{gigabytes:.3f} GB, {stored / people / 1000:.0f} kB each",
        f"a month of {DAYS_A_MONTH} such days": f"$ {month:.2f}, $ {month / people:.5f} each",
    }.items():
        print(f"{what:34}{figures}")


if __name__ == "__main__":
    main()
