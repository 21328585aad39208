"""Who is asking: the visitor of a page (a session cookie) or a caller of the API (a token)."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.requests import HTTPConnection

from services.errors import NotAllowed, VaultError
from services.identity.sessions import Session
from services.identity.tokens import Token
from services.vault import Vault


class SignedOut(VaultError):
    """Please sign in first."""


class NoToken(VaultError):
    """Please send a valid token: Authorization: Bearer …"""


def services(request: HTTPConnection) -> Vault:
    """Return the vault that this application was mounted with."""
    vault: Vault = request.app.state.vault
    return vault


async def _services(request: HTTPConnection) -> Vault:
    # Not a plain function, which FastAPI would send to a thread for every request.
    return services(request)


Services = Annotated[Vault, Depends(_services)]


def cookie_name(secure: bool) -> str:
    """Return the name of the session cookie; `__Host-` ties it to this very host."""
    return "__Host-careervault" if secure else "careervault"


def session_token(request: HTTPConnection) -> str:
    """Return the token in the session cookie, or an empty text."""
    return request.cookies.get(cookie_name(request.app.state.settings.secure_cookies), "")


async def find_visitor(request: HTTPConnection, vault: Services) -> Session | None:
    """Return the session of whoever is asking, or None."""
    token = session_token(request)
    return await vault.sessions.find(token) if token else None


async def signed_in(session: Annotated[Session | None, Depends(find_visitor)]) -> Session:
    """Return the session, or raise `SignedOut`."""
    if session is None:
        raise SignedOut
    return session


Visitor = Annotated[Session, Depends(signed_in)]
MaybeVisitor = Annotated[Session | None, Depends(find_visitor)]

_bearer = HTTPBearer(auto_error=False, description="A token from your account page or a login.")


async def _caller(
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)], vault: Services
) -> Token:
    token = await vault.tokens.find(credentials.credentials) if credentials else None
    if token is None:
        raise NoToken
    return token


async def _reader(token: Annotated[Token, Depends(_caller)]) -> Token:
    if not token.allows("read"):
        raise NotAllowed("This token may not read.")
    return token


async def _writer(token: Annotated[Token, Depends(_caller)]) -> Token:
    if not token.allows("write"):
        raise NotAllowed("This token may only read.")
    return token


Caller = Annotated[Token, Depends(_reader)]
"""Who reads through the API; `.owner` is whose records they are."""

Writer = Annotated[Token, Depends(_writer)]
"""Who changes something through the API."""


async def _admin(token: Caller, vault: Services) -> Token:
    await vault.roles.require(token.owner, "admin")
    return token


Admin = Annotated[Token, Depends(_admin)]
"""Who runs the instance; to everybody else there is nothing behind this door."""


def address(request: Request) -> str:
    """Return where a request comes from, for the throttle."""
    return request.client.host if request.client else "unknown"
