"""What is special to accounts in our own table: limits held to the second, rows worth nothing."""

import asyncio
from dataclasses import replace

import pyotp
import pytest
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from hypothesis import given
from hypothesis import strategies as st

from services.errors import NotAllowed, NotFound, TooMany
from services.identity.email import account_key
from services.identity.identity import Proof
from services.identity.local import LocalIdentity
from services.identity.totp import matching_step
from services.storage.sqlite import SqliteTable
from services.storage.table import Put
from tests.contracts.identity.lobby import (
    ADA,
    NEW,
    PASSWORD,
    Lobby,
    code,
    local_lobby,
    ticket,
    with_totp,
)
from tests.doubles import HeldClock


class CountingHasher(PasswordHasher):
    """The real hasher, made cheap, that counts its work."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.work = 0

    def hash(self, *arguments, **named):
        self.work += 1
        return super().hash(*arguments, **named)

    def verify(self, *arguments, **named):
        try:
            right = super().verify(*arguments, **named)
        except VerifyMismatchError:
            self.work += 1
            raise
        self.work += 1
        return right


@pytest.fixture
def hasher() -> CountingHasher:
    return CountingHasher()


@pytest.fixture
def table(tmp_path, clock):
    table = SqliteTable(tmp_path / "rows.db", clock)
    yield table
    table.close()


@pytest.fixture
def lobby(table, clock, hasher) -> Lobby:
    return local_lobby(table, clock, hasher)


@pytest.fixture
def identity(lobby) -> LocalIdentity:
    return lobby.identity


@pytest.fixture
async def ada(identity) -> str:
    return await identity.sign_up(ADA, PASSWORD, "Ada Lovelace")


async def outcome(attempt):
    """Return what an attempt came to: its error's class and words, or its answer."""
    try:
        return await attempt
    except Exception as error:
        return type(error), str(error)


@pytest.mark.parametrize(
    "attempt",
    [
        lambda identity, email: identity.sign_in(email, "not engines"),
        lambda identity, email: identity.reset_password(email, "no code", NEW),
    ],
    ids=["sign-in", "reset"],
)
async def test_known_and_unknown_addresses_get_the_same_work(identity, ada, hasher, attempt):
    counts = []
    for email in (ADA, "charles@example.org", "no address at all"):
        before = hasher.work
        answer = await outcome(attempt(identity, email))
        counts.append((hasher.work - before, answer))
    assert counts[0] == counts[1] == counts[2]
    assert counts[0][0] == 1


async def test_signing_up_is_the_same_work_for_a_taken_address(identity, ada, hasher):
    before = hasher.work
    await outcome(identity.sign_up(ADA, NEW, ""))
    taken = hasher.work - before
    await identity.sign_up("charles@example.org", NEW, "")
    assert taken == hasher.work - before - taken == 1


async def test_of_twenty_sign_ups_for_one_address_one_makes_an_account(identity):
    attempts = [outcome(identity.sign_up(ADA, f"{PASSWORD} {number}", "")) for number in range(20)]
    outcomes = await asyncio.gather(*attempts)
    assert sum(isinstance(answer, str) for answer in outcomes) == 1


async def test_older_hashes_are_renewed_at_the_next_sign_in(table, clock, ada):
    later = local_lobby(table, clock, PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))
    assert await later.identity.sign_in(ADA, PASSWORD) == Proof(ada)
    row = await table.get(f"account#{account_key(ADA)}", "account")
    assert "t=2" in row.body["password"]
    assert await later.identity.sign_in(ADA, PASSWORD) == Proof(ada)


@pytest.mark.parametrize("late", [-30, 0, 30])
async def test_a_code_may_be_one_step_early_or_late(identity, ada, clock, late):
    setup = await with_totp(identity, ada, clock)
    clock.forward(minutes=1)
    opened, typed = await ticket(identity), code(setup, clock)
    clock.forward(seconds=late)
    assert await identity.give_code(opened, typed) == Proof(ada)


@pytest.mark.parametrize("late", [-60, 60])
async def test_a_code_two_steps_away_is_refused(identity, ada, clock, late):
    setup = await with_totp(identity, ada, clock)
    clock.forward(minutes=2)
    opened, typed = await ticket(identity), code(setup, clock)
    clock.forward(seconds=late)
    with pytest.raises(NotAllowed):
        await identity.give_code(opened, typed)


async def test_each_code_is_good_once_and_so_are_those_before_it(identity, ada, clock):
    setup = await with_totp(identity, ada, clock)
    earlier = code(setup, clock)
    clock.forward(seconds=30)
    used = code(setup, clock)
    await identity.give_code(await ticket(identity), used)
    for typed in (used, earlier):
        with pytest.raises(NotAllowed):
            await identity.give_code(await ticket(identity), typed)


