"""Getting a token for a password."""

from typing import Annotated, Literal

from fastapi import APIRouter, Request, Response
from pydantic import Field

from app.api.shapes import answer
from app.visitor import Services, address
from services.errors import NotAllowed
from services.identity.identity import CodeNeeded, Proof
from services.identity.throttle import signing_up
from services.identity.totp import is_totp
from services.record import Record
from services.vault import Vault

router = APIRouter(prefix="/auth", tags=["auth"])

Secret = Annotated[str, Field(max_length=1_000)]


class NewAccount(Record):
    """Who wants an account."""

    email: Annotated[str, Field(max_length=400)]
    password: Secret
    name: Annotated[str, Field(max_length=100)] = ""


class Credentials(Record):
    """What proves who you are. `code` is needed once a second factor is on, or a new address
    wants to be confirmed."""

    email: Annotated[str, Field(max_length=400)]
    password: Secret
    code: Annotated[str, Field(max_length=100)] = ""


class Bearer(Record):
    """A token that is good for twelve hours, to send as `Authorization: Bearer …`."""

    access_token: str
    token_type: Literal["bearer"]


@router.post("/signup", status_code=201, response_model=Bearer)
async def sign_up(request: Request, vault: Services, new: NewAccount) -> Response:
    """Make an account."""
    if not request.app.state.settings.sign_up:
        raise NotAllowed("New accounts are not open here.")
    await vault.throttle.spend(signing_up(address(request)))
    made = await vault.identity.sign_up(new.email, new.password, new.name)
    if isinstance(made, CodeNeeded):
        raise NotAllowed("We have sent you a code. Please log in with it, as “code”.")
    return await _token(vault, made, 201)


@router.post("/login", response_model=Bearer)
async def login(request: Request, vault: Services, given: Credentials) -> Response:
    """Sign in. If the password is right and a second factor is on, a missing `code` is asked
    for with 403: nobody learns of it by a wrong password."""
    # One throttle over both steps: each login has a new ticket, so codes count by the account.
    async with vault.throttle.guess(given.email, address(request)):
        found = await vault.identity.sign_in(given.email, given.password)
        if isinstance(found, CodeNeeded):
            found = await _with_code(vault, found, given.code)
    return await _token(vault, found.person, 200)


async def _with_code(vault: Vault, needed: CodeNeeded, code: str) -> Proof:
    if needed.by_text and (not code or is_totp(code)):
        # Each login has another texted: the one that was sent belongs to the login before.
        raise NotAllowed("Codes that are texted are for browsers. Please use a token of yours.")
    if not code:
        whose = "that was mailed to you" if needed.by_mail else "of your second factor"
        raise NotAllowed(f"Please send the code {whose} too, as “code”.")
    return await vault.identity.give_code(needed.ticket, code)


async def _token(vault: Vault, person: str, status: int) -> Response:
    token = await vault.tokens.make_for_sign_in(person)
    return answer({"access_token": token, "token_type": "bearer"}, status)
