"""What every `Identity` promises of accounts and passwords."""

import pytest

from services.errors import Invalid, NotAllowed, NotFound, Unavailable
from services.identity.identity import Proof
from tests.contracts.identity.lobby import ADA, NEW, PASSWORD, said


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


async def test_asking_for_a_mailed_code_tells_nobody_who_has_an_account(identity, ada):
    assert await said(identity.send_code(ADA)) == await said(
        identity.send_code("charles@example.org")
    )


async def test_only_the_password_proves_who_somebody_is(identity, ada):
    await identity.prove(ada, PASSWORD)
    with pytest.raises(NotAllowed):
        await identity.prove(ada, "not engines")


async def test_an_ended_account_lets_nobody_in_and_frees_its_address(lobby, ada):
    session = await lobby.sessions.open(ada)
    token = await lobby.tokens.make_for_sign_in(ada)
    await lobby.identity.remove(ada)
    assert await lobby.sessions.find(session) is None
    assert await lobby.tokens.find(token) is None
    with pytest.raises(NotAllowed):
        await lobby.identity.sign_in(ADA, PASSWORD)
    assert await lobby.join(ADA, NEW, "Another Ada") != ada


async def test_ending_an_account_again_leaves_whoever_has_its_address_now(lobby, ada):
    await lobby.identity.remove(ada)
    another = await lobby.join(ADA, NEW, "Another Ada")
    await lobby.identity.remove(ada)
    assert await lobby.identity.sign_in(ADA, NEW) == Proof(another)


async def test_an_account_has_no_roles_of_its_own_making(identity, ada):
    assert (await identity.account(ada)).roles == ()


async def test_a_backend_that_is_down_is_unavailable(lost_lobby):
    with pytest.raises(Unavailable):
        await lost_lobby.identity.sign_in(ADA, PASSWORD)
