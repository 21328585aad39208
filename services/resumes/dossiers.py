"""What was sent with an application, frozen at the moment of applying."""

import asyncio
import logging
from collections.abc import Sequence

from services.clock import Clock
from services.errors import Conflict, NotFound, VaultError
from services.jobs.book import Books, partition
from services.jobs.job import Card, Move
from services.jobs.jobs import Jobs
from services.jobs.ledger import Ledger, Step
from services.resumes.dossier import Dossier
from services.resumes.letters import Letters
from services.resumes.looking import Looking
from services.resumes.matches import Matches
from services.resumes.papers import Papers
from services.storage.table import Put, Row

log = logging.getLogger(__name__)


class Dossiers:
    """Freezes what was sent: by itself when a job is first applied for, and when asked to."""

    def __init__(
        self,
        books: Books,
        ledger: Ledger,
        jobs: Jobs,
        resumes: Looking,
        letters: Letters,
        matches: Matches,
        papers: Papers,
        now: Clock,
    ) -> None:
        self._books = books
        self._ledger = ledger
        self._jobs = jobs
        self._resumes = resumes
        self._letters = letters
        self._matches = matches
        self._papers = papers
        self._now = now
        self._freezing: set[asyncio.Task[None]] = set()
        ledger.on_written(self._after)

    async def of(self, owner: str, job: str) -> list[Dossier]:
        """Return a job's dossiers, the first one first.

        One that should be there and is not, because the server was killed in between or the job
        is older than dossiers are, is made now and says so by its date.
        """
        held = await self._held(owner, job)
        if not held and await self._is_due(owner, job):
            await self._freeze_each(owner, [job])
            held = await self._held(owner, job)
        return held

    async def freeze(self, owner: str, job: str) -> Dossier:
        """Freeze what the job holds now, beside the dossiers there are."""
        return await self._freeze(owner, await self._picture(owner, job))

    async def _freeze(self, owner: str, dossier: Dossier, beside: int | None = None) -> Dossier:
        """Keep a dossier; raise `Conflict` unless there are as many as `beside` names already."""
        job, book = dossier.job, await self._books.open(owner)
        async with book.lock:
            rows = await self._rows(owner, job)
            if beside is not None and len(rows) != beside:
                raise Conflict("This was frozen already.")
            number = len(rows) + 1
            dossier = dossier.model_copy(update={"number": number})
            if dossier.file and not await self._resumes.find(owner, dossier.resume):
                # Deleted for good while it was looked at: the text is still what was sent.
                dossier = dossier.model_copy(update={"file": "", "file_name": ""})
            paper = await self._papers.keep_document(owner, dossier)
            needs = {"paper": paper, "file": dossier.file}
            row = Row(partition(owner), f"dossier#{job}#{number:06d}", needs)
            await self._ledger.keep(owner, book, Put(row))
        log.info("dossier frozen", extra={"person": owner, "job": job, "number": number})
        return dossier

    async def settle(self) -> None:
        """Wait until everything that is being frozen is frozen."""
        await asyncio.gather(*self._freezing)

    def _after(self, owner: str, steps: Sequence[Step]) -> None:
        moved = [each for each in steps if each.after.moves != _moves(each.before)]
        if moved:
            task = asyncio.create_task(self._freeze_applied(owner, moved))
            self._freezing.add(task)
            task.add_done_callback(self._freezing.discard)

    async def _freeze_applied(self, owner: str, steps: Sequence[Step]) -> None:
        """Freeze jobs that were applied for in these steps and not before."""
        kind_of = (await self._books.open(owner)).profile.stages.kind_of
        new = [
            each.after.id
            for each in steps
            if not any(kind_of(move.stage).is_applied for move in _moves(each.before))
        ]
        await self._freeze_each(owner, new)

    async def _freeze_each(self, owner: str, jobs: Sequence[str]) -> None:
        for job in jobs:
            try:
                if await self._is_due(owner, job):
                    await self._freeze_news(owner, job)
            except (NotFound, Conflict):
                continue  # Gone again, or frozen before.
            except VaultError:
                # The move itself stands. Whoever opens the job next freezes it then.
                log.warning("dossier put off", extra={"person": owner, "job": job})

    async def _freeze_news(self, owner: str, job: str) -> None:
        # A move that was taken back has left its dossier, which may say what was never sent.
        held = await self._held(owner, job)
        dossier = await self._picture(owner, job)
        if not held or held[-1].sent != dossier.sent:
            await self._freeze(owner, dossier, beside=len(held))

    async def _is_due(self, owner: str, job: str) -> bool:
        book = await self._books.open(owner)
        card, stages = book.card(job), book.profile.stages
        is_applied = any(stages.kind_of(move.stage).is_applied for move in card.moves)
        return is_applied and bool(card.resume or card.texts)

    async def _rows(self, owner: str, job: str) -> list[Row]:
        return await self._books.table.query(partition(owner), f"dossier#{job}#")

    async def _held(self, owner: str, job: str) -> list[Dossier]:
        papers = [str(row.body["paper"]) for row in await self._rows(owner, job)]
        return [await self._papers.document(owner, paper, Dossier) for paper in papers]

    async def _picture(self, owner: str, id: str) -> Dossier:
        job = await self._jobs.get(owner, id)
        found = await self._resumes.find(owner, job.resume)
        letters = await self._letters.of(owner, job.id)
        stages = (await self._jobs.profile(owner)).stages
        dossier = Dossier(
            job=job.id,
            frozen=self._now(),
            applied_on=job.applied_on(stages),
            company=job.company,
            position=job.position,
            url=job.url,
            posting=job.posting,
            resume=job.resume,
            letter=letters[0].text if letters else "",
        )
        if found is None:
            return dossier
        resume, version = found
        transcript = await self._papers.transcript(owner, version.transcript)
        return dossier.model_copy(
            update={
                "resume_name": resume.name,
                "resume_text": transcript.text,
                "file": version.file,
                "file_name": version.file_name,
                "coverage": await self._matches.compare(owner, transcript, job.posting),
            }
        )


def _moves(card: Card | None) -> tuple[Move, ...]:
    return card.moves if card else ()
