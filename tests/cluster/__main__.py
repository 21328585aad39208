"""Puts several tasks behind a load balancer, and takes them away in use: `make cluster-test`."""

import os
import time

from playwright.sync_api import sync_playwright

from tests.cluster.checks import CHECKS
from tests.cluster.cluster import cluster
from tests.cluster.visitor import arrive
from tests.journeys.conftest import ARGUMENTS, LAPTOP, open_page


def main() -> None:
    """Try every promise; end with 1 at the first that is broken."""
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with cluster() as running, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        # What the browser says of a task that has gone is no complaint about ours.
        ada = arrive(running, open_page(browser, [], LAPTOP))
        for promise in CHECKS:
            name, start = promise.__name__.replace("_", " "), time.monotonic()
            try:
                detail = promise(ada)
            except AssertionError as problem:
                raise SystemExit(f"BROKEN  {name}: {problem}") from None
            seconds = time.monotonic() - start
            print(f"held    {name}: {detail} ({seconds:.0f} s)", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
