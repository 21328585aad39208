"""Tokens of a pool: one that is right is read, and whatever was tampered with is refused."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from hmac import digest as hmac_digest
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from services.errors import NotAllowed, Unavailable
from services.identity.verifier import Verifier
from tests.doubles import HeldClock

ISSUER = "https://cognito-idp.us-east-2.amazonaws.com/us-east-2_ours"
OURS = RSAKey.generate_key(2048, {"kid": "ours"})
THEIRS = RSAKey.generate_key(2048, {"kid": "theirs"})
CURVE = ECKey.generate_key("P-256", {"kid": "ours"})
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SECOND = int(NOW.timestamp())
HEADER = {"alg": "RS256", "kid": "ours"}
CLAIMS = {
    "iss": ISSUER,
    "aud": "careervault",
    "token_use": "id",
    "sub": "ada",
    "exp": SECOND + 3600,
    "iat": SECOND,
}

Token = Callable[[], str]


class Keys:
    """A pool's public keys, and how often they were asked for."""

    def __init__(self, *keys: RSAKey) -> None:
        self.keys = keys
        self.asked = 0
        self.is_down = False

    async def __call__(self) -> Mapping[str, Any]:
        self.asked += 1
        if self.is_down:
            raise Unavailable
        return {"keys": [key.as_dict(private=False) for key in self.keys]}


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock(NOW)


@pytest.fixture
def keys() -> Keys:
    return Keys(OURS)


@pytest.fixture
def verifier(keys, clock) -> Verifier:
    return Verifier(ISSUER, "careervault", keys, clock)


def signed(key: Any = OURS, header: Mapping[str, Any] = HEADER, **changes: Any) -> str:
    claims = {name: value for name, value in {**CLAIMS, **changes}.items() if value is not None}
    return jwt.encode(dict(header), claims, key, algorithms=[header["alg"]])


def part(value: object) -> str:
    return urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def by_public_key() -> str:
    body = f"{part({'alg': 'HS256', 'kid': 'ours'})}.{part(CLAIMS)}"
    made = hmac_digest(OURS.as_pem(private=False), body.encode(), sha256)
    return f"{body}.{urlsafe_b64encode(made).decode().rstrip('=')}"


def with_body(change: Mapping[str, Any]) -> str:
    head, _, proof = signed().split(".")
    return f"{head}.{part({**CLAIMS, **change})}.{proof}"


def with_header(change: Mapping[str, Any]) -> str:
    _, body, proof = signed().split(".")
    return f"{part({**HEADER, **change})}.{body}.{proof}"


def cut_proof() -> str:
    head, body, proof = signed().split(".")
    short = urlsafe_b64encode(urlsafe_b64decode(f"{proof}==")[:-1]).decode().rstrip("=")
    return f"{head}.{body}.{short}"


def with_a_demand() -> str:
    body = f"{part({**HEADER, 'crit': ['exp'], 'exp': 1})}.{part(CLAIMS)}"
    proof = OURS.private_key.sign(body.encode(), PKCS1v15(), SHA256())
    return f"{body}.{urlsafe_b64encode(proof).decode().rstrip('=')}"


def signed_there(**header: Any) -> str:
    return signed(THEIRS, {**HEADER, **header})


FORGED: dict[str, Token] = {
    "no text at all": lambda: "",
    "no token": lambda: "not a token",
    "two parts": lambda: signed().rpartition(".")[0],
    "no proof": lambda: signed().rpartition(".")[0] + ".",
    "algorithm none": lambda: f"{part({'alg': 'none', 'kid': 'ours'})}.{part(CLAIMS)}.",
    "algorithm None": lambda: f"{part({'alg': 'None', 'kid': 'ours'})}.{part(CLAIMS)}.",
    "HS256 by the public key": by_public_key,
    "RS512 by the right key": lambda: signed(header={**HEADER, "alg": "RS512"}),
    "PS256 by the right key": lambda: signed(header={**HEADER, "alg": "PS256"}),
    "ES256 by another kind of key": lambda: signed(CURVE, {**HEADER, "alg": "ES256"}),
    "another key by our name": signed_there,
    "another key by its own name": lambda: signed_there(kid="theirs"),
    "no name of a key": lambda: signed(header={"alg": "RS256"}),
    "a key brought along": lambda: signed_there(jwk=THEIRS.as_dict(private=False)),
    "a place of keys brought along": lambda: signed_there(jku="https://example.org/jwks.json"),
    "another subject": lambda: with_body({"sub": "charles"}),
    "another header": lambda: with_header({"typ": "anything"}),
    "a shortened proof": cut_proof,
    "another pool": lambda: signed(iss=ISSUER.replace("ours", "theirs")),
    "another application": lambda: signed(aud="somebody"),
    "an access token for an id token": lambda: signed(token_use="access"),
    "no use": lambda: signed(token_use=None),
    "run out": lambda: signed(exp=SECOND - 61),
    "endless": lambda: signed(exp=None),
    "not yet good": lambda: signed(nbf=SECOND + 61),
    "nobody": lambda: signed(sub=None),
    "a demand we do not know": with_a_demand,
    "endlessly long": lambda: signed(name="n" * 20_000),
}


async def test_what_the_pool_says_is_read(verifier):
    assert (await verifier.claims(signed(), "id"))["sub"] == "ada"


async def test_an_access_token_names_the_application_in_its_own_way(verifier):
    token = signed(token_use="access", aud=None, client_id="careervault")
    assert (await verifier.claims(token, "access"))["sub"] == "ada"


async def test_an_id_token_is_no_access_token(verifier):
    with pytest.raises(NotAllowed):
        await verifier.claims(signed(client_id="careervault"), "access")


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
async def test_a_forged_token_is_refused(verifier, forged):
    await verifier.claims(signed(), "id")
    with pytest.raises(NotAllowed):
        await verifier.claims(forged(), "id")


def test_at_least_25_forgeries_are_tried():
    assert len(FORGED) >= 25


async def test_the_keys_are_fetched_once(verifier, keys):
    for _ in range(5):
        await verifier.claims(signed(), "id")
    assert keys.asked == 1


async def test_an_unknown_key_is_looked_for_once_a_minute_at_most(verifier, keys, clock):
    await verifier.claims(signed(), "id")
    for _ in range(5):
        with pytest.raises(NotAllowed):
            await verifier.claims(signed_there(kid="theirs"), "id")
    assert keys.asked == 1
    clock.forward(minutes=1)
    for _ in range(5):
        with pytest.raises(NotAllowed):
            await verifier.claims(signed_there(kid="theirs"), "id")
    assert keys.asked == 2


async def test_a_pool_that_changes_its_key_is_followed(verifier, keys, clock):
    await verifier.claims(signed(), "id")
    keys.keys = (THEIRS,)
    clock.forward(minutes=1)
    assert (await verifier.claims(signed_there(kid="theirs"), "id"))["sub"] == "ada"
    with pytest.raises(NotAllowed):
        await verifier.claims(signed(), "id")


async def test_known_keys_serve_while_the_pool_is_out_of_reach(verifier, keys, clock):
    await verifier.claims(signed(), "id")
    keys.is_down = True
    clock.forward(minutes=1)
    assert (await verifier.claims(signed(), "id"))["sub"] == "ada"
    with pytest.raises(Unavailable):
        await verifier.claims(signed_there(kid="theirs"), "id")


async def test_without_any_keys_nothing_is_believed_and_the_pool_is_asked_once(verifier, keys):
    keys.is_down = True
    for _ in range(5):
        with pytest.raises(Unavailable):
            await verifier.claims(signed(), "id")
    assert keys.asked == 1
