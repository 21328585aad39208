"""A Cognito user pool: its calls, each in a thread of its own."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from hmac import digest as hmac_digest
from typing import Any, Literal

from pycognito.aws_srp import AWSSRP
from pycognito.exceptions import ForceChangePasswordException, MFAChallengeException

from services.errors import NotAllowed
from services.identity.pool_errors import in_our_words


@dataclass(frozen=True, slots=True)
class PoolTokens:
    """What the pool gives for a whole sign-in. Nothing of it ever reaches a browser."""

    id: str
    access: str
    refresh: str


Factor = Literal["SOFTWARE_TOKEN_MFA", "SMS_MFA"]
"""What the pool calls a second factor: an authenticator's code, or one that it texts."""

TOTP: Factor = "SOFTWARE_TOKEN_MFA"
TEXT: Factor = "SMS_MFA"

_PREFERENCES = {TOTP: "SoftwareTokenMfaSettings", TEXT: "SMSMfaSettings"}
_NUMBER = "phone_number"


@dataclass(frozen=True, slots=True)
class Challenge:
    """The password was right and the pool wants the second factor's code as well."""

    subject: str
    session: str
    factor: Factor = TOTP


@dataclass(frozen=True, slots=True)
class User:
    """Somebody in the pool, and how the pool has them."""

    subject: str
    state: str

    @property
    def is_unconfirmed(self) -> bool:
        """Tell whether they never showed that the address is theirs."""
        return self.state == "UNCONFIRMED"

    @property
    def wants_password(self) -> bool:
        """Tell whether they were put there, and have set no password of their own since."""
        return self.state == "FORCE_CHANGE_PASSWORD"


