"""Identity adapters on what they stand on, and what else knows who is signed in."""

import hmac
import re
from base64 import b64encode
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import httpx
import pyotp
from argon2 import PasswordHasher

from services.clock import Clock
from services.errors import NotAllowed
from services.identity.cognito import CognitoIdentity
from services.identity.identity import CodeNeeded, Identity, Operated, TotpSetup
from services.identity.local import LocalIdentity
from services.identity.passwords import Passwords
from services.identity.pool import Pool
from services.identity.sealing import Sealing
from services.identity.sessions import Sessions
from services.identity.tokens import Tokens
from services.identity.verifier import Verifier, fetching
from services.storage.table import Table
from tests.aws import Account
from tests.doubles import HeldClock

ADA = "ada@example.org"
PASSWORD = "engines, not looms"
NEW = "looms, not engines"
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
SECRET = "a secret of this installation"


def no_mail(_: str) -> str:
    raise AssertionError("nothing was mailed")


@dataclass
class Lobby:
    """An identity adapter, who else knows who is signed in, and people's mailboxes."""

    identity: Operated
    sessions: Sessions
    tokens: Tokens
    mailed: Callable[[str], str] = no_mail

    async def join(self, email: str, password: str, name: str) -> str:
        """Sign up, with whatever this instance wants of a newcomer, and return the person."""
        made = await self.identity.sign_up(email, password, name)
        if isinstance(made, CodeNeeded):
            return (await self.identity.give_code(made.ticket, self.mailed(email))).person
        return made


@dataclass(frozen=True)
class CognitoPool:
    """A pool on this machine, and its application."""

    client: Any
    name: str
    application: str
    secret: str

    @property
    def address(self) -> str:
        """Where the server answers."""
        return str(self.client.meta.endpoint_url)

    def mails(self, email: str) -> list[str]:
        """Return the texts of all mail to this address, the last one last."""
        answer = httpx.get(f"{self.address}/_ministack/ses/messages").json()
        sent = [mail for group in answer["messages"].values() for mail in group]
        return [mail["BodyText"] for mail in sent if email in str(mail)]

    def mailed(self, email: str) -> str:
        """Return the code in the last mail to this address."""
        return re.search(r"\b\d{6}\b", self.mails(email)[-1]).group()

    def add(self, email: str, password: str) -> None:
        """Put somebody into the pool as its operator does."""
        attributes = {"email": email, "email_verified": "true"}
        self.client.admin_create_user(
            UserPoolId=self.name,
            Username=email,
            MessageAction="SUPPRESS",
            UserAttributes=[{"Name": key, "Value": value} for key, value in attributes.items()],
        )
        self.client.admin_set_user_password(
            UserPoolId=self.name, Username=email, Password=password, Permanent=True
        )

    def renew(self, email: str, refresh: str) -> None:
        """Ask the pool for new tokens by a refresh token."""
        user = self.client.admin_get_user(UserPoolId=self.name, Username=email)["Username"]
        proof = hmac.digest(self.secret.encode(), f"{user}{self.application}".encode(), "sha256")
        self.client.initiate_auth(
            ClientId=self.application,
            AuthFlow="REFRESH_TOKEN_AUTH",
            AuthParameters={"REFRESH_TOKEN": refresh, "SECRET_HASH": b64encode(proof).decode()},
        )

    def forget_everyone(self) -> None:
        """Remove all people of the pool."""
        for user in self.client.list_users(UserPoolId=self.name)["Users"]:
            self.client.admin_delete_user(UserPoolId=self.name, Username=user["Username"])


def made_pool(account: Account) -> CognitoPool:
    """Return the pool that the template made."""
    told = account.outputs
    secret = account.client("secretsmanager").get_secret_value(SecretId=told["PoolClientSecret"])
    return CognitoPool(
        account.client("cognito-idp"), told["Pool"], told["PoolClient"], secret["SecretString"]
    )


def local_lobby(table: Table, clock: Clock, hasher: PasswordHasher = CHEAP) -> Lobby:
    sessions, tokens = Sessions(table, clock), Tokens(table, clock)
    sealing, passwords = Sealing(SECRET), Passwords(hasher)
    identity = LocalIdentity(table, sealing, passwords, sessions, tokens, clock)
    return Lobby(identity, sessions, tokens)


def cognito_lobby(table: Table, clock: Clock, pool: CognitoPool) -> Lobby:
    sessions, tokens = Sessions(table, clock), Tokens(table, clock)
    region = pool.name.partition("_")[0]
    verifier = Verifier(
        f"https://cognito-idp.{region}.amazonaws.com/{pool.name}",
        pool.application,
        fetching(f"{pool.address}/{pool.name}/.well-known/jwks.json"),
        clock,
    )
    identity = CognitoIdentity(
        Pool(pool.client, pool.name, pool.application, pool.secret),
        verifier,
        table,
        Sealing(SECRET),
        Passwords(CHEAP),
        sessions,
        tokens,
        clock,
    )
    return Lobby(identity, sessions, tokens, pool.mailed)


def code(setup: TotpSetup, clock: Clock) -> str:
    return pyotp.TOTP(setup.secret).at(clock())


def wrong(code: str) -> str:
    return f"{(int(code) + 500_000) % 1_000_000:06}"


async def said(answer: Awaitable[None]) -> str:
    try:
        await answer
    except NotAllowed as refusal:
        return str(refusal)
    return "nothing"


async def with_totp(identity: Identity, person: str, clock: HeldClock) -> TotpSetup:
    setup = await identity.begin_totp(person, PASSWORD)
    await identity.confirm_totp(person, code(setup, clock))
    clock.forward(seconds=30)
    return setup


async def ticket(identity: Identity, password: str = PASSWORD) -> str:
    needed = await identity.sign_in(ADA, password)
    assert isinstance(needed, CodeNeeded)
    return needed.ticket
