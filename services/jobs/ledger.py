"""The one way to write: jobs, their events and the change that made them, in one commit."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from services.clock import Clock
from services.errors import Conflict
from services.jobs.book import Book, Books, change_key, folded_text, partition
from services.jobs.diff import difference
from services.jobs.event import By, Change, Event, EventKind
from services.jobs.job import Card, Job
from services.jobs.live import Live
from services.jobs.profile import Profile, keep_known
from services.storage.table import Delete, Put, Row, Table

log = logging.getLogger(__name__)

MOST_STEPS = 40
"""The most jobs one commit changes: two rows each, and the person's own."""

TEXTS = {"posting", "notes"}
BOOKKEEPING = {"id", "version", "texts", "updated"}
TRIES = 20


async def short_pause(attempt: int) -> None:
    """Wait a random while, longer with each attempt, so that racing writers part."""
    await asyncio.sleep(random.random() * min(0.06, 0.004 * 2**attempt))  # noqa: S311 - no secret


@dataclass(frozen=True, slots=True)
class Step:
    """One job's part in a change. Both sides are whole `Job`s where its texts may change."""

    before: Card | None
    after: Card
    kind: EventKind
    occurred: date | None = None
    undoes: int | None = None


Written = Callable[[str, Sequence[Step]], None]


class Ledger:
    """Writes changes. Every commit raises the person's revision by one and leaves a `Change`."""

    def __init__(
        self,
        table: Table,
        books: Books,
        live: Live,
        now: Clock,
        pause: Callable[[int], Awaitable[None]] = short_pause,
    ) -> None:
        self._table = table
        self._books = books
        self._live = live
        self._now = now
        self._pause = pause
        self._listeners: list[Written] = []

    def on_written(self, listener: Written) -> None:
        """Call the listener after each commit of jobs; the lock is held, so it must not wait."""
        self._listeners.append(listener)

    async def write(
        self,
        owner: str,
        book: Book,
        steps: Sequence[Step],
        by: By,
        *,
        group: str = "",
        of: Change | None = None,
    ) -> Change:
        """Commit at most `MOST_STEPS` steps and bring the book up to date; its lock is held.

        `of` is the change that this one takes back, from the top of the undo or the redo stack;
        without it the change is a new action, and nothing is left to redo. Raise `Conflict` if a
        job is no longer what a step started from.
        """
        tops = (book.undo, book.redo)
        for attempt in range(TRIES):
            change = self._change(book, steps, by, group, of)
            try:
                await self._commit(owner, book, steps, change, _tops(book, change, of))
            except Conflict:
                # Another process wrote for this person first. Let it finish, look again.
                await self._pause(attempt)
                await self._look_again(owner, book, steps)
                if of is not None and (book.undo, book.redo) != tops:
                    raise
            else:
                facts = {"kind": change.kind.value, "jobs": len(steps), "rev": change.rev}
                log.info("jobs changed", extra={"person": owner, **facts})
                return change
        raise Conflict

    async def write_profile(self, owner: str, book: Book, profile: Profile) -> None:
        """Store the person's settings. The book's lock is held.

        Raise `Conflict` if they were changed elsewhere since the book was opened.
        """
        stored = book.profile_row or Row(partition(owner), "profile", {})
        body = keep_known(stored.body, profile)
        await self.keep(owner, book, Put(Row(stored.partition, stored.sort, body, stored.version)))
        book.profile = profile
        book.profile_row = Row(stored.partition, stored.sort, body, stored.version + 1)

    async def keep(self, owner: str, book: Book, *writes: Put | Delete) -> None:
        """Commit rows of this person's that are no jobs; other tabs and processes learn of it.

        The book's lock is held. Raise `Conflict` if a row is no longer the version it names.
        """
        for attempt in range(TRIES):
            known = book.rev
            change = Change(
                rev=known + 1, kind=EventKind.EDITED, by=By.PERSON, at=self._now(), items=()
            )
            made = Row(partition(owner), change_key(change.rev), change.model_dump(mode="json"))
            tops = (book.undo, book.redo)
            try:
                await self._table.commit(self._raise_rev(owner, book, tops), Put(made), *writes)
            except Conflict:
                await self._pause(attempt)
                await self._books.refresh(owner, book)
                if book.rev == known:
                    raise
            else:
                book.turn(change.rev, *tops)
                self._live.announce(owner, change.rev)
                return
        raise Conflict

    async def _commit(
        self,
        owner: str,
        book: Book,
        steps: Sequence[Step],
        change: Change,
        tops: tuple[int | None, int | None],
    ) -> None:
        """Write the change once, and bring the book to where it leads."""
        written = [_advance(step, change.at) for step in steps]
        writes = [
            self._raise_rev(owner, book, tops),
            Put(Row(partition(owner), change_key(change.rev), change.model_dump(mode="json"))),
        ]
        for step, card in zip(steps, written, strict=True):
            writes += _writes(owner, step, card, change.by, change.at)
        await self._table.commit(*writes)
        _take_in(book, written)
        book.turn(change.rev, *tops)
        for listener in self._listeners:
            listener(owner, steps)
        self._live.announce(owner, change.rev)

    def _change(
        self, book: Book, steps: Sequence[Step], by: By, group: str, of: Change | None
    ) -> Change:
        undoing = of is not None and steps[0].kind is EventKind.UNDONE
        return Change(
            rev=book.rev + 1,
            kind=steps[0].kind,
            by=by,
            at=self._now(),
            items=tuple((s.after.id, (s.before.version if s.before else 0) + 1) for s in steps),
            group=group,
            undo_below=None if undoing else book.undo,
            redo_below=book.redo if undoing else None,
            of=of.rev if of else None,
        )

    def _raise_rev(self, owner: str, book: Book, tops: tuple[int | None, int | None]) -> Put:
        body = {"undo": tops[0], "redo": tops[1]}
        return Put(Row(partition(owner), "rev", body, book.rev))

    async def _look_again(self, owner: str, book: Book, steps: Sequence[Step]) -> None:
        """Read what another process did; raise `Conflict` if it did it to one of our jobs."""
        await self._books.refresh(owner, book)
        for step in steps:
            held = book.cards.get(step.after.id)
            if (held.version if held else 0) != (step.before.version if step.before else 0):
                raise Conflict


