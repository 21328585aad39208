"""A key of one's own: sealed, never shown, and it pays for its person alone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from services.errors import Invalid, Unavailable
from services.identity.sealing import Sealing
from services.jobs.book import partition
from services.language.fake.gemini import KEY, FakeGemini
from services.language.gemini import GeminiModel
from services.language.keys import Keys
from services.language.models import Models
from services.language.paid import Paid
from services.language.silent import NoModel
from services.language.spending import Spending
from services.storage.sqlite import SqliteTable
from tests.doubles import HeldClock
from tests.language.conftest import ADVICE, NAMES
from tests.language.reading import read

OWN = "AIzaSy-a-key-of-her-own-1234"


@pytest.fixture
async def table(tmp_path: Path) -> AsyncIterator[SqliteTable]:
    table = SqliteTable(tmp_path / "careervault.db", HeldClock())
    yield table
    table.close()


@pytest.fixture
def keys(table: SqliteTable) -> Keys:
    return Keys(table, Sealing("secret"))


async def test_a_key_is_kept_sealed_and_known_by_its_ending(keys: Keys, table: SqliteTable):
    await keys.give("ada", f" {OWN}\n")

    assert await keys.open("ada") == OWN
    assert await keys.ending("ada") == "1234"
    row = await table.get(partition("ada"), "key#language")
    assert row
    assert OWN not in str(row.body)


async def test_a_stolen_database_does_not_give_it_away(keys: Keys, table: SqliteTable):
    await keys.give("ada", OWN)
    with pytest.raises(Unavailable):
        await Keys(table, Sealing("another secret")).open("ada")


async def test_the_last_key_stands_and_can_be_taken_back(keys: Keys):
    await keys.give("ada", OWN)
    await keys.give("ada", f"{OWN}5678")
    assert await keys.ending("ada") == "5678"

    await keys.take_back("ada")
    await keys.take_back("ada")
    assert (await keys.open("ada"), await keys.ending("ada")) == ("", "")


@pytest.mark.parametrize("key", ["", "short", "a key with blanks in between it", "x" * 300])
async def test_what_cannot_be_a_key_is_refused(keys: Keys, key: str):
    with pytest.raises(Invalid) as refused:
        await keys.give("ada", key)
    assert list(refused.value.fields) == ["key"]


async def test_it_opens_a_model_for_its_person_alone(keys: Keys):
    opened: list[str] = []

    def open_with(key: str) -> NoModel:
        opened.append(key)
        return NoModel()

    instance = NoModel()
    models = Models(instance, keys, open_with)
    await keys.give("ada", OWN)
    first, again, other = [await models.of(owner) for owner in ("ada", "ada", "charles")]

    assert opened == [OWN]
    assert first is not again
    assert first.model is again.model is not instance
    assert (first.is_own, other) == (True, (instance, False))


async def test_an_instance_that_takes_no_keys_asks_for_none(keys: Keys):
    await keys.give("ada", OWN)
    models = Models(NoModel())

    assert not models.takes_keys
    assert not (await models.of("ada")).is_own
    assert "add one of your own" in await models.missing("ada")


async def test_ones_own_money_is_not_the_instances(table: SqliteTable, url: str, fake: FakeGemini):
    model = GeminiModel(KEY, NAMES, base_url=url)
    spending = Spending(table, HeldClock(), daily_cap=10**6, monthly_cap=1)
    models = Models(NoModel(), Keys(table, Sealing("secret")), lambda _: model)
    await Keys(table, Sealing("secret")).give("ada", OWN)
    paid = Paid(await models.of("ada"), spending, "ada", "assistant")

    text = "".join([piece async for piece in paid.stream(ADVICE) if isinstance(piece, str)])
    await model.close()

    assert text
    assert paid.cost == (await spending.today("ada")).spent > 0
    assert (await spending.this_month()).spent == 0
    assert (await spending.calls("ada"))[0].purpose == "assistant"


async def test_a_refused_key_says_where_it_stands(url: str, fake: FakeGemini):
    model = GeminiModel("wrong-key", NAMES, base_url=url, key_place="your key, under Account")
    answer = await read(model, ADVICE)
    await model.close()

    assert "Please check your key, under Account" in str(answer.problem)
