"""What every `Table` promises to writers who come at once."""

import asyncio
from collections import Counter
from dataclasses import replace

from services.errors import Conflict, TooMany
from services.identity.throttle import Limit, Throttle
from services.jobs.job import JobDraft
from services.storage.table import Put, Row
from tests.desk import open_desk

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


async def test_of_sixteen_threads_exactly_one_wins_each_version(shared_table):
    def write(version: int, by: int) -> bool:
        row = replace(ROW, version=version, body={"by": by})
        try:
            asyncio.run(shared_table.commit(Put(row)))
        except Conflict:
            return False
        return True

    for version in range(5):
        wins = await asyncio.gather(
            *(asyncio.to_thread(write, version, thread) for thread in range(16))
        )
        [winner] = [thread for thread, won in enumerate(wins) if won]
        assert (await shared_table.get(ADA, "job#1")).body == {"by": winner}


async def test_twenty_writers_at_two_tasks_lose_none_of_a_persons_jobs(shared_table, clock):
    desks = open_desk(shared_table, clock), open_desk(shared_table, clock)
    adding = (
        desks[number % 2].jobs.add("ada", JobDraft(company=f"Acme {number}", position="Nurse"))
        for number in range(20)
    )
    await asyncio.gather(*adding)
    for desk in desks:
        companies = {card.company for card in await desk.jobs.cards("ada")}
        assert companies == {f"Acme {number}" for number in range(20)}
    assert len(await shared_table.query(ADA, "change#")) == 20


async def test_a_limit_of_fifty_holds_exactly_under_three_hundred_tries(shared_table, clock):
    limit = Limit("tries", most=50)
    tasks = Throttle(shared_table, clock), Throttle(shared_table, clock)
    tries = [tasks[number % 2].spend(limit) for number in range(300)]
    answers = await asyncio.gather(*tries, return_exceptions=True)

    assert Counter(type(answer) for answer in answers) == {type(None): 50, TooMany: 250}
