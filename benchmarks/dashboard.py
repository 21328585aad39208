"""How fast the dashboard is in a cold browser: `python -m benchmarks.dashboard`.

At 100, 1,000 and 10,000 jobs, in turn with NiceGUI's hello world, so that all are measured in
the same weather. Usable means connected and with its first card painted.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import httpx
import psutil
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from benchmarks.seeding import EMAIL, PASSWORD, seed
from tests.server import Server, free_port

COUNTS = (100, 1_000, 10_000)
ROUNDS = 7
PAGES = 20
HELLO = "hello"
CONNECTED = "window.did_handshake === true"


@dataclass
class Site:
    """A page to open: its address, what shows that it is usable, and what was measured."""

    url: str
    sign: str
    process: psutil.Process
    cookie: str = ""
    milliseconds: list[float] = field(default_factory=list)
    kilobytes: list[float] = field(default_factory=list)


def main() -> None:
    with ExitStack() as stack:
        sites = {HELLO: stack.enter_context(hello_world())}
        for count in COUNTS:
            sites[f"{count:,} jobs"] = stack.enter_context(dashboard(count))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-dev-shm-usage",
            ],
        )
        for turn in range(ROUNDS + 1):
            for site in sites.values():
                open_cold(browser, site, is_counted=turn > 0)
        report(sites)
        for name, site in sites.items():
            weigh(browser, name, site)


def open_cold(browser: Browser, site: Site, is_counted: bool) -> None:
    """Open the page in a browser that has never been there."""
    context = visitor(browser, site)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    lengths: list[float] = []
    wire.on("Network.loadingFinished", lambda event: lengths.append(event["encodedDataLength"]))
    start = time.perf_counter()
    page.goto(site.url, wait_until="commit")
    page.wait_for_selector(site.sign)
    page.wait_for_function(CONNECTED)
    milliseconds = (time.perf_counter() - start) * 1000
    page.wait_for_timeout(300)
    if is_counted:
        site.milliseconds.append(milliseconds)
        site.kilobytes.append(sum(lengths) / 1000)
    context.close()


def report(sites: dict[str, Site]) -> None:
    """Print the medians beside their budgets."""
    floor = median(sites[HELLO].milliseconds)
    base = median(sites["100 jobs"].milliseconds)
    print(f"{'page':14}{'usable ms':>10}{'x hello':>9}{'x 100 jobs':>12}{'kB':>8}")
    for name, site in sites.items():
        usable = median(site.milliseconds)
        print(
            f"{name:14}{usable:10.0f}{usable / floor:9.2f}{usable / base:12.2f}"
            f"{median(site.kilobytes):8.0f}"
        )
    print("budgets: 1,000 jobs 1.3 x hello; 10,000 jobs 1.15 x 100 jobs; 480 kB at any number")


def weigh(browser: Browser, name: str, site: Site) -> None:
    """Print what one more open page costs the server, in a browser that has the scripts."""
    context = visitor(browser, site)
    open_pages(context, site, 3)
    cpu, memory = spent(site)
    open_pages(context, site, PAGES)
    cpu_after, memory_after = spent(site)
    print(
        f"{name:14}{(cpu_after - cpu) / PAGES * 1000:6.1f} ms CPU and "
        f"{(memory_after - memory) / PAGES / 1000:6.0f} kB a page on the server"
    )
    context.close()


def open_pages(context: BrowserContext, site: Site, count: int) -> None:
    for _ in range(count):
        page = context.new_page()
        page.goto(site.url, wait_until="commit")
        page.wait_for_selector(site.sign)
        page.wait_for_function(CONNECTED)


def spent(site: Site) -> tuple[float, int]:
    times = site.process.cpu_times()
    return times.user + times.system, site.process.memory_info().rss


def visitor(browser: Browser, site: Site) -> BrowserContext:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    if site.cookie:
        context.add_cookies([{"name": "careervault", "value": site.cookie, "url": site.url}])
    return context


@contextmanager
def dashboard(count: int) -> Iterator[Site]:
    """Serve the dashboard of somebody with so many jobs."""
    with tempfile.TemporaryDirectory() as folder:
        seed(Path(folder), count)
        server = Server(Path(folder))
        server.start()
        answer = httpx.post(f"{server.url}/sign-in", data={"email": EMAIL, "password": PASSWORD})
        cookie = answer.cookies["careervault"]
        try:
            yield Site(f"{server.url}/", ".cv-card", psutil.Process(server.pid), cookie)
        finally:
            server.stop()


@contextmanager
def hello_world() -> Iterator[Site]:
    """Serve NiceGUI's hello world."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.hello", str(port)])
    url = f"http://127.0.0.1:{port}/"
    for _ in range(200):
        try:
            httpx.get(url)
            break
        except httpx.TransportError:
            time.sleep(0.05)
    try:
        yield Site(url, ".hello", psutil.Process(process.pid))
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