async def test_of_two_browsers_giving_one_code_at_once_one_gets_in(identity, ada, clock):
    setup = await with_totp(identity, ada, clock)
    tickets = [await ticket(identity) for _ in range(4)]
    typed = code(setup, clock)
    outcomes = await asyncio.gather(
        *[outcome(identity.give_code(opened, typed)) for opened in tickets]
    )
    assert outcomes.count(Proof(ada)) == 1


async def test_a_ticket_takes_five_tries(identity, ada, clock):
    setup = await with_totp(identity, ada, clock)
    opened = await ticket(identity)
    for _ in range(5):
        with pytest.raises(NotAllowed):
            await identity.give_code(opened, "no code")
    with pytest.raises(NotFound):
        await identity.give_code(opened, code(setup, clock))


async def test_tries_at_once_are_counted_one_by_one(identity, ada, clock):
    await with_totp(identity, ada, clock)
    opened = await ticket(identity)
    tries = [outcome(identity.give_code(opened, "no code")) for _ in range(30)]
    outcomes = [kind for kind, _ in await asyncio.gather(*tries)]
    assert outcomes.count(NotAllowed) == 5
    assert outcomes.count(NotFound) == 25


async def test_a_ticket_ends_after_five_minutes(identity, ada, clock):
    setup = await with_totp(identity, ada, clock)
    first, second = await ticket(identity), await ticket(identity)
    clock.forward(minutes=4, seconds=59)
    assert await identity.give_code(first, code(setup, clock)) == Proof(ada)
    clock.forward(seconds=1)
    with pytest.raises(NotFound):
        await identity.give_code(second, code(setup, clock))


async def test_a_ticket_ends_with_the_password_it_was_given_for(identity, ada, clock):
    setup = await with_totp(identity, ada, clock)
    opened = await ticket(identity)
    await identity.change_password(ada, PASSWORD, NEW)
    with pytest.raises(NotFound):
        await identity.give_code(opened, code(setup, clock))


async def test_fresh_tickets_do_not_buy_more_than_twenty_wrong_codes_a_day(identity, ada, clock):
    setup = await with_totp(identity, ada, clock)
    wrong = f"{(int(code(setup, clock)) + 1) % 1_000_000:06}"
    outcomes = [
        (await outcome(identity.give_code(await ticket(identity), wrong)))[0] for _ in range(25)
    ]
    assert outcomes == [NotAllowed] * 20 + [TooMany] * 5
    clock.forward(days=1)
    assert await identity.give_code(await ticket(identity), code(setup, clock)) == Proof(ada)


async def test_a_locked_authenticator_still_leaves_the_recovery_codes(identity, ada, clock):
    await with_totp(identity, ada, clock)
    codes = await identity.renew_recovery_codes(ada, PASSWORD)
    for _ in range(21):
        await outcome(identity.give_code(await ticket(identity), "000000"))
    assert await identity.give_code(await ticket(identity), codes[0]) == Proof(ada)


async def test_an_operator_sets_a_password_and_ends_what_was_open(lobby, ada):
    session = await lobby.sessions.open(ada)
    password = await lobby.identity.set_password_by_operator(ADA)
    assert await lobby.identity.sign_in(ADA, password) == Proof(ada)
    assert await lobby.sessions.find(session) is None
    with pytest.raises(NotAllowed):
        await lobby.identity.sign_in(ADA, PASSWORD)


async def test_an_operator_leaves_the_second_factor_and_its_recovery_codes(identity, ada, clock):
    await with_totp(identity, ada, clock)
    codes = await identity.renew_recovery_codes(ada, PASSWORD)
    await identity.reset_password(ADA, codes[0], NEW)
    password = await identity.set_password_by_operator(ADA)
    assert await identity.give_code(await ticket(identity, password), codes[1]) == Proof(ada)


async def test_an_operator_hears_that_nobody_has_the_address(identity):
    with pytest.raises(NotFound, match="No account"):
        await identity.set_password_by_operator("charles@example.org")


async def test_what_other_subjects_add_to_the_profile_does_no_harm(identity, table, ada):
    row = await table.get(f"person#{ada}", "profile")
    await table.commit(Put(replace(row, body={**row.body, "views": ["waiting"]})))
    assert (await identity.account(ada)).email == ADA


async def test_the_rows_hold_nothing_that_lets_anybody_in(lobby, ada, clock, tmp_path):
    setup = await with_totp(lobby.identity, ada, clock)
    secrets = [PASSWORD, setup.secret, pyotp.TOTP(setup.secret).at(clock())]
    secrets += await lobby.identity.renew_recovery_codes(ada, PASSWORD)
    secrets += [await ticket(lobby.identity), await lobby.sessions.open(ada)]
    secrets += [await lobby.tokens.make_for_sign_in(ada)]
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"account#" in stored
    assert [secret for secret in secrets if secret.encode() in stored] == []


@given(st.text(max_size=12), st.integers(min_value=0, max_value=2**40))
def test_no_text_that_is_not_a_code_is_taken_for_one(text, used):
    assert matching_step("A" * 32, "x" + text, HeldClock()(), used) is None
