"""What is special to `SqliteTable`: its file, its engine, and a disk that fills up."""

import asyncio
import contextlib
import resource
from datetime import UTC, datetime, timedelta

import apsw
import pytest

from services.errors import Conflict, Unavailable
from services.storage.sqlite import SCHEMA_VERSION, SqliteTable, check_engine
from services.storage.table import Delete, Put, Row

ADA = "person#ada"
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def job(number, body=None, version=0, expires=None):
    return Row(ADA, f"job#{number:04}", body or {}, version, expires)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "careervault.db"


@pytest.fixture
def open_table(path):
    tables = []

    def open_one(now=lambda: MONDAY):
        tables.append(SqliteTable(path, now))
        return tables[-1]

    yield open_one
    for table in tables:
        table.close()


@contextlib.contextmanager
def on_each_connection(hook):
    apsw.connection_hooks.append(hook)
    try:
        yield
    finally:
        apsw.connection_hooks.remove(hook)


@contextlib.contextmanager
def files_no_larger_than(size):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_rows_survive_a_restart(open_table):
    first = open_table()
    await first.commit(Put(job(1, {"company": "Acme"})))
    first.close()
    assert await open_table().get(ADA, "job#0001") == job(1, {"company": "Acme"}, 1)


async def test_what_was_under_way_is_finished_before_the_file_is_left(open_table):
    table = open_table()
    commits = [asyncio.create_task(table.commit(Put(job(n)))) for n in range(50)]
    await asyncio.sleep(0)
    table.close()
    await asyncio.gather(*commits)
    assert len(await open_table().query(ADA)) == 50


async def test_two_tables_share_one_file(open_table):
    one, other = open_table(), open_table()
    await one.commit(Put(job(1)))
    await other.commit(Put(job(1, {"by": "other"}, 1)))
    with pytest.raises(Conflict):
        await one.commit(Put(job(1, {"by": "one"}, 1)))
    assert (await one.get(ADA, "job#0001")).body == {"by": "other"}


async def test_two_tables_on_one_file_lose_no_update(open_table):
    async def add_one(table):
        while True:
            row = await table.get(ADA, "job#0001") or job(1, {"n": 0})
            with contextlib.suppress(Conflict):
                return await table.commit(Put(job(1, {"n": row.body["n"] + 1}, row.version)))

    tables = [open_table(), open_table()]
    await asyncio.gather(*(add_one(table) for table in tables * 25))
    assert await tables[0].get(ADA, "job#0001") == job(1, {"n": 50}, 50)


async def test_others_go_on_while_a_writer_waits_for_the_file(open_table, path):
    table = open_table()
    elsewhere = apsw.Connection(str(path))
    elsewhere.execute("BEGIN IMMEDIATE")
    waiting = asyncio.create_task(table.commit(Put(job(1))))
    await asyncio.sleep(0.05)
    assert await table.query(ADA) == []
    elsewhere.execute("ROLLBACK")
    await waiting
    assert len(await table.query(ADA)) == 1


async def test_every_connection_waits_for_the_disk_and_wipes_what_is_deleted(open_table):
    made = []
    with on_each_connection(made.append):
        table = open_table()
        await table.commit(Put(job(1)))
        await table.query(ADA)
    names = ["journal_mode", "page_size", "synchronous", "secure_delete", "trusted_schema"]
    found = {tuple(one.pragma(name) for name in names) for one in made[1:]}
    full = 2
    assert found == {("wal", 8192, full, 1, 0)}


async def test_a_deleted_text_leaves_no_trace_in_the_file(open_table, path):
    table = open_table()
    await table.commit(Put(job(1, {"note": "canary" * 5_000})), Put(job(2)))
    await table.commit(Delete(ADA, "job#0001", 1))
    table.close()
    assert not any(b"canary" in file.read_bytes() for file in path.parent.iterdir())


def test_only_its_owner_may_read_the_file(open_table, path):
    open_table()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


async def test_expired_rows_leave_the_file_as_others_are_written(open_table, path):
    brief = MONDAY + timedelta(minutes=5)
    early = open_table()
    await early.commit(*(Put(job(n, {"code": "canary"}, expires=brief)) for n in range(15)))
    early.close()
    late = open_table(lambda: brief)
    await late.commit(Put(job(99)))
    late.close()
    assert b"canary" not in path.read_bytes()


def test_the_file_says_which_schema_it_holds(open_table, path):
    open_table()
    assert apsw.Connection(str(path)).pragma("user_version") == SCHEMA_VERSION


def test_a_file_of_a_newer_careervault_is_refused_in_words(open_table, path):
    open_table().close()
    apsw.Connection(str(path)).pragma("user_version", SCHEMA_VERSION + 1)
    with pytest.raises(Unavailable, match="newer CareerVault"):
        open_table()


def test_a_file_that_is_no_database_is_refused_and_left_alone(open_table, path):
    path.parent.mkdir()
    path.write_bytes(b"my novel" * 1_000)
    with pytest.raises(Unavailable, match="cannot be"):
        open_table()
    assert path.read_bytes() == b"my novel" * 1_000


def test_a_folder_that_cannot_be_made_is_refused_in_words(open_table, path):
    path.parent.write_text("a file where the folder should be")
    with pytest.raises(Unavailable, match="cannot be opened"):
        open_table()


@pytest.mark.parametrize("version", ["3.40.1", "3.51.2", "3.9"])
def test_an_engine_that_loses_data_is_refused_in_words(version):
    with pytest.raises(Unavailable, match=f"SQLite {version} can lose data"):
        check_engine(version)


@pytest.mark.parametrize("version", ["3.51.3", "3.54.1", "4.0"])
def test_an_engine_that_keeps_data_is_taken(version):
    check_engine(version)


async def test_writing_goes_on_after_the_database_was_full(open_table):
    with on_each_connection(lambda made: made.pragma("max_page_count", 20)):
        table = open_table()
        await table.commit(Put(job(1)))
        with pytest.raises(Unavailable):
            await table.commit(Put(job(2)), Put(job(3, {"t": "x" * 300_000})))
    await table.commit(Put(job(4, {"t": "x" * 300_000})))
    assert [row.sort for row in await table.query(ADA)] == ["job#0001", "job#0004"]


async def test_writing_goes_on_after_the_disk_refused_a_write(open_table):
    table = open_table()
    await table.commit(Put(job(1)))
    with files_no_larger_than(100_000):
        with pytest.raises(Unavailable):
            await table.commit(Put(job(2)), Put(job(3, {"t": "x" * 300_000})))
        assert await table.get(ADA, "job#0001") == job(1, version=1)
    await table.commit(Put(job(4, {"t": "x" * 300_000})))
    assert [row.sort for row in await table.query(ADA)] == ["job#0001", "job#0004"]


async def test_a_damaged_file_is_answered_in_words(open_table, path):
    table = open_table()
    await table.commit(*(Put(job(n, {"t": "x" * 10_000})) for n in range(100)))
    table.close()
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 500_000)
    with pytest.raises(Unavailable):
        await open_table().query(ADA)
