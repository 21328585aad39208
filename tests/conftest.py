"""What every kind of test may use."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from services.language.fake.gemini import KEY, FakeGemini
from services.language.fake.scenario import Script
from services.language.fake.serving import serve
from tests.aws import Account, deploy
from tests.ministack import ministack
from tests.server import Server

# How long an example takes says how busy the machine is.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real server, shared by all tests of a run; each makes people of its own."""
    server = Server(tmp_path_factory.mktemp("server"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def aws_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """AWS on this machine, shared by all tests of a run."""
    with ministack(tmp_path_factory.mktemp("ministack")) as address:
        yield address


@pytest.fixture(scope="session")
def account(aws_address: str) -> Account:
    """An account in which CareerVault's templates were deployed."""
    return deploy(aws_address)


@pytest.fixture(scope="session")
def served() -> Iterator[tuple[FakeGemini, str]]:
    """Our own Gemini on a socket of its own, and its address."""
    fake = FakeGemini()
    with serve(fake) as url:
        yield fake, url


@pytest.fixture
def fake(served: tuple[FakeGemini, str]) -> FakeGemini:
    """Our own Gemini as if nobody had asked it anything yet."""
    fake, _ = served
    fake.script = Script()
    fake.requests.clear()
    fake.abandoned.clear()
    return fake


@pytest.fixture(scope="module")
def gemini() -> Iterator[FakeGemini]:
    """Our own Gemini, in this process so that it can be told what to do."""
    gemini = FakeGemini(pace=0.01, retry_after=2)
    with serve(gemini) as address, pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOOGLE_GEMINI_BASE_URL", address)
        yield gemini


@pytest.fixture(scope="module")
def house(gemini: FakeGemini, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose model answers, with a key that it takes."""
    house = Server(tmp_path_factory.mktemp("house"), gemini_api_key=KEY)
    house.start()
    yield house
    house.stop()
