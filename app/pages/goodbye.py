"""The last page: whoever decided to leave is erased, and told so."""

from fastapi import APIRouter, Request, Response

from app.entering import home, public
from app.visitor import MaybeVisitor, Services
from services.identity.erasure import Leaving

router = APIRouter(include_in_schema=False)

WORDS = {
    Leaving.GONE: "Your account and everything in it are gone. All the best.",
    Leaving.GOING: "Your account and everything in it are being erased, which takes a few minutes.",
}


@router.post("/goodbye")
async def goodbye(request: Request, visitor: MaybeVisitor, vault: Services) -> Response:
    # Not by the socket of a page: that goes with the first of what is erased.
    leaving = await vault.erasure.carry_out(visitor.person) if visitor else Leaving.NO
    if leaving is Leaving.NO:
        return home()
    return public(request).page("message", "Goodbye", text=WORDS[leaving], way="Go to the start")
