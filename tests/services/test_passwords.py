"""Passwords: which are taken, and how they are kept."""

import asyncio
import threading

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.low_level import Type
from hypothesis import given, settings
from hypothesis import strategies as st

from services.errors import Invalid
from services.identity.passwords import Passwords, common_passwords

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def passwords() -> Passwords:
    return Passwords(CHEAP)


class CrowdedHasher(PasswordHasher):
    """The real hasher, made cheap, that notes how many use it at the same time."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=1024, parallelism=1)
        self.inside = self.most = 0
        self.lock = threading.Lock()

    def hash(self, *arguments, **named):
        with self.lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
        kept = super().hash(*arguments, **named)
        with self.lock:
            self.inside -= 1
        return kept


async def test_hashing_costs_a_thief_what_owasp_asks_for_or_more():
    used = extract_parameters(await Passwords().hash("engines, not looms"))
    assert used.type is Type.ID
    assert used.memory_cost >= 19 * 1024
    assert used.time_cost >= 2


@pytest.mark.parametrize(
    "password",
    [
        "an8chars",
        "ünïcødé pässwörd",
        "🐈‍⬛🐈‍⬛🐈‍⬛",
        "  spaces at both ends  ",
        "all lower case letters",
        "x" * 1_000,
        "nul\x00inside it",
    ],
    ids=["8", "accents", "emoji", "spaces", "one kind", "1,000", "nul"],
)
async def test_a_password_is_taken_as_it_was_typed(passwords, password):
    passwords.check(password)
    kept = await passwords.hash(password)
    assert await passwords.match(kept, password)
    for other in (password.strip() + " ", password[:-1], password.swapcase() + "x"):
        assert not await passwords.match(kept, other)


@pytest.mark.parametrize("password", ["", "7 chars", "x" * 1_001], ids=["none", "7", "1,001"])
def test_a_password_of_the_wrong_length_is_refused(passwords, password):
    with pytest.raises(Invalid) as problem:
        passwords.check(password)
    assert list(problem.value.fields) == ["password"]


def test_the_3000_most_common_passwords_are_refused_in_any_case(passwords):
    assert len(common_passwords()) >= 3_000
    for password in common_passwords():
        with pytest.raises(Invalid, match="another look"):
            passwords.check(password.upper())


@pytest.mark.parametrize(
    "password", ["password", "12345678", "qwertyuiop", "iloveyou", "1q2w3e4r", "trustno1"]
)
def test_what_everybody_tries_first_is_refused(passwords, password):
    with pytest.raises(Invalid):
        passwords.check(password)


@pytest.mark.parametrize("password", ["ada@example.org", "ADA@EXAMPLE.ORG", "Ada Lovelace"])
def test_ones_own_name_and_address_are_no_passwords(passwords, password):
    with pytest.raises(Invalid, match="another look"):
        passwords.check(password, "ada@example.org", "Ada Lovelace")


async def test_nobodys_password_is_never_right(passwords):
    assert not await passwords.match(None, "")
    assert not await passwords.match("not a hash", "whatever it is")


async def test_the_same_password_is_kept_differently_each_time(passwords):
    assert await passwords.hash("engines, not looms") != await passwords.hash("engines, not looms")


async def test_only_older_parameters_are_outdated(passwords):
    stronger = Passwords(PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))
    kept = await passwords.hash("engines, not looms")
    assert not passwords.is_outdated(kept)
    assert stronger.is_outdated(kept)


async def test_at_most_two_are_hashed_at_once():
    hasher = CrowdedHasher()
    passwords = Passwords(hasher)
    await asyncio.gather(*[passwords.hash("engines, not looms") for _ in range(20)])
    assert hasher.most <= 2


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(), min_size=0, max_size=1_200))
def test_any_text_can_be_tried_as_a_password(password):
    assert not asyncio.run(Passwords(CHEAP).match(None, password))
