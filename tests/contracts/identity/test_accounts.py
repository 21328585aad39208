"""What every `Identity` promises."""

from dataclasses import dataclass

import pyotp
import pytest
from argon2 import PasswordHasher

from services.clock import Clock
from services.errors import Conflict, Invalid, NotAllowed, NotFound, Unavailable
from services.identity.identity import CodeNeeded, Identity, Proof, TotpSetup
from services.identity.local import LocalIdentity
from services.identity.passwords import Passwords
from services.identity.sealing import Sealing
from services.identity.sessions import Sessions
from services.identity.tokens import Tokens
from services.storage.table import Table
from tests.doubles import HeldClock

ADA = "ada@example.org"
PASSWORD = "engines, not looms"
NEW = "looms, not engines"
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@dataclass
class Lobby:
    """An identity adapter, and what else knows who is signed in."""

    identity: Identity
    sessions: Sessions
    tokens: Tokens


def local_lobby(table: Table, clock: Clock, hasher: PasswordHasher = CHEAP) -> Lobby:
    sessions, tokens = Sessions(table, clock), Tokens(table, clock)
    sealing, passwords = Sealing("a secret of this installation"), Passwords(hasher)
    identity = LocalIdentity(table, sealing, passwords, sessions, tokens, clock)
    return Lobby(identity, sessions, tokens)


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
def local(sqlite_table, clock) -> Lobby:
    return local_lobby(sqlite_table, clock)


@pytest.fixture(params=["local"])
def lobby(request) -> Lobby:
    return request.getfixturevalue(request.param)


@pytest.fixture
def identity(lobby) -> Identity:
    return lobby.identity


@pytest.fixture
async def ada(identity) -> str:
    return await identity.sign_up(ADA, PASSWORD, "Ada Lovelace")


def code(setup: TotpSetup, clock: Clock) -> str:
    return pyotp.TOTP(setup.secret).at(clock())


async def with_totp(identity: Identity, person: str, clock: HeldClock) -> TotpSetup:
    setup = await identity.begin_totp(person, PASSWORD)
    await identity.confirm_totp(person, code(setup, clock))
    clock.forward(seconds=30)
    return setup


async def ticket(identity: Identity, password: str = PASSWORD) -> str:
    needed = await identity.sign_in(ADA, password)
    assert isinstance(needed, CodeNeeded)
    return needed.ticket


async def test_who_signed_up_can_sign_in_at_once(identity, ada):
    assert await identity.sign_in(ADA, PASSWORD) == Proof(ada)


@pytest.mark.parametrize("email", ["ADA@Example.Org", " ada@example.org "])
async def test_an_address_is_one_account_however_it_is_written(identity, ada, email):
    assert await identity.sign_in(email, PASSWORD) == Proof(ada)
    with pytest.raises(NotAllowed):
        await identity.sign_up(email, NEW, "")


async def test_a_taken_address_changes_nothing_and_is_not_confirmed(identity, ada):
    with pytest.raises(NotAllowed, match="could not be completed"):
        await identity.sign_up(ADA, NEW, "Charles")
    assert (await identity.account(ada)).name == "Ada Lovelace"
    assert await identity.sign_in(ADA, PASSWORD) == Proof(ada)


@pytest.mark.parametrize(
    ("email", "password", "name", "field"),
    [
        ("nobody", PASSWORD, "", "email"),
        (ADA, "short", "", "password"),
        (ADA, PASSWORD, "n" * 101, "name"),
        (ADA, PASSWORD, "bell\x07", "name"),
    ],
)
async def test_what_cannot_be_taken_is_named(identity, email, password, name, field):
    with pytest.raises(Invalid) as problem:
        await identity.sign_up(email, password, name)
    assert list(problem.value.fields) == [field]


async def test_a_wrong_password_and_an_unknown_address_have_one_answer(identity, ada):
    with pytest.raises(NotAllowed) as wrong:
        await identity.sign_in(ADA, "not engines")
    with pytest.raises(NotAllowed) as unknown:
        await identity.sign_in("charles@example.org", PASSWORD)
    assert str(wrong.value) == str(unknown.value)


async def test_an_account_says_what_it_is(identity, ada, clock):
    account = await identity.account(ada)
    assert (account.email, account.name, account.created) == (ADA, "Ada Lovelace", clock())
    assert (account.has_totp, account.recovery_codes) == (False, 0)


async def test_nobody_has_an_account_by_an_unknown_id(identity):
    with pytest.raises(NotFound):
        await identity.account("nobody")


async def test_a_changed_password_replaces_the_old_one(identity, ada):
    await identity.change_password(ada, PASSWORD, NEW)
    assert await identity.sign_in(ADA, NEW) == Proof(ada)
    with pytest.raises(NotAllowed):
        await identity.sign_in(ADA, PASSWORD)


async def test_a_change_of_password_needs_the_present_one(identity, ada):
    with pytest.raises(NotAllowed):
        await identity.change_password(ada, "not engines", NEW)
    assert await identity.sign_in(ADA, PASSWORD) == Proof(ada)


async def test_a_change_of_password_ends_the_other_sign_ins(lobby, ada):
    here, there = [await lobby.sessions.open(ada) for _ in range(2)]
    token = await lobby.tokens.make_for_sign_in(ada)
    kept = await lobby.sessions.find(here)
    await lobby.identity.change_password(ada, PASSWORD, NEW, keep=kept.handle)
    assert await lobby.sessions.find(here)
    assert await lobby.sessions.find(there) is None
    assert await lobby.tokens.find(token) is None


