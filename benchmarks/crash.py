"""Kills the real server at random moments and looks for what was lost: `make crash-test`.

Several clients write through REST and remember each acknowledgement. After every SIGKILL the
server is started again, and each remembered write must be there. What was under way when the
server died may be there or not, but never in part.
"""

import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import httpx

from benchmarks.crash_writer import Writer
from benchmarks.wholeness import Found, look
from tests.server import Server

KILLS = 50
CLIENTS = 6
PEOPLE = 2
LONGEST_LIFE = 1.2


@dataclass
class Outcome:
    """What came of a run."""

    kills: int
    acknowledged: int
    losses: list[str]
    found: Found
    slowest_start: float


def run(folder: Path, kills: int, seed: int = 0) -> Outcome:
    """Write, kill and look again so many times."""
    chance = Random(seed)
    server = Server(folder)
    server.start()
    writers = open_writers(server, chance)
    losses: list[str] = []
    slowest = 0.0
    try:
        for _ in range(kills):
            live_and_die(server, writers, chance.uniform(0.05, LONGEST_LIFE))
            start = time.monotonic()
            server.start()
            slowest = max(slowest, time.monotonic() - start)
            for writer in writers:
                losses += writer.check(everything(writer.http))
    finally:
        server.kill()
    acknowledged = sum(writer.acknowledged for writer in writers)
    return Outcome(kills, acknowledged, losses, look(folder / "careervault.db"), slowest)


def live_and_die(server: Server, writers: list[Writer], seconds: float) -> None:
    threads = [threading.Thread(target=writer.write) for writer in writers]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    server.kill()
    for thread in threads:
        thread.join()


def open_writers(server: Server, chance: Random) -> list[Writer]:
    """Return clients, several of them writing for the same person."""
    tokens = []
    for person in range(PEOPLE):
        account = {"email": f"ada{person}@example.org", "password": "seventeen small lanterns"}
        answer = httpx.post(f"{server.url}/api/auth/signup", json=account)
        tokens.append(answer.json()["access_token"])
    return [
        Writer(
            httpx.Client(
                base_url=server.url,
                headers={"authorization": f"Bearer {tokens[number % PEOPLE]}"},
                timeout=30,
            ),
            Random(chance.random()),
        )
        for number in range(CLIENTS)
    ]


def everything(http: httpx.Client) -> dict[str, dict[str, Any]]:
    """Return all jobs of a person, the trash too, by their ids."""
    found: dict[str, dict[str, Any]] = {}
    for path in ("/api/jobs/", "/api/trash"):
        cursor: str | None = ""
        while cursor is not None:
            answer = http.get(path, params={"limit": 200, "cursor": cursor})
            found |= {job["id"]: job for job in answer.json()}
            cursor = answer.headers.get("x-next-cursor")
    return found


def main() -> None:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    with tempfile.TemporaryDirectory() as folder:
        outcome = run(Path(folder), kills)
    found = outcome.found
    print(f"kills                          {outcome.kills}")
    print(f"acknowledged writes            {outcome.acknowledged:,}")
    print(f"lost or altered                {len(outcome.losses)}")
    print(f"jobs, events, changes          {found.jobs:,} {found.events:,} {found.changes:,}")
    print(f"events beyond acknowledgement  {found.events - outcome.acknowledged}")
    print(f"not whole                      {len(found.problems)}")
    print(f"slowest start after a kill     {outcome.slowest_start:.1f} s")
    for problem in (*outcome.losses, *found.problems):
        print(problem)
    raise SystemExit(1 if outcome.losses or found.problems else 0)


if __name__ == "__main__":
    main()
