"""What a person does on the list of jobs, checked and done."""

from collections.abc import Callable
from typing import Any

from app.desk import Desk, say
from services.errors import Invalid, VaultError
from services.jobs.jobs import Jobs
from services.jobs.profile import View
from services.jobs.selection import Filter
from services.jobs.stages import Outcome

Intent = dict[str, Any]
MOST_CHOSEN = 20_000


class Intents:
    """Turns the list's intents into calls of the services, and settles each with the list."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._owner = desk.owner
        self.settle: Callable[[str, bool, str], None] = lambda job, ok, message: None

    @property
    def _jobs(self) -> Jobs:
        return self._desk.vault.jobs

    async def move(self, intent: Intent) -> None:
        """Bring one job to a stage, unless it was moved elsewhere meanwhile."""
        await self._change(intent, {"stage": intent.get("stage")})

    async def close(self, intent: Intent) -> None:
        """Say how one job ended."""
        await self._change(intent, {"outcome": intent.get("outcome")})

    async def edit(self, intent: Intent) -> None:
        """Write the next step of one job, or its stage."""
        changes = intent.get("changes") or {}
        known = {"next_step", "next_step_on", "stage", "outcome"} & set(changes)
        await self._change(intent, {name: changes[name] or EMPTY[name] for name in known})

    async def bulk(self, intent: Intent) -> None:
        """Do one thing to many jobs: those chosen by hand, or all that match a filter."""
        ids = await self._chosen(intent)
        value = str(intent.get("value") or "")
        match intent.get("action"):
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
        say(f"{many} changed. Press u to undo." if done else "Nothing had to change.")

    async def save_view(self, intent: Intent) -> None:
        """Remember the filter under a name."""
        view = View.check({"name": intent.get("name"), "query": intent.get("query")})
        await self._desk.vault.people.keep_view(self._owner, view)

    async def drop_view(self, intent: Intent) -> None:
        """Forget a remembered filter."""
        await self._desk.vault.people.drop_view(self._owner, str(intent.get("name")))

    async def _change(self, intent: Intent, changes: dict[str, Any]) -> None:
        job, seen = str(intent.get("id")), int(intent.get("version") or 0)
        try:
            await self._jobs.edit(self._owner, job, changes, seen=seen)
        except VaultError as problem:
            self.settle(job, False, _words(problem))
            raise
        self.settle(job, True, "")

    async def _chosen(self, intent: Intent) -> list[str]:
        if "query" in intent:
            query = {name: value for name, value in (intent["query"] or {}).items() if value}
            cards = await self._desk.vault.selection.select(self._owner, Filter.check(query))
            return [card.id for card in cards]
        ids = intent.get("ids") or []
        if len(ids) > MOST_CHOSEN:
            raise Invalid(f"Please choose at most {MOST_CHOSEN:,} jobs.")
        return [str(job) for job in ids]


EMPTY = {"next_step": "", "next_step_on": None, "stage": None, "outcome": None}


def _outcome(value: str) -> Outcome | None:
    if value not in ("", *Outcome):
        raise Invalid("Please choose how the jobs ended.")
    return Outcome(value) if value else None


def _words(problem: VaultError) -> str:
    return " ".join([str(problem), *getattr(problem, "fields", {}).values()])
