"""The crash test in small, and that it would see a loss."""

from pathlib import Path

import apsw
import pytest

from benchmarks.crash import run
from benchmarks.seeding import seed
from benchmarks.wholeness import look


def test_what_was_acknowledged_survives_three_kills(tmp_path: Path) -> None:
    outcome = run(tmp_path, kills=3)
    assert outcome.acknowledged > 0
    assert outcome.losses == []
    assert outcome.found.problems == []


@pytest.mark.parametrize("part", ["event", "change", "job", "text", "rev"])
def test_a_row_that_went_missing_is_noticed(tmp_path: Path, part: str) -> None:
    seed(tmp_path, 20)
    assert look(tmp_path / "careervault.db").problems == []
    connection = apsw.Connection(str(tmp_path / "careervault.db"))
    connection.execute(
        "DELETE FROM rows WHERE rowid = (SELECT max(rowid) FROM rows WHERE sort LIKE ?)",
        (f"{part}%",),
    )
    connection.close()
    assert look(tmp_path / "careervault.db").problems
