"""What every `Registry` promises, and the ways between them."""

import pytest

from services.errors import Conflict, Invalid, NotAllowed, NotFound, Unavailable
from services.identity.identity import CodeNeeded, Proof
from services.identity.local_registry import LocalRegistry
from services.identity.moving import read_everybody, take_in, write_everybody
from services.identity.passwords import Passwords
from services.identity.pool import Pool
from services.identity.pool_registry import PoolRegistry
from services.identity.registry import Registry
from services.storage.table import Table
from tests.contracts.identity.lobby import (
    ADA,
    CHEAP,
    NEW,
    PASSWORD,
    CognitoPool,
    Lobby,
    cognito_lobby,
    local_lobby,
    with_totp,
)

CHARLES = "charles@example.org"


def in_rows(table: Table) -> LocalRegistry:
    return LocalRegistry(table, Passwords(CHEAP))


def in_cloud(pool: CognitoPool, table: Table) -> PoolRegistry:
    """As the operator may use it."""
    ours = Pool(pool.client, pool.name, pool.application, pool.secret)
    return PoolRegistry(ours, table)


@pytest.fixture(params=["sqlite_table", "ministack_table"])
def table(request) -> Table:
    return request.getfixturevalue(request.param)


@pytest.fixture(params=["local", "cognito"])
def place(request, table, clock, pool) -> tuple[Lobby, Registry]:
    if request.param == "local":
        return local_lobby(table, clock), in_rows(table)
    return cognito_lobby(table, clock, pool), in_cloud(pool, table)


async def test_everybody_is_known_and_nothing_that_opens_an_account(place, clock, tmp_path):
    lobby, registry = place
    charles = await lobby.join(CHARLES, PASSWORD, "Charles")
    clock.forward(seconds=1)
    ada = await lobby.join(ADA, PASSWORD, "Ada Lovelace")
    setup = await with_totp(lobby.identity, ada, clock)
    codes = await lobby.identity.renew_recovery_codes(ada, PASSWORD)

    assert await write_everybody(registry, tmp_path / "accounts") == 2

    assert [known.person for known in read_everybody(tmp_path / "accounts")] == [charles, ada]
    assert await registry.count() == 2
    text = (tmp_path / "accounts").read_text()
    assert ADA in text
    assert [secret for secret in (PASSWORD, setup.secret, *codes, "argon2") if secret in text] == []


async def test_who_is_taken_in_twice_is_there_once_and_keeps_what_they_have(place):
    lobby, registry = place
    ada = await lobby.join(ADA, PASSWORD, "Ada Lovelace")
    everybody = await registry.every()
    assert (await take_in(registry, everybody)).told.startswith(
        "Accounts made: 0, there already: 1"
    )
    assert await lobby.identity.sign_in(ADA, PASSWORD) == Proof(ada)


async def test_a_person_is_found_by_their_address_however_it_is_written(place):
    lobby, registry = place
    ada = await lobby.join(ADA, PASSWORD, "Ada Lovelace")
    assert await registry.person(ADA.upper()) == ada
    with pytest.raises(NotFound):
        await registry.person(CHARLES)


async def test_an_address_that_somebody_else_has_is_left_to_them(place):
    lobby, registry = place
    ada = await lobby.join(ADA, PASSWORD, "Ada Lovelace")
    [known] = await registry.every()
    another = known.model_copy(update={"person": "another"})
    moved = await take_in(registry, [another])
    assert (moved.made, moved.refused) == (0, ("another",))
    assert await lobby.identity.sign_in(ADA, PASSWORD) == Proof(ada)


async def test_nobody_gets_a_second_address(place):
    lobby, registry = place
    ada = await lobby.join(ADA, PASSWORD, "Ada Lovelace")
    [known] = await registry.every()
    moved = await take_in(registry, [known.model_copy(update={"email": CHARLES})])
    assert (moved.made, moved.refused) == (0, (ada,))
    with pytest.raises(NotFound):
        await registry.person(CHARLES)
    assert await lobby.join(CHARLES, PASSWORD, "Charles") != ada


async def test_there_and_back_a_person_is_the_same_and_sets_a_new_password(table, clock, pool):
    local, cognito = local_lobby(table, clock), cognito_lobby(table, clock, pool)
    ada = await local.join(ADA, PASSWORD, "Ada Lovelace")
    await with_totp(local.identity, ada, clock)
    created = (await local.identity.account(ada)).created
    mails = len(pool.mails(ADA))

    moved = await take_in(in_cloud(pool, table), await in_rows(table).every())
    assert (moved.made, moved.factors) == (1, 1)
    assert len(pool.mails(ADA)) == mails
    with pytest.raises(NotAllowed):
        await local.identity.sign_in(ADA, PASSWORD)
    await cognito.identity.send_code(ADA)
    await cognito.identity.reset_password(ADA, pool.mailed(ADA), NEW)
    assert await cognito.identity.sign_in(ADA, NEW) == Proof(ada)
    assert (await cognito.identity.account(ada)).created == created
    codes = await cognito.identity.renew_recovery_codes(ada, NEW)

    await take_in(in_rows(table), await in_cloud(pool, table).every())
    with pytest.raises(NotAllowed):
        await local.identity.sign_in(ADA, PASSWORD)
    await local.identity.reset_password(ADA, codes[0], PASSWORD)
    assert await local.identity.sign_in(ADA, PASSWORD) == Proof(ada)
    account = await local.identity.account(ada)
    assert (account.name, account.created, account.has_totp) == ("Ada Lovelace", created, False)


