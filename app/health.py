"""Whether CareerVault is well: for people, for load balancers, for containers."""

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse

from app.visitor import Services
from services.clock import utc_now

VERSION = "0.1.0"

router = APIRouter(include_in_schema=False)


@router.get("/health")
async def health(vault: Services) -> Response:
    is_up = await vault.health.database()
    answer = {
        "status": "healthy" if is_up else "degraded",
        "database": "connected" if is_up else "unavailable",
        # Accounts are rows of the same storage.
        "authentication": "available" if is_up else "unavailable",
        "timestamp": utc_now().isoformat(),
        "version": VERSION,
    }
    return JSONResponse(answer, 200 if is_up else 503)


@router.get("/live")
async def live() -> Response:
    return JSONResponse({"status": "alive"})
