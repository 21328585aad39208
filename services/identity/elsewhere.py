"""Signing in elsewhere: the pool's managed page leads to other providers, and back to us."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from secrets import token_bytes
from urllib.parse import urlencode

import httpx

from services.errors import NotAllowed, NotFound, Unavailable
from services.identity.identity import Proof
from services.identity.pool import PoolTokens
from services.identity.reception import Reception
from services.identity.secret import Random, digest, new_secret

BACK = "/sign-in/back"
"""Where people come back to."""

_SCOPES = "openid email profile"


@dataclass(frozen=True, slots=True)
class Departure:
    """Where the browser goes, and the ticket by which it is known when it comes back."""

    address: str
    ticket: str


@dataclass(frozen=True, slots=True)
class Application:
    """The managed page, what it knows us by, and where it sends people back to."""

    page: str
    id: str
    secret: str
    back: str


class Elsewhere:
    """Lets people in for whom another provider has vouched to the pool.

    Nothing is kept meanwhile: state, nonce and code verifier are made of the ticket, which the
    browser alone has.
    """

    def __init__(
        self,
        application: Application,
        providers: tuple[str, ...],
        reception: Reception,
        random: Random = token_bytes,
    ) -> None:
        self.providers = providers
        self._application = application
        self._reception = reception
        self._random = random

    def depart(self, provider: str) -> Departure:
        """Return the way to a provider, or raise `NotFound` if there is none of this name."""
        if provider not in self.providers:
            raise NotFound("Nobody signs in that way here.")
        ticket = new_secret(self._random)
        challenge = sha256(_verifier(ticket).encode()).digest()
        question = {
            "response_type": "code",
            "client_id": self._application.id,
            "redirect_uri": self._application.back,
            "identity_provider": provider,
            "scope": _SCOPES,
            "state": _state(ticket),
            "nonce": _nonce(ticket),
            "code_challenge": urlsafe_b64encode(challenge).decode().rstrip("="),
            "code_challenge_method": "S256",
        }
        return Departure(f"{self._application.page}/oauth2/authorize?{urlencode(question)}", ticket)

    async def arrive(self, ticket: str, state: str, code: str) -> Proof:
        """Return who came back, or raise `NotAllowed` if it is not who left from this browser."""
        if not ticket or not compare_digest(state.encode(), _state(ticket).encode()):
            raise NotAllowed("This sign-in was not begun here. Please start again.")
        given = await self._exchange(code, _verifier(ticket))
        return Proof((await self._reception.welcome(given, nonce=_nonce(ticket))).person)

    async def _exchange(self, code: str, verifier: str) -> PoolTokens:
        ours = self._application
        form = {
            "grant_type": "authorization_code",
            "client_id": ours.id,
            "redirect_uri": ours.back,
            "code": code,
            "code_verifier": verifier,
        }
        try:
            async with httpx.AsyncClient(timeout=10, follow_redirects=False) as client:
                answer = await client.post(
                    f"{ours.page}/oauth2/token", data=form, auth=(ours.id, ours.secret)
                )
            if 400 <= answer.status_code < 500:
                raise NotAllowed("This sign-in has run out. Please start again.")
            told = answer.raise_for_status().json()
            return PoolTokens(told["id_token"], told["access_token"], told["refresh_token"])
        except (httpx.HTTPError, ValueError, KeyError) as error:
            raise Unavailable from error


def _state(ticket: str) -> str:
    return digest(f"state {ticket}")


def _nonce(ticket: str) -> str:
    return digest(f"nonce {ticket}")


def _verifier(ticket: str) -> str:
    return digest(f"verifier {ticket}")
