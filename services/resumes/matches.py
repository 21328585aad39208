"""How resumes meet postings, and what was found when somebody looked."""

import asyncio
from collections.abc import Sequence
from hashlib import sha256

from services.clock import Clock
from services.errors import Conflict
from services.jobs.book import partition
from services.jobs.jobs import Jobs
from services.matching.coverage import Coverage
from services.matching.matcher import VERSION, Matcher
from services.reading.transcript import Transcript
from services.reading.turns import Turns
from services.resumes.looking import Looking
from services.resumes.match import Match
from services.storage.table import Put, Row, Table

AT_ONCE = 2
"""How many comparisons are made at once: files and passwords need threads too."""


class Matches:
    """Compares resumes with postings, and keeps every result that somebody has seen."""

    def __init__(
        self, table: Table, jobs: Jobs, resumes: Looking, matcher: Matcher, now: Clock
    ) -> None:
        self._table = table
        self._jobs = jobs
        self._resumes = resumes
        self._matcher = matcher
        self._now = now
        self._turns = Turns(AT_ONCE)

    async def warm(self) -> None:
        """Load what the first match would have to wait for."""
        await asyncio.to_thread(self._matcher.warm)

    async def of_job(self, owner: str, job: str, resume: str, number: int | None = None) -> Match:
        """Hold a version of a resume against a job's posting, and remember what was found."""
        posting = (await self._jobs.get(owner, job)).posting
        held = await self._resumes.get(owner, resume)
        transcript = await self._resumes.transcript(owner, resume, number)
        match = Match(
            job=job,
            resume=held.key(number),
            resume_name=held.name,
            at=self._now(),
            coverage=await self.compare(owner, transcript, posting),
        )
        if match.coverage.findings:
            await self._remember(owner, match, posting)
        return match

    async def side_by_side(
        self, owner: str, job: str, keys: Sequence[tuple[str, int]]
    ) -> list[Match]:
        """Hold several versions against one job's posting, in their order."""
        return [await self.of_job(owner, job, resume, number) for resume, number in keys]

    async def compare(self, owner: str, transcript: Transcript, posting: str) -> Coverage:
        """Return how a transcript meets a posting, on the person's calendar day.

        Comparisons of one person are made one after the other.
        """
        today = await self._jobs.today(owner)
        lines = [line.text for line in transcript.seen]
        async with self._turns.turn(owner):
            coverage = await asyncio.to_thread(self._matcher.match, lines, posting, today)
        if not transcript.hidden:
            return coverage
        count = len(transcript.hidden)
        noun = "line is" if count == 1 else "lines are"
        said = f"{count} {noun} hidden from a person's eye and did not count."
        return coverage.model_copy(update={"warnings": (*coverage.warnings, said)})

    async def history(self, owner: str, job: str) -> list[Match]:
        """Return what was found for a job, the last one first."""
        rows = await self._table.query(partition(owner), f"match#{job}#")
        found = [Match.model_validate(row.body) for row in rows]
        return sorted(found, key=lambda match: match.at, reverse=True)

    async def _remember(self, owner: str, match: Match, posting: str) -> None:
        # Named by what it was made of: the same comparison is the same row, whoever looks again.
        made_of = f"{match.resume}\n{VERSION}\n{match.coverage.model_dump_json()}\n{posting}"
        key = f"match#{match.job}#{sha256(made_of.encode()).hexdigest()[:20]}"
        if await self._table.get(partition(owner), key):
            return
        try:
            await self._table.commit(Put(Row(partition(owner), key, match.model_dump(mode="json"))))
        except Conflict:
            return  # Another tab looked at the same moment and kept the same.
