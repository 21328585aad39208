"""The last page: whoever decided to leave is erased, and told so."""

from fastapi import APIRouter, Request, Response

from app.entering import home, public
from app.visitor import MaybeVisitor, Services

router = APIRouter(include_in_schema=False)


@router.post("/goodbye")
async def goodbye(request: Request, visitor: MaybeVisitor, vault: Services) -> Response:
    # Not by the socket of a page: that goes with the first of what is erased.
    if visitor is None or not await vault.erasure.finish(visitor.person):
        return home()
    text = "Your account and everything in it are gone. All the best."
    return public(request).page("message", "Goodbye", text=text, way="Go to the start")
