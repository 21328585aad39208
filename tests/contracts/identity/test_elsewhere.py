"""Signing in through the pool's managed page, played by a provider that forgives nothing."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from services.errors import NotAllowed, NotFound, Unavailable
from services.identity.elsewhere import Application, Departure, Elsewhere
from services.identity.pool import Pool
from services.identity.reception import Reception
from services.identity.verifier import Verifier
from tests.contracts.identity.lobby import ADA, PASSWORD
from tests.contracts.identity.provider import Provider, open_provider

ISSUER = "https://cognito-idp.us-east-2.amazonaws.com/us-east-2_ours"
GRACE = "grace@example.org"


@pytest.fixture
def page() -> Iterator[Provider]:
    """The managed page, which vouches for Grace."""
    with open_provider(
        plays_pool=True, iss=ISSUER, sub="grace", email=GRACE, email_verified=True, identities=[]
    ) as page:
        yield page


@pytest.fixture
def elsewhere(page, sqlite_table, clock, task_pool) -> Elsewhere:
    ours = Application(page.address, "careervault", page.secret, "https://us.example/sign-in/back")
    pool = Pool(task_pool.client, task_pool.name, task_pool.application, task_pool.secret)
    verifier = Verifier(ISSUER, ours.id, page.keys, clock)
    reception = Reception(pool, verifier, sqlite_table, clock)
    return Elsewhere(ours, ("Ours",), reception)


async def go(leaving: Departure) -> tuple[str, str]:
    """Follow the browser there and back, and return the state and the code it comes with."""
    async with httpx.AsyncClient() as browser:
        back = (await browser.get(leaving.address)).headers["location"]
    told = parse_qs(urlsplit(back).query)
    return told["state"][0], told["code"][0]


async def test_who_is_vouched_for_becomes_a_person_and_stays_the_same(elsewhere):
    first, again = elsewhere.depart("Ours"), elsewhere.depart("Ours")
    proof = await elsewhere.arrive(first.ticket, *await go(first))
    assert await elsewhere.arrive(again.ticket, *await go(again)) == proof


async def test_a_code_is_of_no_use_in_another_browser(elsewhere):
    mine, theirs = elsewhere.depart("Ours"), elsewhere.depart("Ours")
    state, code = await go(theirs)
    with pytest.raises(NotAllowed, match="not begun here"):
        await elsewhere.arrive(mine.ticket, state, code)
    with pytest.raises(NotAllowed, match="not begun here"):
        await elsewhere.arrive("", state, code)


async def test_a_stolen_code_is_of_no_use_without_the_verifier(elsewhere):
    mine, theirs = elsewhere.depart("Ours"), elsewhere.depart("Ours")
    state, _ = await go(mine)
    _, stolen = await go(theirs)
    with pytest.raises(NotAllowed, match="has run out"):
        await elsewhere.arrive(mine.ticket, state, stolen)


async def test_a_code_is_good_once(elsewhere):
    leaving = elsewhere.depart("Ours")
    back = await go(leaving)
    await elsewhere.arrive(leaving.ticket, *back)
    with pytest.raises(NotAllowed, match="has run out"):
        await elsewhere.arrive(leaving.ticket, *back)


async def test_an_answer_to_another_question_is_not_believed(elsewhere, page):
    leaving = elsewhere.depart("Ours")
    state, code = await go(leaving)
    page.codes[code]["nonce"] = "another"
    with pytest.raises(NotAllowed):
        await elsewhere.arrive(leaving.ticket, state, code)


async def test_an_address_that_nobody_confirmed_opens_nothing(elsewhere, page):
    page.claims["email_verified"] = False
    leaving = elsewhere.depart("Ours")
    with pytest.raises(NotAllowed):
        await elsewhere.arrive(leaving.ticket, *await go(leaving))


async def test_another_provider_does_not_open_somebodys_account(elsewhere, page, cognito):
    ada = await cognito.join(ADA, PASSWORD, "Ada Lovelace")
    page.claims["email"] = ADA
    leaving = elsewhere.depart("Ours")
    with pytest.raises(NotAllowed):
        await elsewhere.arrive(leaving.ticket, *await go(leaving))
    assert (await cognito.identity.account(ada)).name == "Ada Lovelace"


async def test_no_code_is_mailed_to_who_has_no_password_here(elsewhere, cognito, pool):
    leaving = elsewhere.depart("Ours")
    await elsewhere.arrive(leaving.ticket, *await go(leaving))
    await cognito.identity.send_code(GRACE)
    assert pool.mails(GRACE) == []


def test_a_provider_that_is_not_ours_is_not_found(elsewhere):
    with pytest.raises(NotFound):
        elsewhere.depart("Theirs")


async def test_a_page_that_is_down_is_unavailable(elsewhere, page):
    leaving = elsewhere.depart("Ours")
    state, code = await go(leaving)
    page.key = None
    with pytest.raises(Unavailable):
        await elsewhere.arrive(leaving.ticket, state, code)
