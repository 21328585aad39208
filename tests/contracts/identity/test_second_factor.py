"""What every `Identity` promises of codes: the authenticator's, and those on the sheet."""

import pytest

from services.errors import Conflict, NotAllowed, NotFound
from services.identity.identity import Proof
from tests.contracts.identity.lobby import ADA, NEW, PASSWORD, code, ticket, with_totp, wrong


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


async def test_a_code_of_the_authenticator_is_good_once(identity, ada, clock):
    setup = await with_totp(identity, ada, clock)
    used = code(setup, clock)
    await identity.give_code(await ticket(identity), used)
    again = await ticket(identity)
    with pytest.raises(NotAllowed):
        await identity.give_code(again, used)


async def test_a_wrong_code_of_the_authenticator_proves_nothing(identity, ada, clock):
    setup = await with_totp(identity, ada, clock)
    opened = await ticket(identity)
    with pytest.raises(NotAllowed):
        await identity.give_code(opened, wrong(code(setup, clock)))
    assert await identity.give_code(opened, code(setup, clock)) == Proof(ada)
