import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from services.errors import NotAllowed
from services.language.consent import WORDING, Consents
from services.storage.sqlite import SqliteTable
from tests.doubles import HeldClock


@pytest.fixture
async def table(tmp_path: Path) -> AsyncIterator[SqliteTable]:
    table = SqliteTable(tmp_path / "careervault.db")
    yield table
    table.close()


@pytest.fixture
def consents(table: SqliteTable) -> Consents:
    return Consents(table, HeldClock())


async def test_nobody_has_agreed_before_they_did(consents: Consents):
    assert await consents.given("ada") is None
    with pytest.raises(NotAllowed, match="Google"):
        await consents.require("ada")


async def test_an_agreement_says_to_what_to_whom_and_when(consents: Consents):
    consent = await consents.agree("ada")

    assert await consents.require("ada") == consent
    assert (consent.version, consent.recipient) == (WORDING.version, "Google (Gemini API)")
    assert consent.agreed == HeldClock()()
    assert await consents.given("charles") is None


async def test_an_agreement_can_be_taken_back_and_given_again(consents: Consents):
    await consents.agree("ada")
    await consents.revoke("ada")
    await consents.revoke("ada")
    assert await consents.given("ada") is None
    assert await consents.agree("ada") == await consents.given("ada")


async def test_agreeing_twice_keeps_the_first_day(table: SqliteTable, consents: Consents):
    first = await consents.agree("ada")
    later = HeldClock()
    later.forward(days=3)
    assert await Consents(table, later).agree("ada") == first


async def test_another_wording_asks_everyone_anew(table: SqliteTable, consents: Consents):
    await consents.agree("ada")
    changed = Consents(table, HeldClock(), WORDING._replace(version="2027-01"))

    assert await changed.given("ada") is None
    assert (await changed.agree("ada")).version == "2027-01"


async def test_two_tabs_may_agree_and_revoke_at_once(consents: Consents):
    first, second = await asyncio.gather(consents.agree("ada"), consents.agree("ada"))
    assert first == second
    await asyncio.gather(consents.revoke("ada"), consents.revoke("ada"))
    assert await consents.given("ada") is None
