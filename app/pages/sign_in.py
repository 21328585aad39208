"""Signing in and out by plain form posts, which password managers understand."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.entering import TICKET, Field, enter, go_on, home, public
from app.public import Refusal, local_path
from app.visitor import MaybeVisitor, Services, address, cookie_name, session_token
from services.errors import NotFound

router = APIRouter(include_in_schema=False)

SAID = {
    "reset": "Your password is set. Please sign in.",
    "ended": "You were signed out. Sign in to go on where you were.",
}
"""What the address of the sign-in says about how somebody came there."""


@router.get("/welcome")
async def welcome(request: Request, visitor: MaybeVisitor) -> Response:
    return (
        home() if visitor else public(request).page("welcome", "A private place for a job search")
    )


@router.get("/sign-in")
async def sign_in_page(request: Request, visitor: MaybeVisitor, next: str = "/") -> Response:
    said = " ".join(words for name, words in SAID.items() if name in request.query_params)
    if visitor:
        return home(local_path(next))
    return public(request).page("sign_in", "Sign in", next=local_path(next), said=said)


@router.post("/sign-in")
async def sign_in(
    request: Request, vault: Services, email: Field, password: Field, next: Field = "/"
) -> Response:
    with Refusal() as refusal:
        async with vault.throttle.guess(email, address(request)):
            found = await vault.identity.sign_in(email, password)
        return await go_on(request, vault, found, email, local_path(next))
    return public(request).page(
        "sign_in",
        "Sign in",
        422,
        **refusal.shown,
        values={"email": email},
        next=local_path(next),
    )


@router.get("/sign-in/code")
async def code_page(request: Request, next: str = "/", texted: str = "") -> Response:
    return public(request).page("code", "One more step", next=local_path(next), texted=texted)


@router.post("/sign-in/code")
async def give_code(
    request: Request, vault: Services, code: Field, next: Field = "/", texted: Field = ""
) -> Response:
    ticket = request.cookies.get(TICKET, "")
    with Refusal() as refusal:
        async with vault.throttle.guess(ticket, address(request)):
            proof = await vault.identity.give_code(ticket, code)
        answer = await enter(request, vault, proof.person, next)
        answer.delete_cookie(TICKET)
        return answer
    if isinstance(refusal.problem, NotFound):
        return public(request).page("sign_in", "Sign in", 422, **refusal.shown, next="/")
    return public(request).page(
        "code", "One more step", 422, **refusal.shown, next=local_path(next), texted=texted
    )


@router.post("/sign-out")
async def sign_out(request: Request, vault: Services) -> Response:
    await vault.sessions.close(session_token(request))
    answer = RedirectResponse("/sign-in", 303)
    secure = request.app.state.settings.secure_cookies
    answer.delete_cookie(cookie_name(secure), secure=secure, httponly=True, samesite="lax")
    return answer
