"""What every `Table` promises."""

from dataclasses import replace
from datetime import timedelta

import pytest

from services.errors import Conflict, Invalid, Unavailable
from services.storage.table import MOST_BYTES, MOST_WRITES, Delete, Put, Row

ADA = "person#ada"
ROW = Row(ADA, "job#1", {"company": "Acme"})


def job(number, body=None, version=0):
    return Row(ADA, f"job#{number:05}", {"n": number} if body is None else body, version)


async def test_what_was_put_is_found_one_version_further(table):
    await table.commit(Put(ROW))
    assert await table.get(ADA, "job#1") == replace(ROW, version=1)


async def test_what_was_never_put_is_absent(table):
    assert await table.get(ADA, "job#1") is None
    assert await table.query(ADA) == []


async def test_a_change_replaces_the_whole_body(table):
    await table.commit(Put(ROW))
    await table.commit(Put(replace(ROW, body={"note": "new"}, version=1)))
    assert await table.get(ADA, "job#1") == replace(ROW, body={"note": "new"}, version=2)


async def test_several_rows_are_committed_together(table):
    await table.commit(Put(job(1)), Put(job(2)))
    await table.commit(Put(job(1, {"moved": True}, 1)), Delete(ADA, "job#00002", 1), Put(job(3)))
    found = [(row.sort, row.version) for row in await table.query(ADA)]
    assert found == [("job#00001", 2), ("job#00003", 1)]


@pytest.mark.parametrize("kept_in", ["sqlite_table", "moto_table", "ministack_table"])
async def test_an_operator_finds_the_partitions_that_start_alike(request, kept_in, clock):
    table = request.getfixturevalue(kept_in)
    gone = clock() + timedelta(seconds=1)
    for place in ("account#b", "account#a", "accounts", "person#a"):
        await table.commit(Put(Row(place, "one", {})), Put(Row(place, "two", {})))
    await table.commit(Put(Row("account#c", "one", {}, expires=gone)))
    clock.forward(seconds=2)
    assert await table.partitions("account#") == ["account#a", "account#b"]
    assert await table.partitions("nothing#") == []


async def test_one_stale_write_holds_back_all_the_others(table):
    await table.commit(Put(job(1)), Put(job(2)))
    before = await table.query(ADA)
    with pytest.raises(Conflict):
        await table.commit(
            Put(job(3)), Put(job(1, {}, 1)), Delete(ADA, "job#00002", 1), Put(job(4, {}, 7))
        )
    assert await table.query(ADA) == before


async def test_a_stale_write_is_refused(table):
    await table.commit(Put(ROW))
    await table.commit(Put(replace(ROW, body={"company": "changed"}, version=1)))
    with pytest.raises(Conflict):
        await table.commit(Put(replace(ROW, body={"company": "too late"}, version=1)))
    assert (await table.get(ADA, "job#1")).body == {"company": "changed"}


async def test_a_row_is_created_only_once(table):
    await table.commit(Put(ROW))
    with pytest.raises(Conflict):
        await table.commit(Put(replace(ROW, body={})))
    assert await table.get(ADA, "job#1") == replace(ROW, version=1)


async def test_a_row_that_is_gone_cannot_be_changed(table):
    await table.commit(Put(ROW))
    await table.commit(Delete(ADA, "job#1", 1))
    with pytest.raises(Conflict):
        await table.commit(Put(replace(ROW, version=1)))
    assert await table.get(ADA, "job#1") is None


async def test_a_deleted_row_makes_room_for_a_new_one(table):
    await table.commit(Put(ROW))
    await table.commit(Delete(ADA, "job#1", 1))
    await table.commit(Put(ROW))
    assert await table.get(ADA, "job#1") == replace(ROW, version=1)


@pytest.mark.parametrize("version", [0, 1, 3])
async def test_a_stale_delete_is_refused(table, version):
    await table.commit(Put(ROW))
    await table.commit(Put(replace(ROW, version=1)))
    with pytest.raises(Conflict):
        await table.commit(Delete(ADA, "job#1", version))
    assert await table.get(ADA, "job#1") == replace(ROW, version=2)


