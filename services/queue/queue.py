"""The queue port: work that must be done even if whoever took it on dies."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work, as it was put. `tries` counts how often it was taken, this time too."""

    body: dict[str, Any]
    tries: int
    receipt: str


class Queue(Protocol):
    """A place for work. Adapters: `LocalQueue`, `SqsQueue`.

    Work may be handed out twice, so whoever does it looks first whether it is done. Every method
    raises `Unavailable` if the place cannot be reached.
    """

    async def put(self, body: dict[str, Any], after: timedelta = timedelta(0)) -> None:
        """Keep the work for good before returning; nobody is given it until `after` has passed."""

    async def take(self, lease: timedelta) -> Work | None:
        """Return work that is due, if there is any; nobody else is given it during the lease."""

    async def done(self, work: Work) -> None:
        """Remove the work for good; work that is gone already is no error."""
