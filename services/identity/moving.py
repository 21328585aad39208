"""Accounts in a file, to be taken to another adapter and back. Nothing in it opens anything."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

import orjson
from pydantic import ValidationError

from services.errors import Conflict, Invalid, Unavailable
from services.identity.registry import Known, Registry
from services.record import Record

MOST_BYTES = 256_000_000


class Everybody(Record):
    """The file: the accounts, and by what it is known that they are as they were written."""

    form: Literal["careervault accounts 1"] = "careervault accounts 1"
    digest: str
    accounts: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """What came of taking accounts in; `refused` has the ids of people whose address is taken."""

    made: int
    there: int
    refused: tuple[str, ...]
    factors: int

    @property
    def told(self) -> str:
        """Return it in words for an operator."""
        words = [f"Accounts made: {self.made}, there already: {self.there}."]
        if self.refused:
            words.append(f"Address or id is somebody else's: {', '.join(self.refused)}.")
        if self.made:
            words.append("Nobody's password came along: each sets a new one by “Forgot your")
            words.append("password?”, or by one that reset-password makes.")
        if self.factors:
            words.append(f"{self.factors} had a second factor, and must set it up again.")
        return " ".join(words)


async def write_everybody(registry: Registry, path: Path) -> int:
    """Write all accounts into a new file that we alone can read; return how many.

    Raise `Conflict` if the file is there already.
    """
    accounts = tuple(await registry.every())
    everybody = Everybody(digest=_digest(accounts), accounts=accounts)
    try:
        handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(everybody.model_dump_json(indent=1))
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise Conflict(f"{path} is there already, and is not written over.") from None
    except OSError as error:
        raise Unavailable(f"{path} cannot be written: {error.strerror}.") from error
    return len(accounts)


def read_everybody(path: Path) -> tuple[Known, ...]:
    """Return the accounts in a file, or raise `Invalid` if it is not whole and as it was."""
    try:
        with path.open("rb") as file:
            everybody = Everybody.model_validate_json(file.read(MOST_BYTES))
    except OSError as error:
        raise Unavailable(f"{path} cannot be read: {error.strerror}.") from error
    except ValidationError:
        raise Invalid(f"{path} is damaged, or holds no accounts of this CareerVault's.") from None
    if everybody.digest != _digest(everybody.accounts):
        raise Invalid(f"{path} has been altered: its accounts are not what they were.")
    return everybody.accounts


async def take_in(registry: Registry, accounts: Sequence[Known]) -> Moved:
    """Make all accounts that are not there yet. What was cut short may be done again."""
    made, there, factors = 0, 0, 0
    refused = []
    for known in accounts:
        try:
            is_new = await registry.take_in(known)
        except Conflict:
            refused.append(known.person)
            continue
        made, there = made + is_new, there + (not is_new)
        factors += is_new and known.had_second_factor
    return Moved(made, there, tuple(refused), factors)


def _digest(accounts: tuple[Known, ...]) -> str:
    told = [known.model_dump(mode="json") for known in accounts]
    return sha256(orjson.dumps(told, option=orjson.OPT_SORT_KEYS)).hexdigest()
