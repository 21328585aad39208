"""Every refusal and every accident at the REST door, in the one shape that programs can read."""

import logging
from secrets import token_hex
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import ValidationError
from pydantic_core import PydanticCustomError
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from app.problems import problem_answer, problem_body
from services.errors import Invalid, VaultError
from services.record import explain

log = logging.getLogger(__name__)

ANSWERS = {
    400: ("Invalid", "This could not be read as JSON."),
    404: ("NotFound", "There is nothing at this address."),
    405: ("MethodNotAllowed", "This address does not take that method."),
}
"""What the framework itself refuses, by status code."""


_NO_FILE = PydanticCustomError("file_type", "Please send this as a file")


def refuse_plainly(api: FastAPI) -> None:
    """Answer whatever this application raises in the shape of `Problem`."""
    api.add_exception_handler(VaultError, _answer_problem)
    api.add_exception_handler(RequestValidationError, answer_unfit)
    api.add_exception_handler(HTTPException, _answer_http)
    api.add_middleware(AccidentAnswer)


class AccidentAnswer:
    """Logs an accident once, with its traceback, and answers with a reference to it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._app(scope, receive, send)
        except Exception:
            reference = token_hex(3)
            log.exception("accident at the REST door", extra={"reference": reference})
            message = f"Something went wrong. If it happens again, quote {reference}."
            await JSONResponse(problem_body("Accident", message), 500)(scope, receive, send)


async def _answer_problem(_: Request, problem: Exception) -> Response:
    assert isinstance(problem, VaultError)  # noqa: S101 - registered for this class alone
    return problem_answer(problem)


async def answer_unfit(_: Request, problem: Exception) -> Response:
    """Answer a request whose fields cannot be what they are, without repeating what was sent."""
    assert isinstance(problem, RequestValidationError)  # noqa: S101 - as above
    found = ValidationError.from_exception_data("request", [_finding(e) for e in problem.errors()])
    return problem_answer(Invalid(fields=explain(found)))


async def _answer_http(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)  # noqa: S101 - as above
    code = problem.status_code
    unnamed = "TooLarge" if code == 413 else "Refused"
    name, words = ANSWERS.get(code, (unnamed, str(problem.detail)))
    headers = {"allow": _methods(request)} if code == 405 else problem.headers
    return JSONResponse(problem_body(name, words), code, headers)


def _methods(request: Request) -> str:
    """Return all methods of an address: the framework knows those of its first route alone."""
    path = request.scope["route"].path.rstrip("/")
    described = request.app.openapi()["paths"]
    methods = described.get(path) or described.get(f"{path}/") or {}
    return ", ".join(sorted(methods)).upper()


def _finding(error: dict[str, Any]) -> Any:
    # The first part of the place says body, query or path; the person knows which field they sent.
    place = error["loc"][1:]
    is_no_file = "Expected UploadFile" in error["msg"]
    return {
        "type": _NO_FILE if is_no_file else error["type"],
        "loc": () if error["type"] == "json_invalid" else place,
        "input": error.get("input"),
        "ctx": error.get("ctx", {}),
    }
