"""Tokens: what a program shows at the REST door."""

from datetime import timedelta

import pytest

from services.errors import Invalid, NotFound
from services.identity.tokens import MOST_TOKENS, Tokens
from services.storage.sqlite import SqliteTable

DAY = timedelta(days=1)


@pytest.fixture
def table(tmp_path, clock):
    table = SqliteTable(tmp_path / "rows.db", clock)
    yield table
    table.close()


@pytest.fixture
def tokens(table, clock) -> Tokens:
    return Tokens(table, clock)


async def test_a_token_finds_its_owner_and_what_it_may_do(tokens, clock):
    secret = await tokens.make("ada", " My script ", ["read"], DAY)
    token = await tokens.find(secret)
    assert secret.startswith("cv_")
    assert (token.owner, token.label, token.scopes) == ("ada", "My script", {"read"})
    assert (token.made, token.ends) == (clock(), clock() + DAY)


@pytest.mark.parametrize(
    ("scopes", "reads", "writes"),
    [(["read"], True, False), (["write"], True, True), (["read", "write"], True, True)],
)
async def test_who_may_write_may_read_but_not_the_other_way(tokens, scopes, reads, writes):
    token = await tokens.find(await tokens.make("ada", "script", scopes, DAY))
    assert (token.allows("read"), token.allows("write")) == (reads, writes)


async def test_a_token_ends_to_the_minute(tokens, clock):
    secret = await tokens.make("ada", "script", ["read"], DAY)
    clock.forward(hours=23, minutes=59)
    assert await tokens.find(secret)
    clock.forward(minutes=1)
    assert await tokens.find(secret) is None
    assert await tokens.of("ada") == []


async def test_a_token_given_for_a_password_lasts_twelve_hours(tokens, clock):
    token = await tokens.find(await tokens.make_for_sign_in("ada"))
    assert token.label == "sign-in"
    assert token.allows("write")
    assert token.ends == clock() + timedelta(hours=12)


async def test_a_revoked_token_finds_nothing(tokens):
    secret = await tokens.make("ada", "script", ["read"], DAY)
    await tokens.revoke("ada", (await tokens.find(secret)).id)
    assert await tokens.find(secret) is None
    assert await tokens.of("ada") == []


async def test_nobody_sees_or_revokes_the_token_of_someone_else(tokens):
    secret = await tokens.make("ada", "script", ["read"], DAY)
    assert await tokens.of("charles") == []
    with pytest.raises(NotFound):
        await tokens.revoke("charles", (await tokens.find(secret)).id)
    assert await tokens.find(secret)


async def test_the_id_of_a_token_opens_nothing(tokens):
    token = await tokens.find(await tokens.make("ada", "script", ["read"], DAY))
    assert await tokens.find(token.id) is None
    assert await tokens.find("cv_" + token.id) is None


@pytest.mark.parametrize("secret", ["", "cv_", "cv_made up", "cv_\ud800", "cv_" + "x" * 10_000])
async def test_a_token_that_was_never_given_finds_nothing(tokens, secret):
    assert await tokens.find(secret) is None


async def test_tokens_are_listed_the_newest_first(tokens, clock):
    for label in ("first", "second"):
        await tokens.make("ada", label, ["read"], DAY)
        clock.forward(seconds=1)
    assert [token.label for token in await tokens.of("ada")] == ["second", "first"]


async def test_ending_the_sign_ins_leaves_the_tokens_made_by_hand(tokens):
    mine = await tokens.make("ada", "script", ["read"], DAY)
    signed_in = await tokens.make_for_sign_in("ada")
    await tokens.revoke_sign_ins("ada")
    assert await tokens.find(mine)
    assert await tokens.find(signed_in) is None


@pytest.mark.parametrize(
    ("label", "scopes", "lifetime", "field"),
    [
        ("  ", ["read"], DAY, "label"),
        ("x" * 101, ["read"], DAY, "label"),
        ("sign-in", ["read"], DAY, "label"),
        ("script", [], DAY, "scopes"),
        ("script", ["admin"], DAY, "scopes"),
        ("script", ["read"], timedelta(0), "lifetime"),
        ("script", ["read"], timedelta(days=367), "lifetime"),
    ],
)
async def test_what_cannot_be_made_is_named(tokens, label, scopes, lifetime, field):
    with pytest.raises(Invalid) as problem:
        await tokens.make("ada", label, scopes, lifetime)
    assert list(problem.value.fields) == [field]


async def test_a_person_keeps_at_most_fifty_tokens_but_can_always_sign_in(tokens):
    for number in range(MOST_TOKENS):
        await tokens.make("ada", f"script {number}", ["read"], DAY)
    with pytest.raises(Invalid, match="revoke one"):
        await tokens.make("ada", "one more", ["read"], DAY)
    assert await tokens.find(await tokens.make_for_sign_in("ada"))


async def test_the_rows_hold_no_token(tokens, tmp_path):
    secret = await tokens.make("ada", "script", ["read"], DAY)
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"script" in stored
    assert secret.removeprefix("cv_").encode() not in stored
