"""A second factor by text message: set up, asked for, refused, limited and turned off."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from services.errors import Conflict, Invalid, NotAllowed, NotFound, TooMany
from services.identity.identity import CodeNeeded, Identity, Proof
from services.identity.pool import Pool
from services.identity.reception import Reception
from services.identity.sealing import Sealing
from services.identity.texting import TEXTS_A_DAY, Texting, checked_number
from services.identity.verifier import Verifier, fetching
from tests.aws import aws_client
from tests.contracts.identity.lobby import (
    ADA,
    NEW,
    PASSWORD,
    SECRET,
    CognitoPool,
    Lobby,
    cognito_lobby,
    with_totp,
    wrong,
)
from tests.contracts.identity.phones import Phones, let_text, open_phones

NUMBER = "+44 7700 900123"
PLAIN = "+447700900123"


@dataclass
class House:
    """People of a pool that texts, and what it texted."""

    lobby: Lobby
    texting: Texting
    phones: Phones

    @property
    def identity(self) -> Identity:
        """Who knows the people."""
        return self.lobby.identity

    @property
    def texted(self) -> str:
        """Return the code of the last text to Ada."""
        return self.phones.texts[PLAIN][-1]

    async def turn_on(self, ada: str) -> tuple[str, ...]:
        await self.texting.begin(ada, PASSWORD, NUMBER)
        return await self.texting.confirm(ada, self.texted)

    async def ticket(self, password: str = PASSWORD) -> str:
        needed = await self.identity.sign_in(ADA, password)
        assert isinstance(needed, CodeNeeded)
        assert needed.by_text
        return needed.ticket


@pytest.fixture
def house(sqlite_table, clock, pool) -> Iterator[House]:
    let_text(pool)
    with open_phones(pool) as (phones, address):
        ours = replace(pool, client=aws_client("cognito-idp", address))
        yield House(
            cognito_lobby(sqlite_table, clock, ours), texting(sqlite_table, clock, ours), phones
        )
    let_text(pool, is_on=False)


def texting(table, clock, ours: CognitoPool) -> Texting:
    issuer = f"https://cognito-idp.us-east-2.amazonaws.com/{ours.name}"
    keys = fetching(f"{ours.address}/{ours.name}/.well-known/jwks.json")
    pool = Pool(ours.client, ours.name, ours.application, ours.secret)
    verifier = Verifier(issuer, ours.application, keys, clock)
    reception = Reception(pool, verifier, table, clock)
    return Texting(pool, reception, table, Sealing(SECRET), clock)


@pytest.fixture
async def ada(house) -> str:
    return await house.lobby.join(ADA, PASSWORD, "Ada Lovelace")


async def test_it_is_offered_where_the_pool_texts_and_a_task_may_ask(
    sqlite_table, clock, task_pool, pool
):
    asked = texting(sqlite_table, clock, task_pool)
    assert not await asked.is_offered()
    let_text(pool)
    assert not await asked.is_offered()
    clock.forward(minutes=11)
    assert await asked.is_offered()
    let_text(pool, is_on=False)


async def test_where_nothing_is_texted_nobody_can_ask_for_it(
    cognito, sqlite_table, clock, task_pool
):
    ada = await cognito.join(ADA, PASSWORD, "Ada Lovelace")
    with pytest.raises(NotFound):
        await texting(sqlite_table, clock, task_pool).begin(ada, PASSWORD, NUMBER)


async def test_an_offered_number_asks_nothing_before_it_is_confirmed(house, ada):
    await house.texting.begin(ada, PASSWORD, NUMBER)
    with pytest.raises(NotAllowed):
        await house.texting.confirm(ada, wrong(house.texted))
    assert await house.identity.sign_in(ADA, PASSWORD) == Proof(ada)
    assert (await house.identity.account(ada)).texts_to == ""


@pytest.mark.parametrize("tells_subject", [True, False])
async def test_with_texts_the_password_alone_proves_nothing(house, ada, tells_subject):
    house.phones.tells_subject = tells_subject
    codes = await house.turn_on(ada)
    assert len(codes) == 10
    account = await house.identity.account(ada)
    assert (account.texts_to, account.has_totp) == ("23", False)
    opened = await house.ticket()
    with pytest.raises(NotAllowed):
        await house.identity.give_code(opened, wrong(house.texted))
    assert await house.identity.give_code(opened, house.texted) == Proof(ada)
    assert (await house.identity.account(ada)).texts_to == "23"
    with pytest.raises(NotFound):
        await house.identity.give_code(opened, house.texted)


async def test_a_code_that_was_texted_for_one_sign_in_does_not_complete_another(house, ada):
    await house.turn_on(ada)
    first = await house.ticket()
    old = house.texted
    second = await house.ticket()
    with pytest.raises(NotAllowed):
        await house.identity.give_code(second, old)
    assert await house.identity.give_code(first, old) == Proof(ada)


async def test_a_recovery_code_stands_in_for_a_text(house, ada):
    codes = await house.turn_on(ada)
    assert await house.identity.give_code(await house.ticket(), codes[0]) == Proof(ada)


async def test_a_reset_does_not_go_round_the_texts(house, ada):
    codes = await house.turn_on(ada)
    await house.identity.reset_password(ADA, codes[0], NEW)
    opened = await house.ticket(NEW)
    with pytest.raises(NotAllowed, match="no recovery code"):
        await house.identity.give_code(opened, codes[1])
    assert await house.identity.give_code(opened, house.texted) == Proof(ada)


async def test_texts_can_be_turned_off_by_the_password(house, ada):
    await house.turn_on(ada)
    with pytest.raises(NotAllowed):
        await house.identity.remove_totp(ada, "not engines")
    await house.identity.remove_totp(ada, PASSWORD)
    assert await house.identity.sign_in(ADA, PASSWORD) == Proof(ada)
    assert (await house.identity.account(ada)).texts_to == ""


async def test_one_second_factor_at_a_time(house, ada, clock):
    await with_totp(house.identity, ada, clock)
    with pytest.raises(Conflict):
        await house.texting.begin(ada, PASSWORD, NUMBER)
    assert house.phones.texts == {}


async def test_a_wrong_password_texts_nothing(house, ada):
    with pytest.raises(NotAllowed):
        await house.texting.begin(ada, "not engines", NUMBER)
    assert house.phones.texts == {}


async def test_texts_are_limited_since_each_costs(house, ada):
    for _ in range(TEXTS_A_DAY):
        await house.texting.begin(ada, PASSWORD, NUMBER)
    with pytest.raises(TooMany):
        await house.texting.begin(ada, PASSWORD, NUMBER)
    assert len(house.phones.texts[PLAIN]) == TEXTS_A_DAY


async def test_signing_in_texts_only_so_often(house, ada):
    await house.turn_on(ada)
    before = len(house.phones.texts[PLAIN])
    await house.identity.prove(ada, PASSWORD)
    for _ in range(9):
        await house.ticket()
    for attempt in (house.identity.sign_in(ADA, PASSWORD), house.identity.prove(ada, PASSWORD)):
        with pytest.raises(TooMany):
            await attempt
    assert len(house.phones.texts[PLAIN]) == before + 10


@pytest.mark.parametrize("text", ["", "7700 900123", "+0 123 456 78", "+44 seven", "+" + "1" * 16])
def test_what_is_no_number_is_said(text):
    with pytest.raises(Invalid) as problem:
        checked_number(text)
    assert list(problem.value.fields) == ["number"]
