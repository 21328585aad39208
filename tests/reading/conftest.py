"""A reader as the vault has one, and the processes that it starts."""

from collections.abc import Callable, Iterator
from contextlib import suppress

import psutil
import pytest

from services.reading.reader import Reader

Offspring = Callable[[], list[psutil.Process]]


@pytest.fixture
def reader() -> Iterator[Reader]:
    reader = Reader()
    yield reader
    reader.close()


@pytest.fixture
def offspring() -> Offspring:
    """Tell which processes this test has started, the eldest first; others have servers too."""
    others = {child.pid for child in psutil.Process().children()}

    def started() -> list[psutil.Process]:
        found = []
        for child in psutil.Process().children():
            if child.pid not in others:
                with suppress(psutil.NoSuchProcess):
                    found += [child, *child.children(recursive=True)]
        return found

    return started
