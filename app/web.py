"""The web application, put together: routes, answers to errors, headers, background watches."""

import asyncio
import logging
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse
from nicegui import App, background_tasks
from nicegui.server import Server
from starlette.exceptions import HTTPException

from app import docs, exports, health, metrics, papers, pictures, public, rows, uploads
from app.api.api import make_api
from app.api.refusals import answer_unfit
from app.early import Early
from app.headers import SecurityHeaders
from app.limits import BodyLimit
from app.origin import OriginGuard
from app.pages import forgotten, goodbye, shell, sign_in, sign_up
from app.presence import Presence
from app.problems import problem_answer, problem_body
from app.sockets import guard_sockets
from app.visitor import SignedOut
from app.writings import Writings
from services.errors import NotFound, VaultError
from services.settings import Settings
from services.vault import Vault

log = logging.getLogger(__name__)

DOORS = (
    *(public, sign_in, sign_up, forgotten, goodbye),
    *(rows, shell, papers, exports, uploads, pictures),
    *(health, metrics, docs),
)
"""Whatever answers addresses, beside the REST door: before sign-in, behind it, for programs."""

WARM_AFTER = 1.0
"""Seconds after the start when loading begins that nobody waits for yet: first answers go first."""


def mount(web: App, vault: Vault, settings: Settings) -> None:
    """Hang every door of this vault into the web application."""
    presence = Presence(vault.sessions)
    counted = metrics.Metrics()
    vault.jobs.on_added(counted.added)
    vault.advice.on_asked(counted.asked)
    vault.assistant.on_asked(counted.asked)
    api = make_api(vault, settings, counted)
    guard_sockets(presence)
    for key, value in {
        "vault": vault,
        "settings": settings,
        "public": _public(vault, settings),
        "presence": presence,
        "writings": Writings(vault.advice, vault.finishing),
        "early": Early(),
        "metrics": counted,
        "api": api,
    }.items():
        setattr(web.state, key, value)
    _open_doors(web, vault)
    web.mount("/api", api)
    web.add_static_files("/static", public.STATIC, max_cache_age=31_536_000)
    web.add_exception_handler(VaultError, answer_problem)
    web.add_exception_handler(RequestValidationError, answer_unfit)
    web.add_exception_handler(SignedOut, lead_to_sign_in)
    web.add_exception_handler(404, answer_unknown_path)
    web.add_exception_handler(413, answer_too_large)
    web.add_middleware(BodyLimit)
    web.add_middleware(OriginGuard)
    web.add_middleware(SecurityHeaders, secure=settings.secure_cookies)
    _begin(web, vault, settings, presence)


def _begin(web: App, vault: Vault, settings: Settings, presence: Presence) -> None:
    """Say what is done once the application has started, and when it ends."""
    web.on_startup(lambda: log.info("serving", extra=_facts(settings)))
    web.on_startup(lambda: background_tasks.create(presence.watch(), name="watch sessions"))
    web.on_startup(lambda: background_tasks.create(vault.live.watch(), name="watch changes"))
    web.on_startup(lambda: background_tasks.create(_warm(vault), name="warm matches"))
    vault.know_leaving(lambda: _is_leaving(web))
    if settings.queue == "local":
        finishing = vault.unfinished.work
        web.on_startup(lambda: background_tasks.create(finishing(), name="finish work"))
    web.on_shutdown(vault.leave)


def _is_leaving(web: App) -> bool:
    # Requests that take too long are cancelled before the application hears that it ends.
    server = getattr(Server, "instance", None)
    return web.is_stopping or (server is not None and server.should_exit)


def _public(vault: Vault, settings: Settings) -> public.Public:
    elsewhere = vault.elsewhere.providers if vault.elsewhere else ()
    return public.Public(settings.sign_up, settings.identity == "cognito", elsewhere)


def _open_doors(web: App, vault: Vault) -> None:
    for door in DOORS:
        web.include_router(door.router)
    if vault.elsewhere:
        # Imported where it is wanted: AWS's client comes along.
        from app.pages import sign_in_elsewhere

        web.include_router(sign_in_elsewhere.router)


async def _warm(vault: Vault) -> None:
    await asyncio.sleep(WARM_AFTER)
    await vault.matches.warm()


def _facts(settings: Settings) -> dict[str, object]:
    address = f"http://{settings.host}:{settings.port}"
    return {"address": address, "version": health.VERSION, "store": settings.store}


async def answer_problem(_: Request, problem: Exception) -> Response:
    """Answer what a service refused, with its own words and the right code."""
    assert isinstance(problem, VaultError)  # noqa: S101 - registered for this class alone
    return problem_answer(problem)


async def lead_to_sign_in(request: Request, _: Exception) -> Response:
    """Send a browser that is not signed in to the form, and back here afterwards."""
    if request.url.path.startswith(("/rows", "/uploads", "/pictures")):
        return problem_answer(SignedOut())
    if request.url.path == "/":
        return RedirectResponse("/welcome", 303)
    return RedirectResponse(f"/sign-in?next={quote(request.url.path)}", 303)


async def answer_unknown_path(request: Request, _: Exception) -> Response:
    """Answer an address that is not ours plainly, without building a page for it."""
    if request.url.path.startswith("/api/"):
        return problem_answer(NotFound("There is nothing at this address."))
    pages: public.Public = request.app.state.public
    return pages.page("message", "There is nothing here", 404, text="This page does not exist.")


async def answer_too_large(_: Request, problem: Exception) -> Response:
    """Answer a form, message or file that is larger than anything of ours."""
    assert isinstance(problem, HTTPException)  # noqa: S101 - registered for its code alone
    return JSONResponse(problem_body("TooLarge", problem.detail), 413)
