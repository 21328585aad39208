"""What open pages take of a task's CPU while nobody does anything: `python -m benchmarks.polling`.

A task glances at the revisions of all whose pages are open, and at their sessions, a hundred in a
request. The server is an emulator, whose own time is not counted.
"""

import asyncio
import tempfile
import time
from pathlib import Path

import boto3

from app.presence import LOOK_EVERY
from services.jobs.live import UNATTENDED
from services.storage.dynamodb import DynamoTable, create_table
from services.storage.table import Put, Row
from tests.ministack import KEY, REGION, ministack

TIMES = 100
PEOPLE = (1, 10, 100, 500)
LIVE_SECONDS = (0.8, 2.0, UNATTENDED)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, ministack(Path(folder)) as address:
        client = boto3.client(
            "dynamodb",
            region_name=REGION,
            endpoint_url=address,
            aws_access_key_id=KEY,
            aws_secret_access_key=KEY,
        )
        create_table(client, "careervault")
        table = DynamoTable(client, "careervault")
        for people in PEOPLE:
            seconds = asyncio.run(spent(table, people)) / TIMES
            print(f"CPU of a glance at {people:3} people   {seconds * 1000:5.1f} ms")
            for live in LIVE_SECONDS if people == max(PEOPLE) else ():
                load = seconds / people * (1 / live + 1 / LOOK_EVERY)
                print(f"pages at rest a core can hold, looking every {live:4} s   {1 / load:.0f}")


async def spent(table: DynamoTable, people: int) -> float:
    """Return the CPU seconds of so many glances."""
    places = [(f"person#{number}", "rev") for number in range(people)]
    body = {"undo": 3, "redo": None}
    held = await table.glance(places)
    for place in places:
        if place not in held:
            await table.commit(Put(Row(*place, body)))
    await table.glance(places)
    start = time.process_time()
    for _ in range(TIMES):
        await table.glance(places)
    return time.process_time() - start


if __name__ == "__main__":
    main()
