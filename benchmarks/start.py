"""How soon the server answers and how much memory it takes: `python -m benchmarks.start`."""

import asyncio
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

import psutil

from benchmarks.api import load, log_in, request
from benchmarks.seeding import seed
from tests.server import Server

STARTS = 5
JOBS = 10_000
MEGA = 1024 * 1024


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        seed(Path(folder), JOBS)
        server = Server(Path(folder))
        times = [start_again(server) for _ in range(STARTS)]
        print(f"start to first answer         {median(times):5.2f} s     (budget 2.5 s)")
        print(f"resident memory, idle         {resident(server):5.0f} MB    (budget 180 MB)")
        read_everything(server)
        print(f"the same after {JOBS:,} jobs   {resident(server):5.0f} MB    (budget 260 MB)")
        server.stop()


def start_again(server: Server) -> float:
    """Stop the server if it runs, and return how long it then takes to answer."""
    server.stop()
    start = perf_counter()
    server.start()
    return perf_counter() - start


def resident(server: Server) -> float:
    """Return the server's resident memory in MB."""
    return psutil.Process(server.pid).memory_info().rss / MEGA


def read_everything(server: Server) -> None:
    """List, sort and search all jobs a few hundred times."""
    token = log_in(server)
    for path in ("/api/jobs/?limit=200", "/api/jobs/?sort=company", "/api/jobs/?q=python"):
        asyncio.run(load(server, request(server, token, "GET", path), 100, 4))


if __name__ == "__main__":
    main()
