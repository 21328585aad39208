"""What so many open pages cost a task: `python -m benchmarks.sessions`.

Each is a page as a browser has it, with its socket, of one person with 1,000 jobs. A number on the
command line says how many.
"""

import ast
import asyncio
import html
import re
import sys
import tempfile
import time
from pathlib import Path
from uuid import uuid4

import httpx
import psutil
import socketio

from benchmarks.seeding import EMAIL, PASSWORD, seed
from tests.server import Server

PAGES = 200
JOBS = 1_000
WATCHED = 20.0
MEGA = 1_000_000


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    with tempfile.TemporaryDirectory() as folder:
        seed(Path(folder), JOBS)
        server = Server(Path(folder))
        server.start()
        try:
            asyncio.run(measure(server, pages))
        finally:
            server.stop()


async def measure(server: Server, pages: int) -> None:
    """Open the pages one after the other, look at them for a while, and print both."""
    process = psutil.Process(server.pid)
    form = {"email": EMAIL, "password": PASSWORD}
    async with httpx.AsyncClient(base_url=server.url, timeout=60) as client:
        await client.post("/sign-in", data=form)
        sockets = [await open_page(client) for _ in range(10)]
        before, start, cpu = process.memory_info().rss, time.monotonic(), spent(process)
        sockets += [await open_page(client) for _ in range(pages)]
        took, loading = time.monotonic() - start, spent(process) - cpu
        grown = process.memory_info().rss - before
        cpu = spent(process)
        await asyncio.sleep(WATCHED)
        idle = (spent(process) - cpu) / WATCHED
        connected = sum(socket.connected for socket in sockets)
        print(f"pages open, with their sockets   {connected} of {pages + 10}")
        print(f"memory a page                    {grown / pages / 1000:.0f} kB")
        print(f"resident with all of them        {process.memory_info().rss / MEGA:.0f} MB")
        print(f"open files a page                {process.num_fds() / connected:.2f}")
        print(f"CPU to load one                  {loading / pages * 1000:.0f} ms")
        print(f"loaded a second, one at a time   {pages / took:.0f}")
        print(f"CPU of all, open and at rest     {idle * 100:.1f} % of a core")
        for socket in sockets:
            await socket.disconnect()


async def open_page(client: httpx.AsyncClient) -> socketio.AsyncClient:
    """Load the dashboard, and connect its socket as its script does."""
    page = (await client.get("/")).text
    found = re.search(r"'?query'?\s*:\s*(\{.*?\})", html.unescape(page))
    assert found, "the page names no socket"
    # Written for JavaScript as Python writes it.
    query = ast.literal_eval(found[1]) | {"implicit_handshake": "true"}
    query |= {"document_id": uuid4(), "tab_id": uuid4(), "old_tab_id": "null"}
    facts = "&".join(f"{name}={value}" for name, value in query.items())
    socket = socketio.AsyncClient(reconnection=False)
    cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    await socket.connect(
        f"{client.base_url}?{facts}",
        headers={"Cookie": cookie, "Origin": str(client.base_url).rstrip("/")},
        transports=["websocket"],
        socketio_path="/_nicegui_ws/socket.io",
    )
    return socket


def spent(process: psutil.Process) -> float:
    """Return the CPU seconds that a process took so far."""
    times = process.cpu_times()
    return times.user + times.system


if __name__ == "__main__":
    main()
