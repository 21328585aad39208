"""The REST door as an application of its own, so that its description holds nothing else."""

from fastapi import FastAPI

from app.api import ai, analytics, assistant, auth, instance, jobs, matches, person, resumes
from app.api.refusals import refuse_plainly
from app.api.shapes import Problem
from app.health import VERSION
from app.metrics import Metrics, RequestClock
from services.settings import Settings
from services.vault import Vault

REFUSALS = {
    400: "The body is no JSON.",
    401: "There is no token, or it is not valid any more.",
    403: "That did not match, or the token may only read.",
    404: "There is none, or it is somebody else's.",
    409: "It was changed in the meantime; `fields` holds what it says now.",
    413: "The body is larger than 1 MB, or the file than 10 MB.",
    422: "Something needs another look; `fields` says what.",
    429: "Too many attempts; Retry-After says how long to wait.",
    503: "The storage does not answer. Please try again.",
}


def make_api(vault: Vault, settings: Settings, metrics: Metrics) -> FastAPI:
    """Return the application to mount at /api."""
    api = FastAPI(
        title="CareerVault",
        version=VERSION,
        description="Your job search, for your programs.",
        servers=[{"url": "/api"}],
        root_path_in_servers=False,
        docs_url=None,
        redoc_url=None,
        responses={
            code: {"model": Problem, "description": words} for code, words in REFUSALS.items()
        },
    )
    for name, value in {"vault": vault, "settings": settings, "metrics": metrics}.items():
        setattr(api.state, name, value)
    for router in (
        auth.router,
        jobs.router,
        resumes.router,
        matches.router,
        ai.router,
        analytics.router,
        assistant.router,
        person.router,
        instance.router,
    ):
        api.include_router(router)
    refuse_plainly(api)
    api.add_middleware(RequestClock, metrics=metrics)
    return api
