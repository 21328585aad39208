"""Secrets that are handed out once and afterwards only recognised."""

from base64 import b32encode, urlsafe_b64encode
from collections.abc import Callable
from hashlib import sha256

Random = Callable[[int], bytes]
"""Returns so many unpredictable bytes, as `secrets.token_bytes` does."""

_EASY_TO_READ = str.maketrans(
    "abcdefghijklmnopqrstuvwxyz234567", "0123456789abcdefghjkmnpqrstvwxyz"
)
_EASY_TO_MISREAD = str.maketrans("ilo", "110", " -")


def new_secret(random: Random) -> str:
    """Return 256 random bits that fit into a cookie, a header or a link."""
    return urlsafe_b64encode(random(32)).decode().rstrip("=")


def digest(secret: str) -> str:
    """Return what is kept of a secret: enough to recognise it, not to use it.

    One plain hash is enough because the secrets are long and random; passwords need more.
    """
    return sha256(secret.encode(errors="backslashreplace")).hexdigest()


def new_code(random: Random) -> str:
    """Return 120 random bits that can be read from paper and typed."""
    text = b32encode(random(15)).decode().lower().translate(_EASY_TO_READ)
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def code_digest(code: str) -> str:
    """Return what is kept of such a code, whatever way it was typed."""
    return digest(code.lower().translate(_EASY_TO_MISREAD))