def _tops(book: Book, change: Change, of: Change | None) -> tuple[int | None, int | None]:
    """Return the tops of the undo and the redo stack once the change is made."""
    if of is None:
        return change.rev, None
    if change.kind is EventKind.UNDONE:
        return of.undo_below, change.rev
    return change.rev, of.redo_below


def _advance(step: Step, at: datetime) -> Card:
    version = (step.before.version if step.before else 0) + 1
    changed = _texts(step.before) != _texts(step.after)
    texts = step.after.texts + 1 if changed else step.after.texts
    return step.after.model_copy(update={"version": version, "updated": at, "texts": texts})


def _texts(card: Card | None) -> tuple[str, str]:
    return (card.posting, card.notes) if isinstance(card, Job) else ("", "")


def _writes(owner: str, step: Step, card: Card, by: By, at: datetime) -> list[Put]:
    place = partition(owner)
    body = card.model_dump(mode="json", exclude_defaults=True, exclude={"id", "version"} | TEXTS)
    event = Event(
        job=card.id,
        seq=card.version,
        kind=step.kind,
        by=by,
        occurred=step.occurred,
        recorded=at,
        fields=difference(state(step.before), state(step.after)),
        undoes=step.undoes,
    )
    writes = [
        Put(Row(place, f"job#{card.id}", body, card.version - 1)),
        Put(Row(place, event_key(card.id, card.version), event.model_dump(mode="json"))),
    ]
    if isinstance(card, Job) and card.texts > step.after.texts:
        text = {"posting": card.posting, "notes": card.notes}
        writes.append(Put(Row(place, f"text#{card.id}", text, step.after.texts)))
    return writes


def _take_in(book: Book, written: Sequence[Card]) -> None:
    for card in written:
        if isinstance(card, Job):
            if book.texts is not None:
                book.texts[card.id] = folded_text({"posting": card.posting, "notes": card.notes})
            card = Card.model_construct(**{name: getattr(card, name) for name in Card.model_fields})
        book.cards[card.id] = card


def state(card: Card | None) -> dict[str, Any]:
    """Return all that a change may change of a job, as JSON holds it."""
    return card.model_dump(mode="json", exclude=BOOKKEEPING) if card else {}


def event_key(job: str, seq: int) -> str:
    """Return the sort key of a job's event."""
    return f"event#{job}#{seq:06d}"
