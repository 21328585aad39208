"""Undo and redo: taking back what was done, by doing its opposite.

Nothing is ever removed from a job's history: taking a change back is a change of its own. The
person's changes lie on two stacks, chained through `Change.undo_below` and `redo_below`, so both
are as deep as the search is old, and live on disk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from services.clock import Clock, utc_now
from services.errors import Conflict, NotFound
from services.jobs.book import Book, Books, change_key, partition
from services.jobs.diff import SPLICED, apply, inverse
from services.jobs.event import By, Change, Event, EventKind
from services.jobs.job import Card
from services.jobs.ledger import Ledger, Step, state
from services.jobs.reading import Reading


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What an undo or redo did: the kind of the action that was reversed, and to which jobs."""

    kind: EventKind
    cards: tuple[Card, ...]


class History(Reading):
    """The undo and redo of everything a person did to their jobs."""

    def __init__(self, books: Books, ledger: Ledger, now: Clock = utc_now) -> None:
        super().__init__(books, now)
        self._ledger = ledger

    async def undo(self, owner: str, by: By = By.PERSON) -> TakenBack:
        """Take back the last action that stands; raise `NotFound` when there is none."""
        return await self._take_back(owner, EventKind.UNDONE, by)

    async def redo(self, owner: str, by: By = By.PERSON) -> TakenBack:
        """Do again what was undone last; raise `NotFound` when there is nothing to redo."""
        return await self._take_back(owner, EventKind.REDONE, by)

    async def revert(
        self, owner: str, job: str, seq: int | None = None, by: By = By.PERSON
    ) -> Card:
        """Take back one event of a job, or its last that stands, whatever else was done since.

        It is an action of its own, which can be undone. Raise `Conflict` if a later change
        stands in the way, `NotFound` if there is no such event or nothing left to take back.
        """
        book = await self._books.open(owner)
        async with book.lock:
            book.card(job)
            events = await self._history(owner, job)
            undone = {event.undoes for event in events}
            standing = [e for e in events if e.seq not in undone and e.kind is not EventKind.UNDONE]
            event = next((e for e in reversed(standing) if seq in (None, e.seq)), None)
            if event is None:
                raise NotFound("There is nothing left to undo here.")
            step = await self._opposite(owner, book, event, EventKind.UNDONE)
            await self._ledger.write(owner, book, [step], by)
            return book.card(job)

    async def _take_back(self, owner: str, kind: EventKind, by: By) -> TakenBack:
        book = await self._books.open(owner)
        async with book.lock:
            first = await self._standing(owner, book, kind)
            cards: list[Card] = []
            change: Change | None = first
            # One large action lies on the stack as several commits of the same group.
            while change and (change is first or (first.group and change.group == first.group)):
                steps = await self._opposites(owner, book, change, kind)
                await self._ledger.write(owner, book, steps, by, group=first.group, of=change)
                cards += [book.card(step.after.id) for step in steps]
                change = await self._reachable(owner, book, kind)
            return TakenBack(await self._original(owner, first), tuple(cards))

    async def _standing(self, owner: str, book: Book, kind: EventKind) -> Change:
        """Return what lies uppermost, or raise `NotFound`."""
        change = await self._reachable(owner, book, kind)
        if change is None:
            word = "undo" if kind is EventKind.UNDONE else "redo"
            raise NotFound(f"There is nothing to {word}.")
        return change

    async def _reachable(self, owner: str, book: Book, kind: EventKind) -> Change | None:
        """Return the top of the stack, passing over what was done to jobs deleted for good."""
        change = await self._top(owner, book, kind)
        while change and not any(job in book.cards for job, _ in change.items):
            if kind is EventKind.UNDONE:
                book.undo = change.undo_below
            else:
                book.redo = change.redo_below
            change = await self._top(owner, book, kind)
        return change

    async def _top(self, owner: str, book: Book, kind: EventKind) -> Change | None:
        rev = book.undo if kind is EventKind.UNDONE else book.redo
        return None if rev is None else await self._change(owner, rev)

    async def _change(self, owner: str, rev: int) -> Change:
        row = await self._books.table.get(partition(owner), change_key(rev))
        if row is None:
            raise NotFound("That change is no longer known.")
        return Change.model_validate(row.body)

    async def _original(self, owner: str, change: Change) -> EventKind:
        """Return what kind of action lies under a chain of undos and redos."""
        while change.of is not None:
            change = await self._change(owner, change.of)
        return change.kind

    async def _opposites(
        self, owner: str, book: Book, change: Change, kind: EventKind
    ) -> Sequence[Step]:
        steps = []
        for job, seq in change.items:
            if job in book.cards:
                events = await self._events_of(owner, job, [seq])
                if not events:
                    raise NotFound("That change is no longer known.")
                steps.append(await self._opposite(owner, book, events[0], kind))
        return steps

    async def _opposite(self, owner: str, book: Book, event: Event, kind: EventKind) -> Step:
        fields = self._taken_back(event)
        before = book.card(event.job)
        if SPLICED & set(fields):
            before = await self._whole(owner, book, event.job)
        try:
            values = apply(state(before), fields)
        except Conflict as clash:
            raise Conflict(f"{before.company}, {before.position}: {clash}") from None
        after = type(before).model_validate(
            {**values, "id": before.id, "texts": before.texts, "updated": before.updated}
        )
        return Step(before, after, kind, undoes=event.seq)

    def _taken_back(self, event: Event) -> dict[str, Any]:
        # Taking back an addition puts the job in the trash: what was typed is never lost.
        if event.kind is EventKind.ADDED:
            at = self._now().isoformat().replace("+00:00", "Z")
            return {"trashed": [None, at]}
        return inverse(event.fields)
