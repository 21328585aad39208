"""What every `Table` promises of a glance at many rows."""

from dataclasses import replace
from datetime import timedelta

from services.storage.table import MOST_BYTES, MOST_WRITES, Put, Row

ADA = "person#ada"
ROW = Row(ADA, "job#1", {"company": "Acme"})


def job(number, body=None, version=0):
    return Row(ADA, f"job#{number:05}", {"n": number} if body is None else body, version)


async def test_a_glance_finds_the_rows_of_many_places_whoever_they_belong_to(table):
    other = Row("person#charles", "rev", {"undo": 3})
    await table.commit(Put(ROW), Put(other), Put(job(1)))
    places = [(ADA, "job#1"), ("person#charles", "rev"), (ADA, "job#2"), (ADA, "job#1")]

    assert await table.glance(places) == {
        (ADA, "job#1"): replace(ROW, version=1),
        ("person#charles", "rev"): replace(other, version=1),
    }
    assert await table.glance([]) == {}


async def test_a_glance_takes_more_places_than_fit_one_request(shared_table):
    for start in range(0, 210, MOST_WRITES):
        rows = [job(number) for number in range(start, min(210, start + MOST_WRITES))]
        await shared_table.commit(*map(Put, rows))
    places = [(ADA, f"job#{number:05}") for number in range(250)]

    assert list((await shared_table.glance(places)).values()) == [
        job(number, version=1) for number in range(210)
    ]


async def test_a_glance_takes_rows_of_more_than_one_answer_holds(shared_table):
    big = {"text": "x" * (MOST_BYTES - 100)}
    for start in range(0, 50, 10):
        await shared_table.commit(*(Put(job(number, big)) for number in range(start, start + 10)))

    assert len(await shared_table.glance([(ADA, f"job#{n:05}") for n in range(50)])) == 50


async def test_a_glance_passes_over_what_has_expired_and_what_cannot_be(table, clock):
    await table.commit(Put(replace(ROW, expires=clock() + timedelta(seconds=9))), Put(job(1)))
    clock.forward(seconds=10)
    places = [(ADA, "job#1"), (ADA, "job#00001"), (ADA, ""), ("x" * 3000, "y"), ("\ud800", "z")]

    assert list(await table.glance(places)) == [(ADA, "job#00001")]
