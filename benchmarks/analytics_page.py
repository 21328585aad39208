"""How fast the analytics are in a cold browser: `python -m benchmarks.analytics_page`.

With 1,000 and 10,000 jobs, in turn with NiceGUI's hello world, so that all are measured in the
same weather. Usable means connected and with its numbers in words on the screen; drawn, that the
first figure stands, which waits for Plotly: how long the same browser takes to load that alone is
shown beside it. Then the page as it is when one comes back, and another period.
"""

import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.dashboard import CONNECTED, HELLO, Site, dashboard, hello_world, launch, visitor

COUNTS = (1_000, 10_000)
ROUNDS = 5
NUMBERS = ".cv-glance"
DRAWN = ".cv-canvas .main-svg"
LOAD_PLOTLY = """async () => {
  const start = performance.now();
  await import("nicegui-plotly");
  return performance.now() - start;
}"""
REDRAW = """(period) => new Promise((resolve) => {
  const canvas = document.querySelector(".cv-picture .cv-canvas__figure");
  const start = performance.now();
  const done = () => resolve(performance.now() - start);
  canvas.on("plotly_afterplot", () => requestAnimationFrame(done));
  document.querySelector(`input[name=period][value="${period}"]`).click();
})"""


@dataclass
class Timed:
    """What was measured of one site, in milliseconds and kilobytes."""

    usable: list[float] = field(default_factory=list)
    drawn: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    redrawn: list[float] = field(default_factory=list)
    kilobytes: list[float] = field(default_factory=list)


def main() -> None:
    with ExitStack() as stack:
        sites = {HELLO: stack.enter_context(hello_world())}
        for count in COUNTS:
            sites[f"{count:,} jobs"] = stack.enter_context(dashboard(count))
        browser = launch(stack.enter_context(sync_playwright()))
        found = {name: Timed() for name in sites}
        plotly: list[float] = []
        for turn in range(ROUNDS + 1):
            for name, site in sites.items():
                timed = Timed() if turn == 0 else found[name]
                if name == HELLO:
                    open_hello(browser, site, timed, plotly)
                else:
                    open_analytics(browser, site, timed)
        report(found, median(plotly))


def open_hello(browser: Browser, site: Site, timed: Timed, plotly: list[float]) -> None:
    """Open hello world, and then have the cold browser load nothing but Plotly."""
    context = visitor(browser, site)
    page = context.new_page()
    timed.usable.append(opened(page, site.url, site.sign))
    plotly.append(page.evaluate(LOAD_PLOTLY))
    context.close()


def open_analytics(browser: Browser, site: Site, timed: Timed) -> None:
    """Open the page cold, then warm, then ask for other periods."""
    context = visitor(browser, site)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    lengths: list[float] = []
    wire.on("Network.loadingFinished", lambda event: lengths.append(event["encodedDataLength"]))
    start = time.perf_counter()
    timed.usable.append(opened(page, f"{site.url}analytics", NUMBERS))
    page.wait_for_selector(DRAWN)
    timed.drawn.append((time.perf_counter() - start) * 1000)
    page.wait_for_timeout(500)
    timed.kilobytes.append(sum(lengths) / 1000)
    page.locator(".cv-picture").first.scroll_into_view_if_needed()
    for period in ("year", "30d", "all"):
        page.wait_for_timeout(500)
        timed.redrawn.append(page.evaluate(REDRAW, period))
    start = time.perf_counter()
    opened(page, f"{site.url}analytics", DRAWN)
    timed.again.append((time.perf_counter() - start) * 1000)
    context.close()


def opened(page: Page, url: str, sign: str) -> float:
    """Return how long it takes until the page is connected and shows this."""
    start = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.wait_for_selector(sign)
    page.wait_for_function(CONNECTED)
    return (time.perf_counter() - start) * 1000


def report(found: dict[str, Timed], plotly: float) -> None:
    """Print the medians beside their budgets."""
    floor = median(found[HELLO].usable)
    print(f"hello world {floor:.0f} ms; Plotly alone, cold, {plotly:.0f} ms")
    print(f"{'':14}{'usable':>8}{'x hello':>9}{'drawn':>8}{'again':>8}{'redrawn':>9}{'kB':>8}")
    for name, timed in found.items():
        if name != HELLO:
            usable = median(timed.usable)
            print(
                f"{name:14}{usable:8.0f}{usable / floor:9.2f}{median(timed.drawn):8.0f}"
                f"{median(timed.again):8.0f}{median(timed.redrawn):9.0f}"
                f"{median(timed.kilobytes):8.0f}"
            )
    print("budgets: usable 1.5 x hello, apart from Plotly; redrawn 300 ms")


if __name__ == "__main__":
    main()
