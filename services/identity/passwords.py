"""Passwords: which are taken, how they are kept, how one is recognised."""

import asyncio
import secrets
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from services.errors import Invalid

FEWEST_CHARACTERS = 8
MOST_CHARACTERS = 1_000
_AT_ONCE = 2


def owasp_hasher() -> PasswordHasher:
    """Return argon2id with 19 MiB and two passes: about 27 ms on one core."""
    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


class Passwords:
    """Checks and hashes passwords as they were typed: nothing is cut, trimmed or normalised."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or owasp_hasher()
        self._nobody = self._hasher.hash(secrets.token_hex())
        # More at once would only make each slower, and each takes its megabytes.
        self._turn = asyncio.Semaphore(_AT_ONCE)

    def check(self, password: str, *known: str) -> None:
        """Raise `Invalid` for a password that is too short, too common or among `known`."""
        problem = _problem(password, {word.casefold() for word in known})
        if problem:
            raise Invalid(fields={"password": problem})

    async def hash(self, password: str) -> str:
        """Return what is kept of a password."""
        async with self._turn:
            return await asyncio.to_thread(self._hasher.hash, _bytes(password))

    async def match(self, kept: str | None, password: str) -> bool:
        """Tell whether this is the password; None, for nobody's, is never and takes as long."""
        async with self._turn:
            right = await asyncio.to_thread(self._verify, kept or self._nobody, password)
        return right and kept is not None

    def is_outdated(self, kept: str) -> bool:
        """Tell whether the password was hashed with other parameters than today's."""
        return self._hasher.check_needs_rehash(kept)

    def _verify(self, kept: str, password: str) -> bool:
        try:
            return self._hasher.verify(kept, _bytes(password[: MOST_CHARACTERS + 1]))
        except (VerificationError, InvalidHashError):
            return False


def _problem(password: str, known: set[str]) -> str | None:
    if len(password) < FEWEST_CHARACTERS:
        return f"Please use {FEWEST_CHARACTERS} characters or more; 15 are better."
    if len(password) > MOST_CHARACTERS:
        return f"Please use {MOST_CHARACTERS:,} characters or fewer."
    folded = password.casefold()
    if folded in common_passwords():
        return "This is one of the most common passwords. Please choose another."
    if folded in known:
        return "Please choose something other than your name or e-mail address."
    return None


@cache
def common_passwords() -> frozenset[str]:
    """Return 11,611 passwords that many people use, from a public frequency list."""
    lines = Path(__file__).with_name("common_passwords.txt").read_text().splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _bytes(password: str) -> bytes:
    # Half a surrogate pair can be typed into JSON; it is no reason to fail.
    return password.encode(errors="surrogatepass")
