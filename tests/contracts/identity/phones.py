"""The texts of a pool, which the server on this machine sends none of: a server in front of it.

It answers the operations that have to do with texts as AWS describes them, forgives nothing, and
passes everything else on.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from uuid import uuid4

import httpx

from tests.contracts.identity.lobby import CognitoPool

Answer = dict[str, Any]


class Refused(Exception):
    """What AWS calls the refusal."""


@dataclass
class Phones:
    """What was texted to whom, and the sign-ins that wait for it."""

    pool: CognitoPool
    tells_subject: bool = True
    texts: dict[str, list[str]] = field(default_factory=dict)
    waiting: dict[str, tuple[str, Answer]] = field(default_factory=dict)
    offered: dict[str, str] = field(default_factory=dict)

    def answer(self, operation: str, asked: Answer) -> Answer | None:
        """Return the answer if texts are what it is about."""
        match operation:
            case "GetUserAttributeVerificationCode":
                self.offered[asked["AccessToken"]] = self._text(self._number(asked["AccessToken"]))
                return {"CodeDeliveryDetails": {"DeliveryMedium": "SMS"}}
            case "VerifyUserAttribute":
                return self._verify(asked)
            case "RespondToAuthChallenge" if asked["ChallengeName"] == "SMS_MFA":
                return self._let_in(asked)
        return None

    def look(self, operation: str, given: Answer) -> Answer:
        """Return what was given, or the wish for a code where one must be texted first."""
        if operation != "RespondToAuthChallenge" or "AuthenticationResult" not in given:
            return given
        access = given["AuthenticationResult"]["AccessToken"]
        user = self._user(access)
        if "SMS_MFA" not in user.get("UserMFASettingList", []):
            return given
        session = uuid4().hex
        self.waiting[session] = self._text(self._number(access)), given
        told = {"USER_ID_FOR_SRP": user["Username"]} if self.tells_subject else {}
        told["CODE_DELIVERY_DELIVERY_MEDIUM"] = "SMS"
        return {"ChallengeName": "SMS_MFA", "Session": session, "ChallengeParameters": told}

    def _text(self, number: str) -> str:
        code = f"{uuid4().int % 1_000_000:06}"
        self.texts.setdefault(number, []).append(code)
        return code

    def _verify(self, asked: Answer) -> Answer:
        if self.offered.get(asked["AccessToken"]) != asked["Code"]:
            raise Refused("CodeMismatchException")
        del self.offered[asked["AccessToken"]]
        return {}

    def _let_in(self, asked: Answer) -> Answer:
        said = asked["ChallengeResponses"]
        code, given = self.waiting.get(asked["Session"], ("", {}))
        if not given or "SECRET_HASH" not in said or not said["USERNAME"]:
            raise Refused("NotAuthorizedException")
        if said["SMS_MFA_CODE"] != code:
            raise Refused("CodeMismatchException")
        del self.waiting[asked["Session"]]
        return given

    def _user(self, access: str) -> Answer:
        name = self.pool.client.get_user(AccessToken=access)["Username"]
        user: Answer = self.pool.client.admin_get_user(UserPoolId=self.pool.name, Username=name)
        return user

    def _number(self, access: str) -> str:
        told = {each["Name"]: each["Value"] for each in self._user(access)["UserAttributes"]}
        return str(told["phone_number"])


@contextmanager
def open_phones(pool: CognitoPool) -> Iterator[tuple[Phones, str]]:
    """Serve in front of the pool's server; give what is texted, and the address to use instead."""
    phones = Phones(pool)

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._pass_on(b"")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            operation = self.headers.get("x-amz-target", "").rpartition(".")[2]
            try:
                answer = phones.answer(operation, json.loads(body))
            except Refused as refusal:
                self._say(400, json.dumps({"__type": str(refusal), "message": ""}).encode())
                return
            if answer is None:
                self._pass_on(body, operation)
            else:
                self._say(200, json.dumps(answer).encode())

        def _pass_on(self, body: bytes, operation: str = "") -> None:
            address = f"{pool.address}{self.path}"
            headers = dict(self.headers.items())
            given = httpx.request(self.command, address, content=body, headers=headers)
            seen = given.content
            if given.is_success and operation:
                seen = json.dumps(phones.look(operation, given.json())).encode()
            self._say(given.status_code, seen)

        def _say(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("content-type", "application/x-amz-json-1.1")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as door:
        Thread(target=door.serve_forever, daemon=True).start()
        yield phones, f"http://127.0.0.1:{door.server_port}"
        door.shutdown()


def let_text(pool: CognitoPool, is_on: bool = True) -> None:
    """Say of the pool that it texts codes, or that it does not."""
    texts = {"SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::000000000000:role/texts"}}
    pool.client.set_user_pool_mfa_config(
        UserPoolId=pool.name,
        SmsMfaConfiguration=texts if is_on else {},
        SoftwareTokenMfaConfiguration={"Enabled": True},
        MfaConfiguration="OPTIONAL",
    )
