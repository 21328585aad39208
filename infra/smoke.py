"""Looks at a deployment from outside, as a person would: `python -m infra.smoke URL`.

With CAREERVAULT_SMOKE_EMAIL and CAREERVAULT_SMOKE_PASSWORD it also signs in, adds a job, finds it
again and removes it.
"""

import os
import sys
from collections.abc import Callable

import httpx

JOB = {"company": "Smoke test", "position": "To be removed", "status": "Saved"}
GUARDS = ("content-security-policy", "x-content-type-options", "x-frame-options")

Look = Callable[[httpx.Client], None]


class Broken(Exception):
    """The deployment does not do what it should."""


def main(url: str, email: str | None = None, password: str | None = None) -> None:
    """Say what was looked at, and end with the first thing that is broken."""
    with httpx.Client(base_url=url, timeout=15, follow_redirects=False) as visitor:
        for look in LOOKS:
            _look(look, visitor)
        if email and password:
            _look(lambda client: _keeps_a_job(client, email, password), visitor, "keeps a job")
    print("This deployment does what it should.")


def _look(look: Look, visitor: httpx.Client, words: str = "") -> None:
    words = words or look.__name__.strip("_").replace("_", " ")
    try:
        look(visitor)
    except (Broken, httpx.HTTPError) as problem:
        raise SystemExit(f"broken  {words}: {problem}") from None
    print(f"well    {words}", flush=True)


def _want(is_so: bool, words: str) -> None:
    if not is_so:
        raise Broken(words)


def _lives(visitor: httpx.Client) -> None:
    _want(visitor.get("/live").is_success, "/live does not answer well")


def _stands_on_its_feet(visitor: httpx.Client) -> None:
    told = visitor.get("/health").json()
    _want(told.get("status") == "healthy", f"/health says {told}")


def _greets_strangers(visitor: httpx.Client) -> None:
    answer = visitor.get("/")
    _want(answer.status_code in {302, 303, 307}, f"/ answers {answer.status_code}")
    page = visitor.get(answer.headers["location"])
    _want("CareerVault" in page.text, "the first page is not ours")


def _is_styled(visitor: httpx.Client) -> None:
    page = visitor.get("/sign-in").text
    _, found, rest = page.partition('rel="stylesheet" href="')
    _want(bool(found), "the sign-in page names no stylesheet")
    sheet = visitor.get(rest.partition('"')[0])
    _want(sheet.headers.get("content-type", "").startswith("text/css"), "there is no stylesheet")


def _guards_its_pages(visitor: httpx.Client) -> None:
    told = visitor.get("/sign-in").headers
    _want(not (gone := [name for name in GUARDS if name not in told]), f"no {gone}")
    if visitor.base_url.scheme == "https":
        _want("strict-transport-security" in told, "HSTS is not said")


def _leads_to_https(visitor: httpx.Client) -> None:
    if visitor.base_url.scheme == "https":
        answer = httpx.get(str(visitor.base_url.copy_with(scheme="http", port=None)), timeout=15)
        there = answer.headers.get("location", "")
        _want(there.startswith("https://"), f"plain HTTP leads to {there or 'nowhere'}")


def _tells_strangers_nothing(visitor: httpx.Client) -> None:
    answer = visitor.get("/api/jobs/")
    _want(answer.status_code == 401, f"/api/jobs/ answers a stranger with {answer.status_code}")


def _refuses_wrong_passwords(visitor: httpx.Client) -> None:
    stranger = {"email": "nobody@careervault.invalid", "password": "not a password of anybody"}
    answer = visitor.post("/api/auth/login", json=stranger)
    _want(answer.status_code in {403, 429}, f"a stranger's login answers {answer.status_code}")


def _keeps_a_job(visitor: httpx.Client, email: str, password: str) -> None:
    login = visitor.post("/api/auth/login", json={"email": email, "password": password})
    _want(login.is_success, f"the login answers {login.status_code}")
    bearer = {"authorization": f"Bearer {login.json()['access_token']}"}
    added = visitor.post("/api/jobs/", json=JOB, headers=bearer)
    _want(added.status_code == 201, f"adding answers {added.status_code}")
    place = f"/api/jobs/{added.json()['id']}"
    found = visitor.get(place, headers=bearer)
    _want(found.is_success and found.json()["company"] == JOB["company"], "it is not found again")
    _want(visitor.delete(place, headers=bearer).status_code == 204, "it cannot be removed")


LOOKS: tuple[Look, ...] = (
    _lives,
    _stands_on_its_feet,
    _greets_strangers,
    _is_styled,
    _guards_its_pages,
    _leads_to_https,
    _tells_strangers_nothing,
    _refuses_wrong_passwords,
)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m infra.smoke URL")
    given = os.environ.get
    main(sys.argv[1], given("CAREERVAULT_SMOKE_EMAIL"), given("CAREERVAULT_SMOKE_PASSWORD"))
