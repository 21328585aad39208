"""Files are compressed once, and are what they were."""

import asyncio
import gzip

import pytest
from fastapi.responses import StreamingResponse
from starlette.middleware.base import BaseHTTPMiddleware

from app.compression import Compression
from components import theme
from components.bundle import JOB_LIST

SHEET = f"/static/careervault.css?v={theme.fingerprint()}"


@pytest.mark.parametrize("visit", [1, 2])
def test_a_file_is_the_same_at_every_visit(server, visit):
    answer = server.client().get(SHEET)

    assert answer.headers["content-encoding"] == "gzip"
    assert answer.text == theme.stylesheet()


def test_who_takes_no_gzip_gets_none(server):
    answer = server.client().get("/static/job-list.js", headers={"accept-encoding": "identity"})

    assert "content-encoding" not in answer.headers
    assert answer.text == JOB_LIST.script


def asked(path: str, **headers: str) -> dict:
    encoded = [(b"accept-encoding", b"gzip")]
    encoded += [(name.encode(), value.encode()) for name, value in headers.items()]
    return {
        "type": "http", "method": "GET", "path": path, "query_string": b"", "headers": encoded,
    }  # fmt: skip


class Counting:
    """An application that says how often it was asked."""

    def __init__(self, control: str) -> None:
        self.control = control
        self.asked = 0

    async def __call__(self, scope, receive, send):
        self.asked += 1
        headers = [(b"cache-control", self.control.encode()), (b"content-type", b"text/css")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"x" * 1_000})


async def answers(application, *scopes) -> list[bytes]:
    bodies = []
    for scope in scopes:
        parts = []

        async def send(message, parts=parts):
            parts.append(message.get("body", b""))

        await application(scope, None, send)
        bodies.append(gzip.decompress(b"".join(parts)))
    return bodies


@pytest.mark.parametrize(
    ("path", "control", "headers", "times"),
    [
        ("/static/a.css", "public, immutable", {}, 1),
        ("/static/a.css", "no-store", {}, 2),
        ("/", "public, immutable", {}, 2),
        ("/static/a.css", "public, immutable", {"if-none-match": '"a"'}, 2),
        ("/_nicegui/3/dynamic_resources/a", "public, immutable", {}, 2),
    ],
    ids=["kept", "may change", "a page", "revalidated", "dynamic"],
)
async def test_only_what_never_changes_is_kept(path, control, headers, times):
    inner = Counting(control)
    bodies = await answers(Compression(inner), asked(path, **headers), asked(path, **headers))

    assert bodies == [b"x" * 1_000] * 2
    assert inner.asked == times


async def passed_on(request, call_next):
    return await call_next(request)


async def in_pieces(scope, receive, send):
    headers = {"cache-control": "public, immutable"}
    pieces = (b"x" * 1_000 for _ in range(100))
    await StreamingResponse(iter(pieces), headers=headers)(scope, receive, send)


async def test_a_file_is_whole_though_the_first_who_asked_for_it_left():
    async def left():
        return {"type": "http.disconnect"}

    async def lost(message):
        await asyncio.sleep(0)

    application = Compression(BaseHTTPMiddleware(in_pieces, passed_on))
    await application(asked("/static/large.js"), left, lost)

    [body] = await answers(application, asked("/static/large.js"))
    assert body == b"x" * 100_000
