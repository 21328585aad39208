"""Signing in with another provider, through the pool's managed page, as a person meets it."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.aws import Account
from tests.contracts.identity.lobby import made_pool
from tests.contracts.identity.provider import SECRET, Provider, open_provider
from tests.journeys.conftest import ready, serious_findings
from tests.ministack import KEY
from tests.server import Server, free_port


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    """A provider that vouches for somebody nobody knew before."""
    email = f"grace-{uuid4().hex[:12]}@example.org"
    # As a word: the pool takes claims over as text, and writes "True" of a truth.
    with open_provider(sub=email, email=email, email_verified="true") as provider:
        yield provider


@pytest.fixture(scope="module")
def house(account: Account, provider: Provider, tmp_path_factory) -> Iterator[Server]:
    """The real server on the pool that the template made, where the provider is known too."""
    pool, port = made_pool(account), free_port()
    pool.client.create_identity_provider(
        UserPoolId=pool.name,
        ProviderName="Ours",
        ProviderType="OIDC",
        ProviderDetails={
            "client_id": "the pool",
            "client_secret": SECRET,
            "authorize_scopes": "openid email",
            "attributes_request_method": "GET",
            "oidc_issuer": provider.address,
            "authorize_url": f"{provider.address}/authorize",
            "token_url": f"{provider.address}/token",
        },
        AttributeMapping={"email": "email", "email_verified": "email_verified"},
    )
    made = pool.client.create_user_pool_client(
        UserPoolId=pool.name,
        ClientName="with-a-page",
        GenerateSecret=True,
        ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        AllowedOAuthFlowsUserPoolClient=True,
        AllowedOAuthFlows=["code"],
        AllowedOAuthScopes=["openid", "email", "profile"],
        SupportedIdentityProviders=["COGNITO", "Ours"],
        CallbackURLs=[f"http://127.0.0.1:{port}/sign-in/back"],
    )["UserPoolClient"]
    with pytest.MonkeyPatch.context() as us:
        us.setenv("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", account.address)
        us.setenv("AWS_ACCESS_KEY_ID", KEY)
        us.setenv("AWS_SECRET_ACCESS_KEY", KEY)
        server = Server(
            tmp_path_factory.mktemp("elsewhere"),
            port=port,
            identity="cognito",
            pool=pool.name,
            pool_client=made["ClientId"],
            pool_client_secret=made["ClientSecret"],
            pool_page=account.address,
            providers="Ours",
            url=f"http://127.0.0.1:{port}",
        )
        server.start()
        yield server
        server.stop()


def test_another_provider_leads_in_and_to_the_same_search_again(page: Page, house: Server) -> None:
    for _ in range(2):
        page.context.clear_cookies()
        page.goto(f"{house.url}/sign-in")
        page.get_by_role("link", name="Continue with Ours").click()
        ready(page)
        expect(page).to_have_url(f"{house.url}/")
    page.goto(f"{house.url}/account")
    ready(page)
    other = page.get_by_role("button", name=re.compile("^Sign out .+ on .+"))
    expect(other).to_have_count(1)


def test_who_comes_back_without_having_left_is_told_so(page: Page, house: Server) -> None:
    page.goto(f"{house.url}/sign-in/back?state=made-up&code=made-up")
    expect(page.get_by_role("alert")).to_contain_text("not begun here")
    expect(page.get_by_role("link", name="Continue with Ours")).to_be_visible()


def test_who_changes_their_mind_at_the_provider_is_back_at_the_sign_in(
    page: Page, house: Server
) -> None:
    page.goto(f"{house.url}/sign-in/back?error=access_denied&state=made-up")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_the_choice_is_open_to_everybody(phone: Page, house: Server) -> None:
    phone.goto(f"{house.url}/sign-in")
    assert serious_findings(phone) == []


def test_who_has_no_password_leaves_by_their_address(
    page: Page, house: Server, provider: Provider
) -> None:
    page.goto(f"{house.url}/sign-in")
    page.get_by_role("link", name="Continue with Ours").click()
    ready(page)
    page.goto(f"{house.url}/account")
    ready(page)
    page.get_by_role("button", name="Delete my account").click()
    page.get_by_label("Your e-mail address").fill("somebody@example.org")
    page.get_by_role("button", name="Delete everything for good").click()
    expect(page.get_by_text("This is not the e-mail address")).to_be_visible()
    page.get_by_label("Your e-mail address").fill(provider.claims["email"])
    page.get_by_role("button", name="Delete everything for good").click()
    expect(page.get_by_role("heading", name="Goodbye")).to_be_visible()
