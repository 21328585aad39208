import pytest

from services.matching.gazetteer import Gazetteer, load
from services.matching.matcher import Matcher


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load()


@pytest.fixture(scope="session")
def matcher() -> Matcher:
    """One for all tests: nothing in it changes by use."""
    return Matcher()
