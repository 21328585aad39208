"""How a browser comes in: by a session of its own, once enough was shown."""

from typing import Annotated
from urllib.parse import quote

from fastapi import Form, Request, Response
from fastapi.responses import RedirectResponse

from app.public import Public, local_path
from app.visitor import address, cookie_name, session_token
from services.identity.identity import CodeNeeded, Proof
from services.identity.sessions import ABSOLUTE_END
from services.vault import Vault

Field = Annotated[str, Form(max_length=2_000)]
TICKET = "careervault-ticket"
_MINUTES_FOR_A_CODE = 5
_MINUTES_FOR_MAIL = 60


def public(request: Request) -> Public:
    """Return the renderer of the public pages."""
    pages: Public = request.app.state.public
    return pages


async def go_on(
    request: Request, vault: Vault, found: Proof | CodeNeeded, email: str, next: str
) -> Response:
    """Let in who has shown enough, and ask the others for their code."""
    if isinstance(found, Proof):
        return await enter(request, vault, found.person, next)
    if found.by_mail:
        answer = ask_mailed(request, email, next)
        set_cookie(request, answer, TICKET, found.ticket, _MINUTES_FOR_MAIL * 60)
        return answer
    texted = "&texted=1" if found.by_text else ""
    answer = RedirectResponse(f"/sign-in/code?next={quote(next)}{texted}", 303)
    set_cookie(request, answer, TICKET, found.ticket, _MINUTES_FOR_A_CODE * 60)
    return answer


def ask_mailed(
    request: Request, email: str, next: str, status: int = 200, **shown: object
) -> Response:
    """Return the page that asks for the code which was mailed to this address."""
    # The address stays in the form: it is private, so it may stand in no link.
    return public(request).page(
        "confirm", "Confirm your address", status, email=email, next=next, **shown
    )


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
