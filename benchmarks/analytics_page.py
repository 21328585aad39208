"""How fast the analytics are in a cold browser: `python -m benchmarks.analytics_page`.

In turn with NiceGUI's hello world and with Plotly's own load, so that all are measured in the
same weather. Usable means connected and with its first picture drawn.
"""

import os
import time
from contextlib import ExitStack
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.dashboard import CONNECTED, HELLO, Site, dashboard, hello_world, visitor

JOBS = 10_000
ROUNDS = 7
NUMBERS = ".cv-glance"
PICTURE = ".js-plotly-plot .main-svg"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
)

LOAD_PLOTLY = """async () => {
  const start = performance.now();
  await import("nicegui-plotly");
  return performance.now() - start;
}"""

REDRAW = """async (period) => {
  let last = 0;
  const watch = new MutationObserver(() => (last = performance.now()));
  const all = { subtree: true, childList: true, attributes: true };
  for (const each of document.querySelectorAll(".js-plotly-plot")) watch.observe(each, all);
  const start = performance.now();
  document.querySelector(`input[name=period][value="${period}"]`).click();
  while (!last || performance.now() - last < 250) await new Promise((done) => setTimeout(done, 25));
  return last - start;
}"""
"""Until nothing has moved in the pictures in sight for a quarter of a second."""


def main() -> None:
    with ExitStack() as stack:
        hello = stack.enter_context(hello_world())
        ours = stack.enter_context(dashboard(JOBS))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=ARGUMENTS
        )
        floor, numbers, pictures, plotly, redraw = [], [], [], [], []
        for turn in range(ROUNDS + 1):
            cold = open_cold(browser, hello, hello.url, hello.sign)[0]
            shown, drawn, again = open_analytics(browser, ours)
            alone = load_plotly(browser, ours)
            if turn:
                floor.append(cold)
                numbers.append(shown)
                pictures.append(drawn)
                plotly.append(alone)
                redraw.append(again)
        report(*map(median, (floor, numbers, pictures, plotly, redraw)))


def report(hello: float, numbers: float, picture: float, plotly: float, redraw: float) -> None:
    """Print the medians, in milliseconds, beside their budgets."""
    ratio = (picture - plotly) / hello
    print(f"{HELLO:34}{hello:8.0f} ms")
    print(f"{'numbers of 10,000 jobs shown':34}{numbers:8.0f} ms{numbers / hello:8.2f} x hello")
    print(f"{'first picture drawn':34}{picture:8.0f} ms{picture / hello:8.2f} x hello")
    print(f"{'Plotly, loaded alone':34}{plotly:8.0f} ms")
    print(f"{'first picture, less Plotly':34}{picture - plotly:8.0f} ms{ratio:8.2f} x hello (1.5)")
    print(f"{'another period redrawn':34}{redraw:8.0f} ms (300)")


def open_cold(browser: Browser, site: Site, url: str, *signs: str) -> list[float]:
    """Open a page in a browser that has never been there; return when each sign was there."""
    context = visitor(browser, site)
    times = open_page(context.new_page(), url, *signs)
    context.close()
    return times


def open_page(page: Page, url: str, *signs: str) -> list[float]:
    start = time.perf_counter()
    page.goto(url, wait_until="commit")
    times = []
    for sign in signs:
        page.wait_for_selector(sign)
        page.wait_for_function(CONNECTED)
        times.append((time.perf_counter() - start) * 1000)
    return times


def open_analytics(browser: Browser, site: Site) -> tuple[float, float, float]:
    """Return when the numbers were there, when a picture was, and what another period takes."""
    context = visitor(browser, site)
    page = context.new_page()
    shown, drawn = open_page(page, f"{site.url}analytics", NUMBERS, PICTURE)
    page.wait_for_timeout(500)
    redraw = page.evaluate(REDRAW, "30d")
    context.close()
    return shown, drawn, redraw


def load_plotly(browser: Browser, site: Site) -> float:
    """Return what Plotly itself takes in a browser that has not seen it, on another page."""
    context = visitor(browser, site)
    page = context.new_page()
    open_page(page, f"{site.url}trash", ".cv-rail")
    milliseconds: float = page.evaluate(LOAD_PLOTLY)
    context.close()
    return milliseconds


if __name__ == "__main__":
    main()
