"""Bringing papers in through a browser."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect


def bring(page: Page, *files: Path) -> None:
    """Choose files and wait until each of them is kept or refused."""
    page.get_by_label("Files").set_input_files(files)
    for file in files:
        expect(outcome(page, file.name)).not_to_have_text(re.compile("Waiting|Sending|Reading"))


def outcome(page: Page, name: str) -> Locator:
    """Return the words that say how far a file is."""
    return page.locator(".cv-upload__queue li", has_text=name).locator("small")
