"""The files port: bytes under an owner and a name that we chose, never a person's word."""

import re
from datetime import datetime
from typing import Protocol

MOST_CHARACTERS = 200
"""The most characters an owner or a name may have."""


class Files(Protocol):
    """A place for files, each with an owner and a name. Adapters: `FolderFiles`, `S3Files`.

    Owners and names are of letters, digits, dots, hyphens and underscores, and do not start with
    a dot; nothing is ever kept under others. Every method raises `Unavailable` if the place cannot
    be reached.
    """

    async def put(self, owner: str, name: str, data: bytes) -> None:
        """Keep the file for good before returning.

        The same bytes may be put again. Raise `Conflict` if the name holds other bytes, and
        `Invalid` if nothing can be kept under this owner or name.
        """

    async def get(self, owner: str, name: str) -> bytes:
        """Return the file's bytes, or raise `NotFound`."""

    async def delete(self, owner: str, name: str) -> None:
        """Remove the file for good; one that is gone already is no error."""

    async def names(self, owner: str) -> dict[str, datetime]:
        """Return the names of the owner's files, and when each was put."""


_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")


def can_name(*words: str) -> bool:
    """Tell whether each of these words can stand for an owner or a file."""
    return all(len(word) <= MOST_CHARACTERS and _NAME.fullmatch(word) for word in words)
