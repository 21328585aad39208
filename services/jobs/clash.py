"""Two people, or two tabs, changing the same field: nothing is silently overwritten."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from services.errors import Conflict
from services.jobs.event import Event
from services.jobs.job import Card, Job
from services.jobs.ledger import state

STANDING = {"stage", "outcome", "moves"}


class Changed(Conflict):
    """This was changed somewhere else in the meantime. Please choose which value to keep.

    `job` is the record as it is now; `theirs` and `yours` hold, for each field in dispute, the
    value that stands and the one that was about to be written.
    """

    def __init__(self, job: Job, theirs: dict[str, Any], yours: dict[str, Any]) -> None:
        super().__init__(
            "This was changed somewhere else in the meantime. Please choose which value to keep."
        )
        self.job = job
        self.theirs = theirs
        self.yours = yours
        self.fields = {name: f"It now reads: {value}" for name, value in theirs.items()}


async def look_for_clash(
    events: Callable[[str, str, Sequence[int]], Awaitable[list[Event]]],
    owner: str,
    before: Job,
    after: Card,
    seen: int | None,
) -> None:
    """Raise `Changed` if a field about to be written was changed after the `seen` version."""
    if seen is None or seen >= before.version:
        return
    old, new = state(before), state(after)
    written = {name for name in new if new[name] != old.get(name)}
    since = await events(owner, before.id, range(max(seen, 0) + 1, before.version + 1))
    moved = {name for event in since for name in event.fields}
    disputed = (written & moved) - ({"moves"} if written & moved != {"moves"} else set())
    if disputed:
        raise Changed(
            before,
            {name: old.get(name) for name in disputed},
            {name: new[name] for name in disputed},
        )
