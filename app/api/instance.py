"""How the instance is, for whoever runs it."""

from fastapi import APIRouter, Response

from app.api.shapes import answer
from app.visitor import Admin, Services
from services.instance import Overview

router = APIRouter(tags=["instance"])


@router.get("/instance", response_model=Overview)
async def get_instance(_: Admin, vault: Services) -> Response:
    """How many people there are, what is kept, and what advice cost everybody. For admins."""
    return answer((await vault.instance.overview()).model_dump())
