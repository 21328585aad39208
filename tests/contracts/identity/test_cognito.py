"""What is special to people whom a Cognito user pool knows."""

import pytest
from botocore.exceptions import ClientError
from pycognito.aws_srp import AWSSRP

from services.errors import Invalid, NotAllowed, NotFound
from services.identity.identity import CodeNeeded, Identity, Proof
from tests.contracts.identity.lobby import (
    ADA,
    NEW,
    PASSWORD,
    CognitoPool,
    Lobby,
    code,
    ticket,
    with_totp,
    wrong,
)


@pytest.fixture
def lobby(cognito) -> Lobby:
    return cognito


async def newcomer(identity: Identity, password: str = PASSWORD) -> str:
    made = await identity.sign_up(ADA, password, "Ada")
    assert made.by_mail
    return made.ticket


def given(pool: CognitoPool) -> list[dict[str, str]]:
    """Return where whatever tokens the pool gives from now on can be seen."""
    seen: list[dict[str, str]] = []

    def see(parsed, **_):
        seen.append(parsed.get("AuthenticationResult", {}))

    pool.client.meta.events.register("after-call.cognito-idp.RespondToAuthChallenge", see)
    return seen


async def test_a_wrong_code_confirms_nothing_and_the_mailed_one_does(identity, pool):
    opened = await newcomer(identity)
    with pytest.raises(NotAllowed):
        await identity.give_code(opened, wrong(pool.mailed(ADA)))
    proof = await identity.give_code(opened, pool.mailed(ADA))
    assert await identity.sign_in(ADA, PASSWORD) == proof


async def test_a_code_is_mailed_again(identity, pool):
    opened = await newcomer(identity)
    before = len(pool.mails(ADA))
    await identity.send_code(ADA)
    assert len(pool.mails(ADA)) == before + 1
    assert isinstance(await identity.give_code(opened, pool.mailed(ADA)), Proof)


async def test_who_never_confirmed_is_asked_again_at_the_sign_in(identity, pool):
    await newcomer(identity)
    needed = await identity.sign_in(ADA, PASSWORD)
    assert isinstance(needed, CodeNeeded)
    assert needed.by_mail
    assert isinstance(await identity.give_code(needed.ticket, pool.mailed(ADA)), Proof)


async def test_a_wrong_password_tells_nothing_of_an_unconfirmed_address_either(identity):
    await newcomer(identity)
    with pytest.raises(NotAllowed) as unconfirmed:
        await identity.sign_in(ADA, "not engines")
    with pytest.raises(NotAllowed) as unknown:
        await identity.sign_in("charles@example.org", PASSWORD)
    assert str(unconfirmed.value) == str(unknown.value)


async def test_an_address_that_nobody_confirmed_is_free(identity, pool):
    old = await newcomer(identity, "somebody else's words")
    new = await newcomer(identity)
    with pytest.raises(NotFound):
        await identity.give_code(old, pool.mailed(ADA))
    proof = await identity.give_code(new, pool.mailed(ADA))
    assert await identity.sign_in(ADA, PASSWORD) == proof
    with pytest.raises(NotAllowed):
        await identity.sign_in(ADA, "somebody else's words")


async def test_a_mailed_code_sets_a_forgotten_password_once(identity, ada, pool):
    await identity.send_code(ADA)
    mailed = pool.mailed(ADA)
    await identity.reset_password(ADA, mailed, NEW)
    assert await identity.sign_in(ADA, NEW) == Proof(ada)
    with pytest.raises(NotAllowed):
        await identity.reset_password(ADA, mailed, "yet another one")


async def test_a_wrong_mailed_code_and_an_unknown_address_have_one_answer(identity, ada, pool):
    await identity.send_code(ADA)
    with pytest.raises(NotAllowed) as mistaken:
        await identity.reset_password(ADA, wrong(pool.mailed(ADA)), NEW)
    with pytest.raises(NotAllowed) as unknown:
        await identity.reset_password("charles@example.org", "123123", NEW)
    assert str(mistaken.value) == str(unknown.value)


async def test_a_mailed_code_does_not_go_round_the_second_factor(identity, ada, pool, clock):
    setup = await with_totp(identity, ada, clock)
    await identity.send_code(ADA)
    await identity.reset_password(ADA, pool.mailed(ADA), NEW)
    opened = await ticket(identity, NEW)
    assert await identity.give_code(opened, code(setup, clock)) == Proof(ada)


