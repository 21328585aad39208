"""Getting back into one's account without the password."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.entering import Field, public
from app.public import Refusal
from app.visitor import Services, address
from services.identity.throttle import mailing

router = APIRouter(include_in_schema=False)
TITLE = "Set a new password"


@router.get("/reset-password")
async def reset_password_page(request: Request) -> Response:
    return public(request).page("reset_password", TITLE)


@router.post("/reset-password/code")
async def send_code(request: Request, vault: Services, email: Field) -> Response:
    values = {"email": email}
    with Refusal() as refusal:
        await vault.throttle.spend(*mailing(email, address(request)))
        await vault.identity.send_code(email)
        said = "If this address has an account, a code is on its way to it."
        return public(request).page("reset_password", TITLE, values=values, said=said, sent=True)
    return public(request).page("reset_password", TITLE, 422, values=values, **refusal.shown)


@router.post("/reset-password")
async def reset_password(
    request: Request, vault: Services, email: Field, recovery_code: Field, password: Field
) -> Response:
    with Refusal() as refusal:
        async with vault.throttle.guess(email, address(request)):
            await vault.identity.reset_password(email, recovery_code, password)
        return RedirectResponse("/sign-in?reset", 303)
    values = {"email": email}
    return public(request).page(
        "reset_password", TITLE, 422, values=values, sent=True, **refusal.shown
    )
