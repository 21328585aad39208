"""Making an account, and getting back into one."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.pages.sign_in import Field, enter, home, public
from app.public import Refusal
from app.visitor import MaybeVisitor, Services, address
from services.identity.throttle import signing_up

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
        person = await vault.identity.sign_up(email, password, name)
        return await enter(request, vault, person)
    values = {"email": email, "name": name}
    return public(request).page("sign_up", "Make an account", 422, values=values, **refusal.shown)


@router.get("/reset-password")
async def reset_password_page(request: Request) -> Response:
    return public(request).page("reset_password", "Set a new password")


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
        "reset_password", "Set a new password", 422, values=values, **refusal.shown
    )
