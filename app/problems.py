"""How a refusal is answered to programs: one JSON shape, one dictionary of status codes."""

from typing import Any

from fastapi.responses import JSONResponse

from app.visitor import NoToken, SignedOut
from services.errors import (
    Conflict,
    Invalid,
    NotAllowed,
    NotFound,
    TooMany,
    Unavailable,
    VaultError,
)
from services.language.model import Blocked, Truncated

CODES: dict[type[VaultError], int] = {
    Invalid: 422,
    NotAllowed: 403,
    NotFound: 404,
    Conflict: 409,
    TooMany: 429,
    Unavailable: 503,
    Truncated: 503,
    Blocked: 422,
    SignedOut: 401,
    NoToken: 401,
}


def problem_answer(problem: VaultError) -> JSONResponse:
    """Return a problem as the doors for programs answer it."""
    kind = next((kind for kind in type(problem).__mro__ if kind in CODES), VaultError)
    code = CODES.get(kind, 500)
    headers = {}
    if isinstance(problem, TooMany):
        headers["retry-after"] = str(max(1, round(problem.wait.total_seconds())))
    if code == 401:
        headers["www-authenticate"] = "Bearer"
    fields = getattr(problem, "fields", {})
    return JSONResponse(problem_body(kind.__name__, str(problem), fields), code, headers)


def problem_body(error: str, message: str, fields: dict[str, str] | None = None) -> dict[str, Any]:
    """Return the JSON that every refusal has."""
    return {"error": error, "message": message, "fields": fields or {}}
