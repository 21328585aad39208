"""What every `Table` promises to writers who come at once."""

import asyncio
from dataclasses import replace

from services.errors import Conflict
from services.storage.table import Put, Row

ADA = "person#ada"
ROW = Row(ADA, "job#1", {"company": "Acme"})


async def test_of_twenty_writers_exactly_one_wins_each_version(shared_table):
    for version in range(5):
        row = replace(ROW, version=version)
        writes = [shared_table.commit(Put(replace(row, body={"by": n}))) for n in range(20)]
        answers = await asyncio.gather(*writes, return_exceptions=True)
        [winner] = [n for n, answer in enumerate(answers) if answer is None]
        assert {type(answer) for answer in answers} == {type(None), Conflict}
        assert (await shared_table.get(ADA, "job#1")).body == {"by": winner}


async def test_no_update_is_lost(shared_table):
    async def add_one():
        while True:
            row = await shared_table.get(ADA, "job#1") or replace(ROW, body={"n": 0})
            try:
                return await shared_table.commit(Put(replace(row, body={"n": row.body["n"] + 1})))
            except Conflict:
                continue

    await asyncio.gather(*(add_one() for _ in range(20)))
    assert await shared_table.get(ADA, "job#1") == replace(ROW, body={"n": 20}, version=20)


async def test_racing_commits_never_mix(shared_table):
    async def write(who):
        try:
            await shared_table.commit(*(Put(Row(ADA, f"job#{n}", {"by": who})) for n in range(5)))
        except Conflict:
            return

    await asyncio.gather(*(write(who) for who in range(20)))
    rows = await shared_table.query(ADA)
    assert len(rows) == 5
    assert len({row.body["by"] for row in rows}) == 1
