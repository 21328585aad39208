"""What a person does on the list of jobs, checked and done."""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from app.desk import Desk
from app.pointing import WORDS, only, pointed_at
from services.errors import Invalid, VaultError
from services.jobs.jobs import Jobs
from services.jobs.profile import View
from services.jobs.selection import Filter
from services.jobs.stages import Outcome
from services.record import Record

MOST_CHOSEN = 20_000


class Intent(Record):
    """What the browser wrote, of which each intent needs a part."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = ""
    version: Annotated[int, Field(ge=0, le=1_000_000_000)] = 0
    stage: str | None = None
    outcome: str | None = None
    changes: dict[str, str | None] = Field(default_factory=dict)
    action: str = ""
    value: str = ""
    ids: Annotated[tuple[str, ...], Field(max_length=MOST_CHOSEN)] = ()
    query: dict[str, Any] | None = None
    name: str = ""


def read(written: Any) -> Intent:
    """Return what the browser wrote as an intent, or raise `Invalid`."""
    if not isinstance(written, dict):
        raise Invalid("That could not be understood.")
    return Intent.check({name: value for name, value in written.items() if value is not None})


class Intents:
    """Turns the list's intents into calls of the services, and settles each with the list."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._owner = desk.owner
        self.settle: Callable[[str, bool, str], None] = lambda job, ok, message: None

    @property
    def _jobs(self) -> Jobs:
        return self._desk.vault.jobs

    def open(self, written: Any) -> None:
        """Go to the page of one job."""
        self._desk.go(f"/jobs/{read(written).id}")

    async def move(self, written: Any) -> None:
        """Bring one job to a stage, unless it was moved elsewhere meanwhile."""
        intent = read(written)
        await self._change(intent, {"stage": intent.stage})

    async def close(self, written: Any) -> None:
        """Say how one job ended."""
        intent = read(written)
        await self._change(intent, {"outcome": intent.outcome})

    async def edit(self, written: Any) -> None:
        """Write the next step of one job, or its stage."""
        intent = read(written)
        known = set(EMPTY) & set(intent.changes)
        changes = {name: intent.changes[name] or EMPTY[name] for name in known}
        await self._change(intent, changes)

    async def bulk(self, written: Any) -> None:
        """Do one thing to many jobs: those chosen by hand, or all that match a filter."""
        intent = read(written)
        ids = await self._chosen(intent)
        value = intent.value
        match intent.action:
            case "move":
                done = await self._jobs.move(self._owner, ids, value)
            case "close":
                done = await self._jobs.close(self._owner, ids, _outcome(value))
            case "tag":
                done = await self._jobs.tag(self._owner, ids, value)
            case "untag":
                done = await self._jobs.untag(self._owner, ids, value)
            case "trash":
                done = await self._jobs.trash(self._owner, ids)
            case _:
                raise Invalid("That cannot be done to many jobs at once.")
        many = "1 job" if done == 1 else f"{done:,} jobs"
        words = f"{many} changed." if done else "Nothing had to change."
        self._desk.say(words, can_undo=bool(done))

    async def save_view(self, written: Any) -> None:
        """Remember the filter under a name."""
        if not isinstance(written, dict):
            raise Invalid
        view = View.check({name: written.get(name) for name in View.model_fields})
        await self._desk.vault.people.keep_view(self._owner, view)

    async def drop_view(self, written: Any) -> None:
        """Forget a remembered filter."""
        await self._desk.vault.people.drop_view(self._owner, read(written).name)

    async def _change(self, intent: Intent, changes: dict[str, Any]) -> None:
        try:
            await self._jobs.edit(self._owner, intent.id, changes, seen=intent.version)
        except VaultError as problem:
            self.settle(intent.id, False, _words(problem))
            raise
        self.settle(intent.id, True, "")

    async def _chosen(self, intent: Intent) -> list[str]:
        if intent.query is not None:
            vault = self._desk.vault
            query = {name: value for name, value in intent.query.items() if value}
            pointed = await pointed_at(vault, self._owner, query)
            wanted = Filter.check({name: query[name] for name in query if name not in WORDS})
            cards = await vault.selection.select(self._owner, wanted, only(pointed))
            return [card.id for card in cards]
        return list(intent.ids)


EMPTY = {"next_step": "", "next_step_on": None, "stage": None, "outcome": None}


def _outcome(value: str) -> Outcome | None:
    if value not in ("", *Outcome):
        raise Invalid("Please choose how the jobs ended.")
    return Outcome(value) if value else None


def _words(problem: VaultError) -> str:
    return " ".join([str(problem), *getattr(problem, "fields", {}).values()])
