"""What each action consumes in DynamoDB, and its list price: `python -m benchmarks.capacity`.

First for somebody alone in the table, then with strangers in it: the figures must be the same.
"""

import asyncio
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from benchmarks.deeds import House, Person, arrive, metered_house, watching
from benchmarks.metered import Units
from benchmarks.seeding import drafts
from services.clock import new_id
from services.storage.table import Put, Row

JOBS = 100
STRANGERS = 2_000
ROWS_EACH = 20
IMPORTED = 10_000
LIVE_SECONDS = 0.8


def main() -> None:
    imported = int(sys.argv[1]) if len(sys.argv) > 1 else IMPORTED
    asyncio.run(compare(imported))


async def compare(imported: int) -> None:
    """Print both tables' figures, and end with 1 if strangers make a difference."""
    with tempfile.TemporaryDirectory() as folder:
        async with metered_house(Path(folder) / "alone") as house:
            alone = await measure(house)
            bulk = await import_many(house, imported)
        async with metered_house(Path(folder) / "crowded") as house:
            await crowd(house)
            crowded = await measure(house)
    print(f"somebody with {JOBS} jobs                     reads  writes   $ for a million times")
    for name, units in alone.items():
        print(f"{name:42}{units.reads:7,.0f}{units.writes:8,}{units.dollars * 1e6:12.2f}")
    name = f"import {imported:,} jobs"
    print(f"{name:42}{bulk.reads:7,.0f}{bulk.writes:8,}   $ {bulk.dollars:.3f} once")
    grown = [name for name, units in alone.items() if crowded[name] != units]
    verdict = ", ".join(grown) or "no action"
    print(f"dearer with {STRANGERS:,} strangers in the table: {verdict}")
    raise SystemExit(1 if grown else 0)


async def measure(house: House) -> dict[str, Units]:
    """Return what each action consumes."""
    ada = await arrive(house, "ada@example.org")
    made = [await ada.add(draft) for draft in drafts(JOBS, date(2026, 11, 2))]
    return {
        "open the dashboard, first at this task": await _first(house, ada),
        "open the dashboard again": await house.metered(ada.open_dashboard()),
        "open a job": await house.metered(ada.open_job(made[7])),
        "add a job": await house.metered(ada.add(drafts(1, date(2026, 11, 2))[0])),
        "move a job": await house.metered(ada.move(made[7], "offer")),
        "write notes": await house.metered(ada.write_notes(made[7], "They keep a giraffe. " * 20)),
        "undo": await house.metered(house.vault.history.undo(ada.owner)),
        "use a page for an hour": watching(60, LIVE_SECONDS),
        "leave a page open for an hour": watching(60, LIVE_SECONDS, is_attended=False),
    }


async def _first(house: House, ada: Person) -> Units:
    elsewhere = replace(ada, vault=house.other)
    return await house.metered(elsewhere.open_dashboard())


async def import_many(house: House, count: int) -> Units:
    """Add so many jobs for somebody new, as an import does."""
    charles = await arrive(house, "charles@example.org")
    before = house.table.used
    for draft in drafts(count, date(2026, 11, 2)):
        await charles.add(draft)
    return house.table.used - before


async def crowd(house: House) -> None:
    """Put strangers' rows into the table."""
    for _ in range(STRANGERS):
        owner = new_id()
        rows = (Row(f"person#{owner}", f"job#{n}", {"x": "y" * 500}) for n in range(ROWS_EACH))
        await house.table.commit(*(Put(row) for row in rows))


if __name__ == "__main__":
    main()
