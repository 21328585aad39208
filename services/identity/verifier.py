"""The pool's tokens: believed only when its own key signed them, for us, and not too long ago."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Literal

import httpx
from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey
from joserfc.jwt import ClaimsOption

from services.clock import Clock, utc_now
from services.errors import NotAllowed, Unavailable

LONGEST = 16_384
"""The most characters a token may have."""

_BETWEEN_FETCHES = timedelta(minutes=1)
_ALGORITHMS = ["RS256"]
_LEEWAY = 60
"""Seconds by which the pool's clock and ours may differ."""

Fetch = Callable[[], Awaitable[Mapping[str, Any]]]
"""Returns the pool's public keys, as a JSON Web Key Set."""


def fetching(address: str) -> Fetch:
    """Return how the keys are fetched from this address."""

    async def fetch() -> Mapping[str, Any]:
        try:
            async with httpx.AsyncClient(timeout=5, follow_redirects=False) as client:
                answer = await client.get(address)
            found: Mapping[str, Any] = answer.raise_for_status().json()
        except (httpx.HTTPError, ValueError) as error:
            raise Unavailable from error
        return found

    return fetch


class Verifier:
    """Reads what the pool says in its tokens, for one application of one pool."""

    def __init__(self, issuer: str, application: str, fetch: Fetch, now: Clock = utc_now) -> None:
        self._issuer = issuer
        self._application = application
        self._fetch = fetch
        self._now = now
        self._keys: dict[str, RSAKey] = {}
        self._fetched: datetime | None = None
        self._turn = asyncio.Lock()

    async def claims(self, token: str, use: Literal["id", "access"]) -> dict[str, Any]:
        """Return what the token says, or raise `NotAllowed` if any of it is not to be believed."""
        if len(token) > LONGEST:
            raise NotAllowed
        try:
            key = await self._key(jws.extract_compact(token.encode()).headers().get("kid"))
            claims = jwt.decode(token, key, algorithms=_ALGORITHMS).claims
            self._registry(use).validate(claims)
        except (JoseError, ValueError, TypeError):
            raise NotAllowed from None
        return claims

    def _registry(self, use: str) -> jwt.JWTClaimsRegistry:
        meant_for = "aud" if use == "id" else "client_id"
        wanted: dict[str, ClaimsOption] = {
            "iss": {"essential": True, "value": self._issuer},
            "exp": {"essential": True},
            "sub": {"essential": True},
            "token_use": {"essential": True, "value": use},
            meant_for: {"essential": True, "value": self._application},
        }
        return jwt.JWTClaimsRegistry(int(self._now().timestamp()), _LEEWAY, **wanted)

    async def _key(self, kid: object) -> RSAKey:
        async with self._turn:
            if kid not in self._keys and self._may_fetch():
                # Before the answer, so that a server that is down is not asked by everyone.
                self._fetched = self._now()
                found = await self._fetch()
                self._keys = {each["kid"]: _public(each) for each in found["keys"]}
        if not self._keys:
            raise Unavailable
        key = self._keys.get(kid) if isinstance(kid, str) else None
        if key is None:
            raise NotAllowed
        return key

    def _may_fetch(self) -> bool:
        return self._fetched is None or self._now() - self._fetched >= _BETWEEN_FETCHES


def _public(key: Mapping[str, Any]) -> RSAKey:
    # The modulus and exponent alone: whatever else stands beside them decides nothing.
    return RSAKey.import_key({"kty": "RSA", "n": key["n"], "e": key["e"]})
