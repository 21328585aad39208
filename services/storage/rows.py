"""What both adapters ask of a commit, and how a body becomes text."""

from collections.abc import Sequence
from typing import Any

import orjson

from services.errors import Invalid
from services.storage.table import MOST_BYTES, MOST_WRITES, Delete, Put, Row

MOST_COMMIT_BYTES = 3_900_000
"""The most bytes the bodies of one commit may take together: DynamoDB's 4 MB, less some room."""

_LONGEST_PARTITION = 2048
_LONGEST_SORT = 1024


def encode(row: Row) -> str:
    """Return the row's body as JSON, or raise `Invalid` if it is too large or not JSON at all."""
    try:
        text = orjson.dumps(row.body, option=_PLAIN)
    except TypeError as error:
        raise Invalid("This holds something that cannot be kept.") from error
    if len(text) > MOST_BYTES:
        raise Invalid("This is too large to be kept. Please shorten it.")
    return text.decode()


# Dates and dataclasses would come back as text and maps, which is not equal: they are refused.
_PLAIN = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


def decode(text: str) -> dict[str, Any]:
    """Return the body that `encode` made this text of."""
    body: dict[str, Any] = orjson.loads(text)
    return body


def can_stand(partition: str, sort: str) -> bool:
    """Tell whether these keys can name a row: neither empty, too long, nor half a character."""
    try:
        lengths = len(partition.encode()), len(sort.encode())
    except UnicodeEncodeError:
        return False
    return 0 < lengths[0] <= _LONGEST_PARTITION and 0 < lengths[1] <= _LONGEST_SORT


def check(writes: Sequence[Put | Delete]) -> list[tuple[Put | Delete, str]]:
    """Return each write with its body as text ("" for a delete), or raise `Invalid`."""
    if len(writes) > MOST_WRITES:
        raise Invalid("These are too many changes at once. Please make them in smaller parts.")
    places = [place(write) for write in writes]
    if len(set(places)) < len(places):
        raise Invalid("The same thing cannot be changed twice at once.")
    if not all(can_stand(*keys) for keys in places):
        raise Invalid("There can be nothing by that name.")
    texts = [encode(write.row) if isinstance(write, Put) else "" for write in writes]
    if sum(len(text.encode()) for text in texts) > MOST_COMMIT_BYTES:
        raise Invalid("This is too much at once. Please make the changes in smaller parts.")
    return list(zip(writes, texts, strict=True))


def place(write: Put | Delete) -> tuple[str, str]:
    """Return the partition and sort key that the write names."""
    at = write.row if isinstance(write, Put) else write
    return at.partition, at.sort


def epoch(row: Row) -> int | None:
    """Return the second at which the row expires, if it does."""
    return int(row.expires.timestamp()) if row.expires else None
