"""Advice that was written, and where it is kept."""

from datetime import datetime
from enum import StrEnum

from services.advice.ask import Kind
from services.advice.result import Result
from services.errors import Conflict, NotFound
from services.jobs.book import partition
from services.record import Record
from services.storage.table import Delete, Put, Row, Table


class State(StrEnum):
    """How far an answer has come, or how it ended."""

    WRITING = "writing"
    DONE = "done"
    TRUNCATED = "truncated"
    CANCELLED = "cancelled"
    BLOCKED = "blocked"


class KeptAdvice(Record):
    """One answer: what was asked, what of it passed, what it took, and how it ended.

    `key` is made of everything that was asked: the same question has the same key. `cost` is in
    micro-dollars. `words` say what went wrong, if anything did. `touched` is when an answer that is
    being written last gave a sign of life.
    """

    key: str
    kind: Kind
    job: str = ""
    resume: str = ""
    model: str
    version: str
    at: datetime
    state: State
    result: Result
    prompt_tokens: int = 0
    answer_tokens: int = 0
    cost: int = 0
    exact: bool = True
    words: str = ""
    touched: datetime | None = None


class Archive:
    """Keeps advice under what was asked, and lists it by job."""

    def __init__(self, table: Table) -> None:
        self._table = table

    async def get(self, owner: str, key: str) -> KeptAdvice:
        """Return advice in whatever state it ended, or raise `NotFound`."""
        held = await self.find(owner, key)
        if held is None:
            raise NotFound("There is no such advice.")
        return held

    async def find_whole(self, owner: str, key: str) -> KeptAdvice | None:
        """Return advice that came to its end, if this was asked before."""
        held = await self.find(owner, key)
        return held if held and held.state is State.DONE else None

    async def find(self, owner: str, key: str) -> KeptAdvice | None:
        """Return advice in whatever state it is, if this was asked before."""
        row = await self._table.get(partition(owner), f"analysis#{key}")
        return KeptAdvice.model_validate(row.body) if row else None

    async def of(self, owner: str, job: str) -> list[KeptAdvice]:
        """Return the advice for a job, the latest first."""
        rows = await self._table.query(partition(owner), f"advised#{job}#")
        keys = [row.sort.rpartition("#")[2] for row in rows]
        held = [await self._table.get(partition(owner), f"analysis#{key}") for key in keys]
        # What two jobs asked alike went with the one that was deleted.
        found = [KeptAdvice.model_validate(row.body) for row in held if row]
        return sorted(found, key=lambda each: each.at, reverse=True)

    async def keep(self, owner: str, advice: KeptAdvice) -> None:
        """Keep the advice in place of one that broke off; one that is whole stays."""
        place, key = partition(owner), f"analysis#{advice.key}"
        row = await self._table.get(place, key)
        if row and row.body["state"] == State.DONE:
            return
        body = advice.model_dump(mode="json")
        try:
            await self._table.commit(Put(Row(place, key, body, row.version if row else 0)))
        except Conflict:
            # Another process wrote the same at the same time: look at what it came to.
            await self.keep(owner, advice)
        await self.list_for(owner, advice.key, advice.job)

    async def list_for(self, owner: str, key: str, job: str) -> None:
        """List the advice under a job, once."""
        place, sort = partition(owner), f"advised#{job}#{key}"
        if job and await self._table.get(place, sort) is None:
            try:
                await self._table.commit(Put(Row(place, sort, {})))
            except Conflict:
                return  # Listed in another tab at the same moment.

    async def forget(self, owner: str, key: str) -> None:
        """Remove advice for good, wherever it is listed."""
        place = partition(owner)
        listed = await self._table.query(place, "advised#")
        rows = [await self._table.get(place, f"analysis#{key}")]
        rows += [row for row in listed if row.sort.endswith(f"#{key}")]
        await self._table.commit(
            *(Delete(row.partition, row.sort, row.version) for row in rows if row)
        )
