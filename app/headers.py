"""What every answer carries to keep the page in its own house: CSP and its kin."""

import re
from secrets import token_urlsafe

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SCRIPT = re.compile(rb"<script(?=[\s>])")

# Vue compiles NiceGUI's templates in the browser, which 'unsafe-eval' allows; inline script from
# anywhere else stays without the nonce and does not run.
_POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; object-src 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


class SecurityHeaders:
    """Puts the security headers on every answer and a fresh nonce on every script of a page."""

    def __init__(self, app: ASGIApp, secure: bool) -> None:
        self._app = app
        self._secure = secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        nonce = token_urlsafe(16)
        page: list[Message] = []

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                self._guard(headers, nonce, scope["path"])
                if headers.get("content-type", "").startswith("text/html"):
                    page.append(message)
                    return
            elif page:
                page.append(message)
                if not message.get("more_body"):
                    for part in _with_nonce(page, nonce):
                        await send(part)
                return
            await send(message)

        await self._app(scope, receive, send_guarded)

    def _guard(self, headers: MutableHeaders, nonce: str, path: str) -> None:
        # Only a file to save brings a policy of its own, which is stricter still.
        headers.setdefault("content-security-policy", _POLICY.format(nonce=nonce))
        headers["x-content-type-options"] = "nosniff"
        headers["x-frame-options"] = "DENY"
        # Not "no-referrer": with it a form post comes without the origin that we check.
        headers["referrer-policy"] = "same-origin"
        headers["cross-origin-opener-policy"] = "same-origin"
        headers["permissions-policy"] = "camera=(), microphone=(), geolocation=()"
        if self._secure:
            headers["strict-transport-security"] = "max-age=31536000; includeSubDomains"
        if not path.startswith(("/_nicegui/", "/static/")):
            headers.setdefault("cache-control", "no-store")


def _with_nonce(page: list[Message], nonce: str) -> tuple[Message, Message]:
    """Return the start and the one body of a page whose scripts carry the nonce."""
    start, *parts = page
    body = b"".join(part.get("body", b"") for part in parts)
    body = _SCRIPT.sub(b'<script nonce="' + nonce.encode() + b'"', body)
    headers = MutableHeaders(scope=start)
    headers["content-length"] = str(len(body))
    return start, {"type": "http.response.body", "body": body}