async def test_groups_of_the_pool_are_roles_and_other_groups_are_not(identity, ada, pool):
    them, groups = {"UserPoolId": pool.name, "Username": ADA}, ("admin", "coach", "friends")
    pool.client.create_group(UserPoolId=pool.name, GroupName="friends")
    for group in groups:
        pool.client.admin_add_user_to_group(**them, GroupName=group)
    await identity.sign_in(ADA, PASSWORD)
    assert (await identity.account(ada)).roles == ("admin", "coach")
    for group in groups:
        pool.client.admin_remove_user_from_group(**them, GroupName=group)
    await identity.sign_in(ADA, PASSWORD)
    assert (await identity.account(ada)).roles == ()


async def test_what_the_pool_gave_cannot_be_renewed(identity, ada, pool, task_pool):
    seen = given(task_pool)
    await identity.sign_in(ADA, PASSWORD)
    with pytest.raises(ClientError, match="NotAuthorized"):
        pool.renew(ADA, seen[-1]["RefreshToken"])


@pytest.mark.parametrize("way", ["change", "reset", "operator"])
async def test_a_new_password_ends_what_the_pool_gave_anywhere(identity, ada, pool, way):
    srp = AWSSRP(
        ADA,
        PASSWORD,
        pool.name,
        pool.application,
        client=pool.client,
        client_secret=pool.secret,
    )
    elsewhere = srp.authenticate_user()["AuthenticationResult"]
    pool.renew(ADA, elsewhere["RefreshToken"])
    match way:
        case "change":
            await identity.change_password(ada, PASSWORD, NEW)
        case "reset":
            codes = await identity.renew_recovery_codes(ada, PASSWORD)
            await identity.reset_password(ADA, codes[0], NEW)
        case "operator":
            await identity.set_password_by_operator(ADA)
    with pytest.raises(ClientError, match="NotAuthorized"):
        pool.renew(ADA, elsewhere["RefreshToken"])
    with pytest.raises(ClientError, match="NotAuthorized"):
        pool.client.get_user(AccessToken=elsewhere["AccessToken"])


async def test_a_wrong_password_and_an_unknown_address_ask_the_pool_the_same(
    identity, ada, task_pool
):
    asked: list[str] = []
    task_pool.client.meta.events.register(
        "before-call.cognito-idp.*", lambda model, **_: asked.append(model.name)
    )
    calls = []
    for email in (ADA, "charles@example.org"):
        asked.clear()
        with pytest.raises(NotAllowed):
            await identity.sign_in(email, "not engines")
        calls.append(list(asked))
    assert calls[0] == calls[1] == ["InitiateAuth", "RespondToAuthChallenge"]


async def test_somebody_the_operator_put_into_the_pool_becomes_a_person_of_ours(identity, pool):
    pool.add("grace@example.org", NEW)
    proof = await identity.sign_in("grace@example.org", NEW)
    assert (await identity.account(proof.person)).email == "grace@example.org"
    assert await identity.sign_in("grace@example.org", NEW) == proof


async def test_a_password_that_the_operator_gave_for_once_opens_nothing_here(identity, pool):
    pool.client.admin_create_user(
        UserPoolId=pool.name, Username=ADA, TemporaryPassword=NEW, MessageAction="SUPPRESS"
    )
    with pytest.raises(NotAllowed):
        await identity.sign_in(ADA, NEW)


async def test_another_subject_by_the_same_address_is_not_the_same_person(identity, ada, pool):
    pool.forget_everyone()
    pool.add(ADA, NEW)
    with pytest.raises(NotAllowed):
        await identity.sign_in(ADA, NEW)


async def test_who_is_switched_off_in_the_pool_cannot_sign_in(identity, ada, pool):
    pool.client.admin_disable_user(UserPoolId=pool.name, Username=ADA)
    with pytest.raises(NotAllowed):
        await identity.sign_in(ADA, PASSWORD)


@pytest.mark.parametrize("password", ["long words " * 24 + "end", " engines, not looms"])
async def test_a_password_that_the_pool_cannot_keep_is_named(identity, password):
    with pytest.raises(Invalid) as problem:
        await identity.sign_up(ADA, password, "")
    assert list(problem.value.fields) == ["password"]


async def test_an_operator_helps_who_has_lost_every_way_in(identity, ada):
    password = await identity.set_password_by_operator(ADA)
    assert await identity.sign_in(ADA, password) == Proof(ada)
    with pytest.raises(NotFound):
        await identity.set_password_by_operator("charles@example.org")


async def test_our_rows_hold_nothing_that_opens_the_pool(lobby, ada, clock, task_pool, tmp_path):
    seen = given(task_pool)
    await with_totp(lobby.identity, ada, clock)
    await ticket(lobby.identity)
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("rows.db*"))
    secrets = [PASSWORD, *(token for result in seen for token in map(str, result.values()))]
    assert ada.encode() in kept
    assert [secret for secret in secrets if len(secret) > 10 and secret.encode() in kept] == []