async def test_recovery_codes_open_nothing_where_addresses_are_confirmed(table, clock, pool):
    local, cognito = local_lobby(table, clock), cognito_lobby(table, clock, pool)
    codes = await local.identity.renew_recovery_codes(
        await local.join(ADA, PASSWORD, "Ada Lovelace"), PASSWORD
    )
    await take_in(in_cloud(pool, table), await in_rows(table).every())
    with pytest.raises(NotAllowed):
        await cognito.identity.reset_password(ADA, codes[0], NEW)


async def test_who_was_in_the_pool_already_keeps_their_password_there(table, clock, pool):
    local, cognito = local_lobby(table, clock), cognito_lobby(table, clock, pool)
    ada = await local.join(ADA, PASSWORD, "Ada Lovelace")
    pool.add(ADA, NEW)
    await take_in(in_cloud(pool, table), await in_rows(table).every())
    assert await cognito.identity.sign_in(ADA, NEW) == Proof(ada)


async def test_who_signed_up_there_with_anothers_address_is_not_let_in(table, clock, pool):
    local, cognito = local_lobby(table, clock), cognito_lobby(table, clock, pool)
    ada = await local.join(ADA, PASSWORD, "Ada Lovelace")
    elsewhere = Pool(pool.client, pool.name, pool.application, pool.secret)
    await elsewhere.sign_up(ADA, "somebody else's words")
    await take_in(in_cloud(pool, table), await in_rows(table).every())
    with pytest.raises(NotAllowed):
        await cognito.identity.sign_in(ADA, "somebody else's words")
    await cognito.identity.send_code(ADA)
    await cognito.identity.reset_password(ADA, pool.mailed(ADA), NEW)
    assert await cognito.identity.sign_in(ADA, NEW) == Proof(ada)


async def test_roles_go_along_as_groups_and_come_back(table, clock, pool):
    local, cognito = local_lobby(table, clock), cognito_lobby(table, clock, pool)
    ada = await local.join(ADA, PASSWORD, "Ada Lovelace")
    await in_rows(table).set_admin(ADA, True)
    await take_in(in_cloud(pool, table), await in_rows(table).every())
    await cognito.identity.send_code(ADA)
    await cognito.identity.reset_password(ADA, pool.mailed(ADA), NEW)
    assert not isinstance(await cognito.identity.sign_in(ADA, NEW), CodeNeeded)
    assert (await cognito.identity.account(ada)).roles == ("admin",)
    await take_in(in_rows(table), await in_cloud(pool, table).every())
    assert (await local.identity.account(ada)).roles == ("admin",)


async def test_a_task_may_put_nobody_into_the_pool(sqlite_table, clock, task_pool):
    local = local_lobby(sqlite_table, clock)
    await local.join(ADA, PASSWORD, "Ada Lovelace")
    with pytest.raises(Unavailable):
        await take_in(in_cloud(task_pool, sqlite_table), await in_rows(sqlite_table).every())
    assert len(await in_rows(sqlite_table).every()) == 1


async def test_a_task_may_ask_how_many_people_the_pool_has(cognito, sqlite_table, task_pool):
    before = await in_cloud(task_pool, sqlite_table).count()
    await cognito.join(ADA, PASSWORD, "Ada Lovelace")
    assert await in_cloud(task_pool, sqlite_table).count() == before + 1


async def test_an_admin_is_made_and_ended_in_rows_and_said_by_the_pool(sqlite_table, clock, pool):
    lobby, registry = local_lobby(sqlite_table, clock), in_rows(sqlite_table)
    ada = await lobby.join(ADA, PASSWORD, "Ada Lovelace")
    for is_admin, roles in ((True, ("admin",)), (True, ("admin",)), (False, ())):
        await registry.set_admin(ADA, is_admin)
        assert (await lobby.identity.account(ada)).roles == roles
    with pytest.raises(NotFound):
        await registry.set_admin(CHARLES, True)
    with pytest.raises(Invalid, match="group"):
        await in_cloud(pool, sqlite_table).set_admin(ADA, True)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace(ADA, CHARLES),
        lambda text: text.replace("careervault accounts 1", "careervault accounts 9"),
        lambda text: "",
    ],
    ids=["cut", "altered", "of another time", "empty"],
)
async def test_a_damaged_file_is_refused_in_one_sentence(sqlite_table, clock, tmp_path, damage):
    await local_lobby(sqlite_table, clock).join(ADA, PASSWORD, "Ada Lovelace")
    path = tmp_path / "accounts"
    await write_everybody(in_rows(sqlite_table), path)
    with pytest.raises(Conflict, match="not written over"):
        await write_everybody(in_rows(sqlite_table), path)
    path.write_text(damage(path.read_text()))
    with pytest.raises(Invalid) as problem:
        read_everybody(path)
    assert str(problem.value).count(".") == 1
