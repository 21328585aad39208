"""Signing in through another provider: there by a link, and back with a code."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from app.entering import TICKET, enter, public, set_cookie
from app.public import Refusal
from app.visitor import Services, address
from services.errors import NotFound
from services.identity.elsewhere import BACK, Elsewhere
from services.identity.throttle import arriving
from services.vault import Vault

router = APIRouter(include_in_schema=False)
_MINUTES_AWAY = 10


async def _elsewhere(vault: Services) -> Elsewhere:
    if vault.elsewhere is None:
        raise NotFound
    return vault.elsewhere


Way = Annotated[Elsewhere, Depends(_elsewhere)]


@router.get("/sign-in/with/{provider}")
async def depart(request: Request, way: Way, provider: str) -> Response:
    leaving = way.depart(provider)
    answer = RedirectResponse(leaving.address, 303)
    set_cookie(request, answer, TICKET, leaving.ticket, _MINUTES_AWAY * 60)
    return answer


@router.get(BACK)
async def arrive(
    request: Request, vault: Services, way: Way, state: str = "", code: str = ""
) -> Response:
    with Refusal() as refusal:
        return await _let_in(request, vault, way, state, code)
    answer = public(request).page("sign_in", "Sign in", 422, **refusal.shown, next="/")
    answer.delete_cookie(TICKET)
    return answer


async def _let_in(
    request: Request, vault: Vault, way: Elsewhere, state: str, code: str
) -> Response:
    async with vault.throttle.attempt(arriving(address(request))):
        proof = await way.arrive(request.cookies.get(TICKET, ""), state, code)
    answer = await enter(request, vault, proof.person)
    answer.delete_cookie(TICKET)
    return answer