class Pool:
    """The people of one application; `client` is boto3's, `secret` what the pool knows us by."""

    def __init__(self, client: Any, name: str, application: str, secret: str | None = None) -> None:
        self._client = client
        self._name = name
        self._application = application
        self._secret = secret

    async def sign_up(self, email: str, password: str) -> str:
        """Return the new subject, whom a code was sent; raise `Conflict` for a taken address."""
        answer = await self._ask(
            "sign_up",
            **self._as_us(email),
            Password=password,
            UserAttributes=[{"Name": "email", "Value": email}],
        )
        return str(answer["UserSub"])

    async def find(self, email: str) -> User | None:
        """Return the user with this address, or None."""
        try:
            user = await self._rule("admin_get_user", email)
        except NotAllowed:
            return None
        return User(user["Username"], user["UserStatus"])

    async def add(self, email: str) -> str:
        """Put somebody in whose address needs no confirming, without any mail to them."""
        told = {"email": email, "email_verified": "true"}
        answer = await self._rule(
            "admin_create_user",
            email,
            MessageAction="SUPPRESS",
            UserAttributes=[{"Name": name, "Value": value} for name, value in told.items()],
        )
        return str(answer["User"]["Username"])

    async def add_to_group(self, subject: str, group: str) -> None:
        """Put the subject into a group of the pool's."""
        await self._rule("admin_add_user_to_group", subject, GroupName=group)

    async def people(self) -> int:
        """Return how many users the pool has, as it last counted."""
        answer = await self._ask("describe_user_pool", UserPoolId=self._name)
        return int(answer["UserPool"]["EstimatedNumberOfUsers"])

    async def confirm(self, email: str, code: str) -> None:
        """Confirm the address by the code that was mailed to it."""
        await self._ask("confirm_sign_up", **self._as_us(email), ConfirmationCode=code)

    async def send_code(self, email: str) -> None:
        """Mail a code to confirm the address by."""
        await self._ask("resend_confirmation_code", **self._as_us(email))

    async def send_reset_code(self, email: str) -> None:
        """Mail a code to set a forgotten password by."""
        await self._ask("forgot_password", **self._as_us(email))

    async def reset_password(self, email: str, code: str, new: str) -> None:
        """Set a forgotten password by the code that was mailed."""
        await self._ask(
            "confirm_forgot_password",
            **self._as_us(email),
            ConfirmationCode=code,
            Password=new,
        )

    async def sign_in(self, email: str, password: str) -> PoolTokens | Challenge:
        """Prove the password by SRP, so that it does not travel."""

        def prove() -> PoolTokens | Challenge:
            srp = AWSSRP(
                email,
                password,
                self._name,
                self._application,
                client=self._client,
                client_secret=self._secret,
            )
            try:
                return _tokens(srp.authenticate_user())
            except MFAChallengeException as wanted:
                told = wanted.get_tokens()
                subject = told["ChallengeParameters"].get("USER_ID_FOR_SRP", "")
                return Challenge(subject, told["Session"], told["ChallengeName"])
            except ForceChangePasswordException:
                # Put there by hand, and never asked for a password of their own.
                raise NotAllowed from None

        found = await in_our_words(prove)
        if isinstance(found, Challenge) and not found.subject:
            # With a texted code the pool may leave out whom it is about.
            user = await self.find(email)
            found = replace(found, subject=user.subject if user else "")
        return found

    async def answer(self, challenge: Challenge, code: str) -> PoolTokens:
        """Complete a sign-in by the second factor's code."""
        said = {"USERNAME": challenge.subject, f"{challenge.factor}_CODE": code}
        if self._secret:
            said["SECRET_HASH"] = self._hash(challenge.subject)
        answer = await self._ask(
            "respond_to_auth_challenge",
            ClientId=self._application,
            ChallengeName=challenge.factor,
            Session=challenge.session,
            ChallengeResponses=said,
        )
        return _tokens(answer)

    async def revoke(self, tokens: PoolTokens) -> None:
        """End what the tokens could still be used or renewed for."""
        ours = {"ClientSecret": self._secret} if self._secret else {}
        await self._ask("revoke_token", Token=tokens.refresh, ClientId=self._application, **ours)

    async def offer_totp(self, access: str) -> str:
        """Return a new authenticator secret; it asks nothing before it is confirmed."""
        answer = await self._ask("associate_software_token", AccessToken=access)
        return str(answer["SecretCode"])

    async def confirm_totp(self, access: str, code: str) -> None:
        """Let the offered secret count once its code was given."""
        await self._ask("verify_software_token", AccessToken=access, UserCode=code)

    async def sends_texts(self) -> bool:
        """Tell whether the pool texts codes at all, as a second factor."""
        answer = await self._ask("get_user_pool_mfa_config", UserPoolId=self._name)
        return answer["MfaConfiguration"] != "OFF" and "SmsMfaConfiguration" in answer

    async def text_code(self, access: str, number: str) -> None:
        """Have a code texted to a number, which asks nothing before it is confirmed."""
        told = [{"Name": _NUMBER, "Value": number}]
        await self._ask("update_user_attributes", AccessToken=access, UserAttributes=told)
        await self._ask(
            "get_user_attribute_verification_code", AccessToken=access, AttributeName=_NUMBER
        )

    async def confirm_number(self, access: str, code: str) -> None:
        """Confirm the number by the code that was texted to it."""
        await self._ask(
            "verify_user_attribute", AccessToken=access, AttributeName=_NUMBER, Code=code
        )

    async def ask_for(self, factor: Factor, subject: str, wanted: bool) -> None:
        """Want this second factor's code at every sign-in from now on, or no more."""
        how = {"Enabled": wanted, "PreferredMfa": wanted}
        await self._rule("admin_set_user_mfa_preference", subject, **{_PREFERENCES[factor]: how})

    async def set_password(self, subject: str, new: str) -> None:
        """Set the password; whoever calls has made sure that this is wanted."""
        await self._rule("admin_set_user_password", subject, Password=new, Permanent=True)

    async def sign_out(self, subject: str) -> None:
        """End every token that the subject was ever given."""
        await self._rule("admin_user_global_sign_out", subject)

    async def remove(self, subject: str) -> None:
        """Remove the user for good."""
        await self._rule("admin_delete_user", subject)

    def _as_us(self, email: str) -> dict[str, str]:
        said = {"ClientId": self._application, "Username": email}
        return {**said, "SecretHash": self._hash(email)} if self._secret else said

    def _hash(self, username: str) -> str:
        told = f"{username}{self._application}".encode()
        return b64encode(hmac_digest((self._secret or "").encode(), told, sha256)).decode()

    async def _rule(self, operation: str, username: str, **arguments: Any) -> dict[str, Any]:
        return await self._ask(operation, UserPoolId=self._name, Username=username, **arguments)

    async def _ask(self, operation: str, **arguments: Any) -> dict[str, Any]:
        method: Callable[..., dict[str, Any]] = getattr(self._client, operation)
        return await in_our_words(lambda: method(**arguments))


def _tokens(answer: dict[str, Any]) -> PoolTokens:
    given = answer["AuthenticationResult"]
    return PoolTokens(given["IdToken"], given["AccessToken"], given["RefreshToken"])