async def test_a_delete_may_ask_that_nothing_is_there(table):
    await table.commit(Delete(ADA, "job#1", 0), Put(job(2)))
    assert [row.sort for row in await table.query(ADA)] == ["job#00002"]


async def test_a_commit_of_nothing_does_nothing(table):
    await table.commit()
    assert await table.query(ADA) == []


async def test_rows_come_in_the_byte_order_of_their_keys(table):
    keys = ["B", "a", "b", "Z", "é", "z", "ￓ", "😀", "b#", "b\x1f", "10", "9"]
    await table.commit(*(Put(Row(ADA, key, {})) for key in keys))
    assert [row.sort for row in await table.query(ADA)] == sorted(keys, key=str.encode)


async def test_a_query_answers_only_what_starts_with_the_prefix(table):
    keys = ["job", "job#", "job#1", "job#2", "job$1", "jo", "JOB#1", "k"]
    await table.commit(*(Put(Row(ADA, key, {})) for key in keys))
    assert [row.sort for row in await table.query(ADA, "job#")] == ["job#", "job#1", "job#2"]


@pytest.mark.parametrize("mark", [*"%_#*?[\\'\"", "é", "\U0010ffff", "😀"])
async def test_every_character_of_a_prefix_means_itself(table, mark):
    keys = [f"a{mark}", f"a{mark}b", "a", "ab", "abb", f"b{mark}"]
    await table.commit(*(Put(Row(ADA, key, {})) for key in keys))
    found = [row.sort for row in await table.query(ADA, f"a{mark}")]
    assert found == [f"a{mark}", f"a{mark}b"]


async def test_partitions_are_apart(table):
    for partition in ("person#1", "person#10", "person", "Person#1"):
        await table.commit(Put(Row(partition, "job#1", {"of": partition})))
    assert [row.body for row in await table.query("person#1")] == [{"of": "person#1"}]
    assert (await table.get("person#10", "job#1")).body == {"of": "person#10"}


async def test_a_query_is_complete_past_a_megabyte(table):
    rows = [job(n, {"text": str(n) * 60_000}) for n in range(10, 40)]
    await table.commit(*map(Put, rows))
    assert await table.query(ADA, "job#") == [replace(row, version=1) for row in rows]


async def test_a_query_is_complete_past_a_thousand_rows(shared_table):
    rows = [job(n) for n in range(1_100)]
    for start in range(0, len(rows), MOST_WRITES):
        await shared_table.commit(*map(Put, rows[start : start + MOST_WRITES]))
    assert await shared_table.query(ADA, "job#") == [replace(row, version=1) for row in rows]


@pytest.mark.parametrize("count", [3, 4, 5])
async def test_a_query_is_complete_where_pages_are_exactly_full(table, count):
    # Four items of 262,144 bytes fill a page of a megabyte to the byte.
    overhead = len(f"pk{ADA}skjob#00000vd") + 2 + len('{"t":""}')
    rows = [job(n, {"t": "x" * (262_144 - overhead)}) for n in range(count)]
    await table.commit(*map(Put, rows))
    assert await table.query(ADA) == [replace(row, version=1) for row in rows]


async def test_an_expired_row_is_absent(table, clock):
    lasting = replace(job(2), expires=clock() + timedelta(seconds=61))
    await table.commit(Put(replace(ROW, expires=clock() + timedelta(seconds=60))), Put(lasting))
    clock.forward(seconds=60)
    assert await table.get(ADA, "job#1") is None
    assert await table.query(ADA) == [replace(lasting, version=1)]


async def test_a_row_is_there_until_its_last_second(table, clock):
    brief = replace(ROW, expires=clock() + timedelta(seconds=60))
    await table.commit(Put(brief))
    clock.forward(seconds=59.9)
    assert await table.get(ADA, "job#1") == replace(brief, version=1)
    await table.commit(Put(replace(brief, version=1)))


async def test_an_expired_row_makes_room_for_a_new_one(table, clock):
    await table.commit(Put(replace(ROW, expires=clock() - timedelta(days=1))))
    await table.commit(Put(ROW))
    assert await table.get(ADA, "job#1") == replace(ROW, version=1)


