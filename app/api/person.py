"""What belongs to the person as a whole: undo and redo, the trash, the settings."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.paging import Window, page
from app.api.shapes import Emptied, JobInList, TakenBack, answer, list_shape
from app.visitor import Caller, Services, Writer
from services.jobs.event import By
from services.jobs.history import TakenBack as Done
from services.jobs.profile import Profile
from services.jobs.words import taken_back
from services.vault import Vault

router = APIRouter(tags=["person"])


@router.post("/undo", response_model=TakenBack)
async def undo(caller: Writer, vault: Services) -> Response:
    """Take back your last action, wherever you did it."""
    done = await vault.history.undo(caller.owner, By.API)
    return await _said(vault, caller.owner, "undo", done)


@router.post("/redo", response_model=TakenBack)
async def redo(caller: Writer, vault: Services) -> Response:
    """Do again what was undone last."""
    done = await vault.history.redo(caller.owner, By.API)
    return await _said(vault, caller.owner, "redo", done)


@router.get("/trash", response_model=list[JobInList])
async def list_trash(
    request: Request, caller: Caller, vault: Services, window: Annotated[Window, Query()]
) -> Response:
    """The jobs in the trash, the last thrown away first."""
    cards = await vault.jobs.trashed(caller.owner)
    return page(request, cards, window, (await vault.people.profile(caller.owner)).stages)


@router.delete("/trash", response_model=Emptied)
async def empty_trash(caller: Writer, vault: Services) -> Response:
    """Delete everything in the trash for good. This is the one thing that cannot be undone."""
    return answer({"deleted": await vault.trash.empty(caller.owner)})


@router.get("/profile", response_model=Profile)
async def get_profile(caller: Caller, vault: Services) -> Response:
    """Your name, time zone, stages and saved views."""
    return answer((await vault.people.profile(caller.owner)).model_dump())


async def _said(vault: Vault, owner: str, key: str, done: Done) -> Response:
    stages = (await vault.people.profile(owner)).stages
    message = taken_back(key, done.kind, done.cards)
    return answer({"message": message, "kind": done.kind, "jobs": list_shape(done.cards, stages)})
