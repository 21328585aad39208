"""A reader as the vault has one."""

from collections.abc import Iterator

import pytest

from services.reading.reader import Reader


@pytest.fixture
def reader() -> Iterator[Reader]:
    reader = Reader()
    yield reader
    reader.close()