async def test_an_offered_second_factor_asks_nothing_before_it_is_confirmed(identity, ada):
    await identity.begin_totp(ada, PASSWORD)
    assert await identity.sign_in(ADA, PASSWORD) == Proof(ada)


async def test_a_wrong_code_does_not_turn_the_second_factor_on(identity, ada):
    await identity.begin_totp(ada, PASSWORD)
    with pytest.raises(NotAllowed):
        await identity.confirm_totp(ada, "no code")
    assert not (await identity.account(ada)).has_totp


async def test_a_second_factor_that_was_never_offered_cannot_be_confirmed(identity, ada):
    with pytest.raises(NotFound):
        await identity.confirm_totp(ada, "123456")


async def test_with_a_second_factor_the_password_alone_proves_nothing(identity, ada, clock):
    setup = await with_totp(identity, ada, clock)
    opened = await ticket(identity)
    assert await identity.give_code(opened, code(setup, clock)) == Proof(ada)


async def test_a_ticket_is_good_for_one_sign_in(identity, ada, clock):
    setup = await with_totp(identity, ada, clock)
    opened = await ticket(identity)
    await identity.give_code(opened, code(setup, clock))
    clock.forward(seconds=30)
    with pytest.raises(NotFound):
        await identity.give_code(opened, code(setup, clock))


async def test_a_ticket_nobody_was_given_is_not_found(identity):
    with pytest.raises(NotFound):
        await identity.give_code("made up", "123456")


async def test_a_second_factor_cannot_be_replaced_while_it_is_on(identity, ada, clock):
    await with_totp(identity, ada, clock)
    with pytest.raises(Conflict):
        await identity.begin_totp(ada, PASSWORD)


@pytest.mark.parametrize("change", ["begin_totp", "remove_totp", "renew_recovery_codes"])
async def test_what_guards_the_account_changes_only_by_the_password(identity, ada, change):
    with pytest.raises(NotAllowed):
        await getattr(identity, change)(ada, "not engines")


async def test_a_removed_second_factor_asks_nothing(identity, ada, clock):
    await with_totp(identity, ada, clock)
    await identity.remove_totp(ada, PASSWORD)
    assert await identity.sign_in(ADA, PASSWORD) == Proof(ada)


async def test_each_recovery_code_stands_in_for_one_code(identity, ada, clock):
    await with_totp(identity, ada, clock)
    codes = await identity.renew_recovery_codes(ada, PASSWORD)
    assert len(set(codes)) == 10
    assert await identity.give_code(await ticket(identity), codes[0]) == Proof(ada)
    with pytest.raises(NotAllowed):
        await identity.give_code(await ticket(identity), codes[0])
    assert (await identity.account(ada)).recovery_codes == 9


async def test_a_recovery_code_may_be_typed_in_any_way(identity, ada, clock):
    await with_totp(identity, ada, clock)
    codes = await identity.renew_recovery_codes(ada, PASSWORD)
    typed = codes[0].upper().replace("-", " ").replace("0", "O").replace("1", "I")
    assert await identity.give_code(await ticket(identity), typed) == Proof(ada)


async def test_new_recovery_codes_end_the_old_ones(identity, ada):
    old = await identity.renew_recovery_codes(ada, PASSWORD)
    await identity.renew_recovery_codes(ada, PASSWORD)
    with pytest.raises(NotAllowed):
        await identity.reset_password(ADA, old[0], NEW)


async def test_a_recovery_code_sets_a_forgotten_password_once(identity, ada):
    codes = await identity.renew_recovery_codes(ada, PASSWORD)
    await identity.reset_password(ADA, codes[0], NEW)
    assert await identity.sign_in(ADA, NEW) == Proof(ada)
    with pytest.raises(NotAllowed):
        await identity.reset_password(ADA, codes[0], "yet another one")


async def test_a_reset_ends_every_sign_in(lobby, ada):
    session = await lobby.sessions.open(ada)
    token = await lobby.tokens.make_for_sign_in(ada)
    codes = await lobby.identity.renew_recovery_codes(ada, PASSWORD)
    await lobby.identity.reset_password(ADA, codes[0], NEW)
    assert await lobby.sessions.find(session) is None
    assert await lobby.tokens.find(token) is None


async def test_a_reset_does_not_go_round_the_second_factor(identity, ada, clock):
    setup = await with_totp(identity, ada, clock)
    codes = await identity.renew_recovery_codes(ada, PASSWORD)
    await identity.reset_password(ADA, codes[0], NEW)
    opened = await ticket(identity, NEW)
    with pytest.raises(NotAllowed):
        await identity.give_code(opened, codes[1])
    assert await identity.give_code(opened, code(setup, clock)) == Proof(ada)


async def test_a_reset_tells_nobody_who_has_an_account(identity, ada):
    with pytest.raises(NotAllowed) as wrong:
        await identity.reset_password(ADA, "no code", NEW)
    with pytest.raises(NotAllowed) as unknown:
        await identity.reset_password("charles@example.org", "no code", NEW)
    assert str(wrong.value) == str(unknown.value)


async def test_a_backend_that_is_down_is_unavailable(closed_sqlite_table, clock):
    identity = local_lobby(closed_sqlite_table, clock).identity
    with pytest.raises(Unavailable):
        await identity.sign_in(ADA, PASSWORD)
