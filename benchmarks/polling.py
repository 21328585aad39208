"""What a small read from DynamoDB takes of a task's CPU: `python -m benchmarks.polling`.

Open pages ask for their person's revision all the time, so this, times their number, is what they
cost a task while nobody does anything. The server is an emulator, whose own time is not counted.
"""

import asyncio
import tempfile
import time
from pathlib import Path

import boto3

from app.presence import LOOK_EVERY
from services.storage.dynamodb import DynamoTable, create_table
from services.storage.table import Put, Row
from tests.ministack import KEY, REGION, ministack

READS = 500
LIVE_SECONDS = (0.8, 2.0)


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
        seconds = asyncio.run(spent(DynamoTable(client, "careervault"))) / READS
    print(f"CPU of a read                     {seconds * 1000:.1f} ms")
    for live in LIVE_SECONDS:
        reads = 1 / live + 1 / LOOK_EVERY
        print(
            f"pages at rest a core can hold, looking every {live} s   {1 / (reads * seconds):.0f}"
        )


async def spent(table: DynamoTable) -> float:
    """Return the CPU seconds of so many reads."""
    await table.commit(Put(Row("person#ada", "rev", {"undo": 3, "redo": None})))
    await table.get("person#ada", "rev")
    start = time.process_time()
    for _ in range(READS):
        await table.get("person#ada", "rev")
    return time.process_time() - start


if __name__ == "__main__":
    main()
