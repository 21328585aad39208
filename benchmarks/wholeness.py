"""Whether a table holds each write wholly or not at all: card, texts, events and changes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw
import orjson

from services.jobs.book import card_of
from services.jobs.diff import apply
from services.jobs.job import Job
from services.jobs.ledger import state
from services.storage.table import Row


@dataclass
class Found:
    """What a look at the database found; `problems` says what is not whole."""

    jobs: int
    events: int
    changes: int
    problems: list[str]


def look(path: Path) -> Found:
    """Read every row of a database that no server has open."""
    connection = apsw.Connection(str(path))
    [[verdict]] = connection.execute("PRAGMA integrity_check").fetchall()
    problems = [] if verdict == "ok" else [f"integrity_check says {verdict}"]
    rows = [
        Row(partition, sort, orjson.loads(body), version)
        for partition, sort, version, body in connection.execute(
            "SELECT partition, sort, version, body FROM rows"
        )
    ]
    connection.close()
    found = look_at(rows)
    return Found(found.jobs, found.events, found.changes, [*problems, *found.problems])


def look_at(rows: Iterable[Row]) -> Found:
    """Look at every row of a table that nobody writes to."""
    people: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        if row.partition.startswith("person#"):
            people[row.partition][row.sort] = row
    found = Found(0, 0, 0, [])
    for held in people.values():
        _look_at(held, found)
    return found


def _look_at(rows: dict[str, Row], found: Found) -> None:
    kinds: dict[str, list[Row]] = defaultdict(list)
    for sort in sorted(rows):
        kinds[sort.split("#")[0]].append(rows[sort])
    histories: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in kinds["event"]:
        histories[row.body["job"]].append(row.body)
    for row in kinds["job"]:
        problem = _job_problem(row, rows, histories.pop(row.sort.removeprefix("job#"), []))
        found.problems += [f"{row.sort}: {problem}"] if problem else []
    found.problems += [f"event#{job} has no card" for job in histories]
    found.problems += _change_problems(rows, kinds)
    found.jobs += len(kinds["job"])
    found.events += len(kinds["event"])
    found.changes += len(kinds["change"])


def _job_problem(row: Row, rows: dict[str, Row], history: list[dict[str, Any]]) -> str:
    card = card_of(row)
    if [event["seq"] for event in history] != list(range(1, row.version + 1)):
        return f"version {row.version} with {len(history)} events"
    text = rows.get(f"text#{card.id}")
    if (text.version if text else 0) != card.texts:
        return "the texts are of another version"
    told: dict[str, Any] = {}
    for event in history:
        told = apply(told, event["fields"])
    job = Job(**dict(card), **(text.body if text else {}))
    held = {name: value for name, value in state(job).items() if value not in (None, "")}
    if held != {name: value for name, value in told.items() if value not in (None, "")}:
        return "the card is not what its events tell"
    return ""


def _change_problems(rows: dict[str, Row], kinds: dict[str, list[Row]]) -> list[str]:
    rev = rows["rev"].version if "rev" in rows else 0
    problems = []
    if [row.body["rev"] for row in kinds["change"]] != list(range(1, rev + 1)):
        problems.append(f"revision {rev} with {len(kinds['change'])} changes")
    named = {(job, seq) for row in kinds["change"] for job, seq in row.body["items"]}
    if named != {(row.body["job"], row.body["seq"]) for row in kinds["event"]}:
        problems.append("changes and events do not name the same")
    return problems
