"""Codes of an authenticator app: six digits, a new one every thirty seconds."""

from datetime import datetime
from hmac import compare_digest

from pyotp import TOTP

from services.identity.identity import TotpSetup
from services.identity.secret import Random

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_SECONDS = 30
_DRIFT = 1
"""How many steps a person's clock may be off, either way."""


def new_totp(email: str, random: Random) -> TotpSetup:
    """Return a new shared secret of 160 bits."""
    return setup_of("".join(_ALPHABET[byte % 32] for byte in random(32)), email)


def setup_of(secret: str, email: str) -> TotpSetup:
    """Return what an authenticator needs to know this secret as the account's."""
    uri = TOTP(secret).provisioning_uri(name=email, issuer_name="CareerVault")
    return TotpSetup(secret=secret, uri=uri)


def is_totp(code: str) -> bool:
    """Tell an authenticator's code from a recovery code."""
    digits = digits_of(code)
    return len(digits) == 6 and digits.isascii() and digits.isdecimal()


def matching_step(secret: str, code: str, now: datetime, used: int) -> int | None:
    """Return the step the code belongs to, unless that step or a later one was used before."""
    if not is_totp(code):
        return None
    present = int(now.timestamp()) // _SECONDS
    steps = range(present - _DRIFT, present + _DRIFT + 1)
    code_at = TOTP(secret).generate_otp
    found = [step for step in steps if compare_digest(code_at(step), digits_of(code))]
    return next((step for step in found if step > used), None)


def digits_of(code: str) -> str:
    """Return the code as it is compared, however it was typed."""
    return code.replace(" ", "").replace("-", "")
