"""Making an account; where there is mail, the address is confirmed before it opens."""

from fastapi import APIRouter, Request, Response

from app.entering import TICKET, Field, ask_mailed, enter, go_on, home, public
from app.public import Refusal, local_path
from app.visitor import MaybeVisitor, Services, address
from services.errors import NotFound
from services.identity.identity import CodeNeeded
from services.identity.throttle import mailing, signing_up

router = APIRouter(include_in_schema=False)


@router.get("/sign-up")
async def sign_up_page(request: Request, visitor: MaybeVisitor) -> Response:
    return home() if visitor else public(request).page("sign_up", "Make an account")


@router.post("/sign-up")
async def sign_up(
    request: Request, vault: Services, email: Field, password: Field, name: Field = ""
) -> Response:
    if not request.app.state.settings.sign_up:
        return public(request).page("sign_up", "Make an account", 403)
    with Refusal() as refusal:
        await vault.throttle.spend(signing_up(address(request)))
        made = await vault.identity.sign_up(email, password, name)
        if isinstance(made, CodeNeeded):
            return await go_on(request, vault, made, email, "/")
        return await enter(request, vault, made)
    values = {"email": email, "name": name}
    return public(request).page("sign_up", "Make an account", 422, values=values, **refusal.shown)


@router.post("/sign-up/code")
async def confirm(
    request: Request, vault: Services, email: Field, code: Field, next: Field = "/"
) -> Response:
    ticket = request.cookies.get(TICKET, "")
    with Refusal() as refusal:
        async with vault.throttle.guess(ticket, address(request)):
            proof = await vault.identity.give_code(ticket, code)
        answer = await enter(request, vault, proof.person, next)
        answer.delete_cookie(TICKET)
        return answer
    if isinstance(refusal.problem, NotFound):
        return public(request).page(
            "sign_in", "Sign in", 422, **refusal.shown, values={"email": email}, next="/"
        )
    return ask_mailed(request, email, local_path(next), 422, **refusal.shown)


@router.post("/sign-up/again")
async def send_again(
    request: Request, vault: Services, email: Field, next: Field = "/"
) -> Response:
    with Refusal() as refusal:
        await vault.throttle.spend(*mailing(email, address(request)))
        await vault.identity.send_code(email)
        return ask_mailed(request, email, local_path(next), said="Another code is on its way.")
    return ask_mailed(request, email, local_path(next), 422, **refusal.shown)
