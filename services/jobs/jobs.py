"""The jobs a person is tracking."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from services.clock import Clock, new_id, utc_now
from services.errors import Conflict, Invalid, NotFound
from services.jobs.acting import TRIES, Acting, When
from services.jobs.amend import Moment, amend, check_day, check_stage, first_moves, with_moves
from services.jobs.book import Books
from services.jobs.clash import look_for_clash
from services.jobs.event import By, EventKind
from services.jobs.job import Card, Job, JobDraft, Move
from services.jobs.ledger import Ledger, Step
from services.jobs.stages import Outcome

MOST_JOBS = 50_000


class Jobs(Acting):
    """Adds, changes, trashes and restores jobs. Each call is one action that can be undone.

    Where `seen` is given it is the version the editor was looking at: a field that was changed
    by someone else since then raises `Changed` with both values instead of being overwritten.
    """

    def __init__(
        self,
        books: Books,
        ledger: Ledger,
        now: Clock = utc_now,
        make_id: Callable[[], str] = new_id,
    ) -> None:
        super().__init__(books, ledger, now, make_id)
        self._listeners: list[Callable[[], None]] = []

    def on_added(self, listener: Callable[[], None]) -> None:
        """Call the listener after each job that is added, through whichever door."""
        self._listeners.append(listener)

    async def add(self, owner: str, draft: JobDraft, by: By = By.PERSON) -> Job:
        """Track a new job and return it."""
        book = await self._books.open(owner)
        if len(book.cards) >= MOST_JOBS:
            raise Invalid(f"There is room for {MOST_JOBS:,} jobs. Please empty the trash first.")
        moment = self._moment(book)
        stage = check_stage(draft.stage or moment.stages.default.id, moment.stages)
        moves = first_moves(draft.model_copy(update={"stage": stage}), moment)
        job = Job(
            **draft.model_dump(exclude={"stage", "outcome", "applied_on"}),
            id=self._make_id(),
            stage=stage,
            outcome=draft.outcome,
            moves=moves,
            added=moment.at,
            updated=moment.at,
        )
        step = Step(None, job, EventKind.ADDED, occurred=moves[0].on)
        async with book.lock:
            await self._ledger.write(owner, book, [step], by)
        for listener in self._listeners:
            listener()
        return job.model_copy(update=_kept(book.card(job.id)))

    async def edit(
        self,
        owner: str,
        job: str,
        changes: Mapping[str, Any],
        *,
        on: When = ...,
        seen: int | None = None,
        by: By = By.PERSON,
    ) -> Job:
        """Change fields of a job: its details, texts, `stage`, `outcome` or `applied_on`."""
        book = await self._books.open(owner)

        async def step() -> Step | None:
            before = await self._whole(owner, book, job)
            moment = self._moment(book, on)
            after, kind = amend(before, changes, moment)
            await look_for_clash(self._events_of, owner, before, after, seen)
            return Step(before, after, kind, moment.on) if after != before else None

        async with book.lock:
            for attempt in range(TRIES):
                made = await step()
                if made is None:
                    break
                try:
                    await self._ledger.write(owner, book, [made], by)
                    break
                except Conflict:
                    if attempt == TRIES - 1:
                        raise
        return await self._whole(owner, book, job)

    async def move(
        self,
        owner: str,
        jobs: Sequence[str],
        stage: str,
        *,
        on: When = ...,
        by: By = By.PERSON,
    ) -> int:
        """Bring jobs to another stage; return how many were not there already."""
        return await self._amend_each(owner, jobs, lambda _: {"stage": stage}, on, by)

    async def close(
        self,
        owner: str,
        jobs: Sequence[str],
        outcome: Outcome | None,
        *,
        on: When = ...,
        by: By = By.PERSON,
    ) -> int:
        """Say how jobs ended, or with None that they have not; return how many changed."""
        return await self._amend_each(owner, jobs, lambda _: {"outcome": outcome}, on, by)

    async def tag(self, owner: str, jobs: Sequence[str], tag: str, *, by: By = By.PERSON) -> int:
        """Put a tag on jobs; return how many did not have it."""
        tag = tag.strip()

        def tagged(card: Card) -> dict[str, Any]:
            return {} if tag in card.tags else {"tags": (*card.tags, tag)}

        return await self._amend_each(owner, jobs, tagged, ..., by)

    async def untag(self, owner: str, jobs: Sequence[str], tag: str, *, by: By = By.PERSON) -> int:
        """Take a tag from jobs; return how many had it."""

        def untagged(card: Card) -> dict[str, Any]:
            return {"tags": tuple(each for each in card.tags if each != tag)}

        return await self._amend_each(owner, jobs, untagged, ..., by)

    async def trash(self, owner: str, jobs: Sequence[str], *, by: By = By.PERSON) -> int:
        """Put jobs in the trash, from where they can be restored; return how many."""
        at = self._now()
        return await self._each(
            owner,
            jobs,
            lambda card, _: (
                None
                if card.trashed
                else Step(card, card.model_copy(update={"trashed": at}), EventKind.TRASHED)
            ),
            by,
        )

    async def restore(self, owner: str, jobs: Sequence[str], *, by: By = By.PERSON) -> int:
        """Take jobs out of the trash; return how many were in it."""
        return await self._each(
            owner,
            jobs,
            lambda card, _: (
                Step(card, card.model_copy(update={"trashed": None}), EventKind.RESTORED)
                if card.trashed
                else None
            ),
            by,
        )

    async def correct(
        self, owner: str, job: str, index: int, move: Mapping[str, Any] | None
    ) -> Job:
        """Put a past move right (`stage`, `outcome`, `on`), or with None take it out."""
        book = await self._books.open(owner)

        def corrected(card: Card, moment: Moment) -> Step | None:
            if not 0 <= index < len(card.moves):
                raise NotFound("There is no such move.")
            if move is None and len(card.moves) == 1:
                raise Invalid("A job stands somewhere: its only move cannot be taken out.")
            mended = () if move is None else (_mended(card.moves[index], move, moment),)
            moves = (*card.moves[:index], *mended, *card.moves[index + 1 :])
            after = with_moves(card, moves)
            return Step(card, after, EventKind.CORRECTED) if after != card else None

        await self._each(owner, [job], corrected, By.PERSON)
        return await self._whole(owner, book, job)


def _kept(card: Card) -> dict[str, Any]:
    return {"version": card.version, "texts": card.texts, "updated": card.updated}


def _mended(move: Move, changes: Mapping[str, Any], moment: Moment) -> Move:
    if "stage" in changes and changes["stage"] != move.stage:
        check_stage(changes["stage"], moment.stages)
    if unknown := set(changes) - {"stage", "outcome", "on"}:
        raise Invalid(fields=dict.fromkeys(unknown, "This cannot be changed here."))
    mended = Move.check({**move.model_dump(), **changes})
    check_day("on", mended.on, moment.at)
    return mended
