"""Signing in and out by plain form posts, which password managers understand."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from app.public import Public, Refusal, local_path
from app.visitor import MaybeVisitor, Services, address, cookie_name, session_token
from services.errors import NotFound
from services.identity.identity import CodeNeeded, Proof
from services.identity.sessions import ABSOLUTE_END
from services.vault import Vault

router = APIRouter(include_in_schema=False)

Field = Annotated[str, Form(max_length=2_000)]
TICKET = "careervault-ticket"


def public(request: Request) -> Public:
    """Return the renderer of the public pages."""
    pages: Public = request.app.state.public
    return pages


@router.get("/welcome")
async def welcome(request: Request, visitor: MaybeVisitor) -> Response:
    return (
        home() if visitor else public(request).page("welcome", "A private place for a job search")
    )


@router.get("/sign-in")
async def sign_in_page(request: Request, visitor: MaybeVisitor, next: str = "/") -> Response:
    said = "Your password is set. Please sign in." if "reset" in request.query_params else ""
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
        return await go_on(request, vault, found, local_path(next))
    return public(request).page(
        "sign_in",
        "Sign in",
        422,
        **refusal.shown,
        values={"email": email},
        next=local_path(next),
    )


@router.get("/sign-in/code")
async def code_page(request: Request, next: str = "/") -> Response:
    return public(request).page("code", "One more step", next=local_path(next))


@router.post("/sign-in/code")
async def give_code(request: Request, vault: Services, code: Field, next: Field = "/") -> Response:
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
        "code", "One more step", 422, **refusal.shown, next=local_path(next)
    )


@router.post("/sign-out")
async def sign_out(request: Request, vault: Services) -> Response:
    await vault.sessions.close(session_token(request))
    answer = RedirectResponse("/sign-in", 303)
    secure = request.app.state.settings.secure_cookies
    answer.delete_cookie(cookie_name(secure), secure=secure, httponly=True, samesite="lax")
    return answer


async def go_on(request: Request, vault: Vault, found: Proof | CodeNeeded, next: str) -> Response:
    """Let in who has shown enough, and ask the others for their code."""
    if isinstance(found, Proof):
        return await enter(request, vault, found.person, next)
    answer = RedirectResponse(f"/sign-in/code?next={quote(next)}", 303)
    set_cookie(request, answer, TICKET, found.ticket, 300)
    return answer


def home(path: str = "/") -> Response:
    """Send the browser on, after a post too."""
    return RedirectResponse(path, 303)


async def enter(request: Request, vault: Vault, person: str, next: str = "/") -> Response:
    """Open a new session for this browser, in place of any it had, and send it on."""
    await vault.sessions.close(session_token(request))
    agent = request.headers.get("user-agent", "")
    token = await vault.sessions.open(person, agent, address(request))
    answer = home(local_path(next))
    name = cookie_name(request.app.state.settings.secure_cookies)
    set_cookie(request, answer, name, token, int(ABSOLUTE_END.total_seconds()))
    return answer


def set_cookie(request: Request, answer: Response, name: str, value: str, seconds: int) -> None:
    """Give the browser a cookie that no script and no other site can use."""
    answer.set_cookie(
        name,
        value,
        max_age=seconds,
        path="/",
        httponly=True,
        samesite="lax",
        secure=request.app.state.settings.secure_cookies,
    )
