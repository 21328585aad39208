"""An OpenID provider of our own: it vouches for whoever it is told to, and forgives nothing."""

import json
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import time
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from uuid import uuid4

from joserfc import jwt
from joserfc.jwk import RSAKey

SECRET = "the provider's word"
Question = dict[str, str]


@dataclass
class Provider:
    """Who vouches, with which key, and what is under way."""

    claims: dict[str, Any]
    plays_pool: bool = False
    address: str = ""
    secret: str = SECRET
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "theirs"}))
    codes: dict[str, Question] = field(default_factory=dict)

    async def keys(self) -> dict[str, Any]:
        """Return the public key, as a JSON Web Key Set."""
        return {"keys": [self.key.as_dict(private=False)]}

    def authorize(self, asked: Question) -> str:
        """Return where the browser goes with its code."""
        code = uuid4().hex
        self.codes[code] = asked
        back = urlencode({"code": code, "state": asked["state"]})
        return f"{asked['redirect_uri']}?{back}"

    def exchange(self, told: Question) -> dict[str, str] | None:
        """Return tokens for a code that is good once, by whoever asked for it."""
        asked = self.codes.pop(told.get("code", ""), None)
        if asked is None or told.get("client_secret") != self.secret:
            return None
        if told.get("redirect_uri") != asked["redirect_uri"]:
            return None
        if asked.get("code_challenge", "") not in ("", _challenge(told.get("code_verifier", ""))):
            return None
        return {name: self._token(asked, name) for name in ("id", "access", "refresh")}

    def _token(self, asked: Question, use: str) -> str:
        claims = {**self.claims, "aud": asked["client_id"], "exp": int(time()) + 600}
        if "nonce" in asked:
            claims["nonce"] = asked["nonce"]
        if self.plays_pool:
            claims |= {"token_use": use, "client_id": asked["client_id"]}
        return jwt.encode({"alg": "RS256", "kid": "theirs"}, claims, self.key)


@contextmanager
def open_provider(plays_pool: bool = False, **claims: Any) -> Iterator[Provider]:
    """Serve a provider, or a pool's managed page, at an address of its own."""
    provider = Provider(claims, plays_pool)

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            self.send_response(302)
            self.send_header("location", provider.authorize(_one_each(parts.query)))
            self.end_headers()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            kind, _, basic = self.headers.get("authorization", "").partition(" ")
            proof = b64decode(basic).decode().partition(":")[2] if kind == "Basic" else ""
            given = provider.exchange({"client_secret": proof, **_one_each(body)})
            told = {f"{name}_token": token for name, token in (given or {}).items()}
            self.send_response(200 if given else 400)
            self.send_header("content-type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(told).encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as door:
        provider.address = f"http://127.0.0.1:{door.server_port}"
        Thread(target=door.serve_forever, daemon=True).start()
        yield provider
        door.shutdown()


def _one_each(form: str) -> Question:
    return {name: values[0] for name, values in parse_qs(form).items()}


def _challenge(verifier: str) -> str:
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
