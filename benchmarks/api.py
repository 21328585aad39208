"""How fast the REST door is: `python -m benchmarks.api`.

The server runs as its users run it; the clients are one other process over raw sockets, so that
the figures are the server's and not theirs.
"""

import asyncio
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

import httpx
import orjson
import psutil

from benchmarks.seeding import EMAIL, PASSWORD, seed
from tests.server import Server

CLIENTS = 8
ANSWERS = 2_000
ADDED = 300


def main() -> None:
    for count, budget in ((1_000, 5), (10_000, 8)):
        with tempfile.TemporaryDirectory() as folder:
            seed(Path(folder), count)
            server = Server(Path(folder))
            server.start()
            try:
                measure(server, count, budget)
            finally:
                server.stop()


def measure(server: Server, count: int, budget: int) -> None:
    """Print what a list and an addition cost with so many jobs."""
    token = log_in(server)
    question = request(server, token, "GET", "/api/jobs/")
    asyncio.run(load(server, question, 50, 1))
    cpu, rate = spent(server, question)
    print(f"GET /api/jobs/ of {count:,} jobs, a page of 50")
    print(f"  CPU an answer        {cpu:6.2f} ms    (budget {budget} ms)")
    print(f"  answers a second     {rate:6.0f}       (budget 400, {CLIENTS} clients)")
    body = orjson.dumps({"company": "Acme", "position": "Programmer", "status": "Applied"})
    addition = request(server, token, "POST", "/api/jobs/", body)
    times = asyncio.run(load(server, addition, ADDED, 1))
    print(f"POST /api/jobs/ beside {count:,} jobs")
    print(f"  median acknowledged  {median(times) * 1000:6.2f} ms    (budget 5 ms)")


def log_in(server: Server) -> str:
    """Return a token of the person whose jobs were seeded."""
    answer = httpx.post(f"{server.url}/api/auth/login", json={"email": EMAIL, "password": PASSWORD})
    token: str = answer.json()["access_token"]
    return token


def spent(server: Server, question: bytes) -> tuple[float, float]:
    """Return the server's CPU milliseconds an answer, and how many it gives a second."""
    process = psutil.Process(server.pid)
    before, start = process.cpu_times(), perf_counter()
    asyncio.run(load(server, question, ANSWERS, CLIENTS))
    after, took = process.cpu_times(), perf_counter() - start
    cpu = after.user + after.system - before.user - before.system
    return cpu * 1000 / ANSWERS, ANSWERS / took


def request(server: Server, token: str, method: str, path: str, body: bytes = b"") -> bytes:
    """Return a request as it goes over the wire."""
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        f"Authorization: Bearer {token}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def load(server: Server, question: bytes, count: int, clients: int) -> list[float]:
    """Ask so many times, from so many connections at once; return how long each answer took."""

    async def client() -> list[float]:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        times = [await ask(reader, writer, question) for _ in range(count // clients)]
        writer.close()
        return times

    lists = await asyncio.gather(*(client() for _ in range(clients)))
    return [each for times in lists for each in times]


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, question: bytes) -> float:
    start = perf_counter()
    writer.write(question)
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    assert head.startswith((b"http/1.1 200", b"http/1.1 201")), head
    length = int(head.split(b"content-length:")[1].split(b"\r\n")[0])
    await reader.readexactly(length)
    return perf_counter() - start


if __name__ == "__main__":
    main()