async def test_an_expired_row_cannot_be_changed_or_deleted(table, clock):
    await table.commit(Put(replace(ROW, expires=clock() + timedelta(seconds=1))))
    clock.forward(seconds=1)
    with pytest.raises(Conflict):
        await table.commit(Put(replace(ROW, version=1)))
    with pytest.raises(Conflict):
        await table.commit(Delete(ADA, "job#1", 1))


async def test_a_row_may_stop_expiring(table, clock):
    await table.commit(Put(replace(ROW, expires=clock() + timedelta(seconds=1))))
    await table.commit(Put(replace(ROW, version=1)))
    clock.forward(seconds=1)
    assert await table.get(ADA, "job#1") == replace(ROW, version=2)


BODIES = {
    "nothing": {},
    "empty strings": {"": "", "list": [], "map": {}},
    "other writing": {"имя": "Ада", "名前": "エイダ", "شركة": "شركة", "name": "Ada é"},
    "emoji": {"🏢": "👩🏽‍💻🇳🇱"},
    "numbers": {"i": 0, "big": 2**63 - 1, "small": -(2**63), "f": 0.1, "tiny": 5e-324, "w": 1e308},
    "whole floats": {"f": 1.0, "i": 1},
    "truth": {"yes": True, "no": False, "none": None},
    "depth": {"a": [{"b": [[], {}, [1, "2", None, {"c": [True]}]]}]},
    "quotes": {"text": "\"'\\ \n\r\t\u2028 \x1f </script> {{7*7}} '; DROP TABLE rows; --"},
    "300 KB": {"text": "é" * 150_000},
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
async def test_a_body_comes_back_equal(table, body):
    await table.commit(Put(replace(ROW, body=body)))
    found = await table.get(ADA, "job#1")
    assert found.body == body
    assert repr(found.body) == repr(body)


async def test_a_body_of_the_most_bytes_is_kept(table):
    row = replace(ROW, body={"t": "x" * (MOST_BYTES - len('{"t":""}'))})
    await table.commit(Put(row))
    assert await table.get(ADA, "job#1") == replace(row, version=1)


async def test_a_commit_of_the_most_writes_is_kept(table):
    await table.commit(*(Put(job(n)) for n in range(MOST_WRITES)))
    assert len(await table.query(ADA)) == MOST_WRITES


REFUSED = {
    "too many writes": [Put(job(n)) for n in range(MOST_WRITES + 1)],
    "one place twice": [Put(job(1)), Put(job(2)), Put(job(1))],
    "put and delete of one place": [Put(job(1)), Delete(ADA, "job#00001", 1)],
    "a body that is too large": [Put(job(1)), Put(job(2, {"t": "é" * (MOST_BYTES // 2)}))],
    "bodies too large together": [Put(job(n, {"t": "x" * 370_000})) for n in range(11)],
    "an empty key": [Put(job(1)), Put(Row(ADA, "", {}))],
    "a key that is too long": [Put(job(1)), Put(Row(ADA, "é" * 513, {}))],
    "half a character": [Put(job(1)), Put(job(2, {"t": "\ud800"}))],
    "a number past 64 bits": [Put(job(1)), Put(job(2, {"n": 2**64}))],
}


@pytest.mark.parametrize("writes", REFUSED.values(), ids=REFUSED)
async def test_what_cannot_be_kept_is_refused_as_a_whole(table, writes):
    with pytest.raises(Invalid):
        await table.commit(*writes)
    assert await table.query(ADA) == []


@pytest.mark.parametrize("key", ["", "x" * 1_025, "\ud800"], ids=["empty", "too long", "half"])
async def test_a_key_that_no_row_can_have_finds_nothing(table, key):
    assert await table.get(ADA, key) is None
    assert await table.get(key * 2, "job#1") is None
    assert await table.query(key * 2, "job#") == []


async def test_a_place_out_of_reach_says_so(table_out_of_reach):
    with pytest.raises(Unavailable):
        await table_out_of_reach.get(ADA, "job#1")
    with pytest.raises(Unavailable):
        await table_out_of_reach.query(ADA)
    with pytest.raises(Unavailable):
        await table_out_of_reach.commit(Put(ROW))
    with pytest.raises(Unavailable):
        await table_out_of_reach.glance([(ADA, "job#1")])
