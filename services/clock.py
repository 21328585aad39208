"""What time it is. Services take these through their constructors, so that tests hold the clock."""

from collections.abc import Callable
from datetime import UTC, datetime

from ulid import ULID

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """Return a fresh identifier that sorts by the time it was made (a ULID)."""
    return str(ULID())
