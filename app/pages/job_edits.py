"""Suggested changes on a job's page: decided one by one, and made into a new version."""

from typing import Any

from app.editing import Editing
from components.edit_list import EditList
from services.advice.edits import Accepted
from services.advice.kept import KeptAdvice
from services.resumes.looking import PICTURED
from services.resumes.resume import Resume, Version


class JobEdits:
    """Holds suggestions against the version that is chosen, or the one they were made for."""

    def __init__(self, editing: Editing) -> None:
        self._editing = editing
        self._vault, self._owner = editing.desk.vault, editing.desk.owner
        self._advice = self._made = ""
        self._target = ("", 0)
        self._list = EditList(self._tailor, self._link)

    async def show(self, advice: KeptAdvice | None, key: str) -> bool:
        """Show the changes of this advice, and tell whether there are any."""
        found = await self._version(advice, key) if advice else None
        if advice is None or found is None:
            self._list.show_nothing()
            return False
        resume, version = found
        self._advice, self._target = advice.key, (resume.id, version.number)
        edits = await self._vault.tailoring.edits(self._owner, advice.key, *self._target)
        names = await self._editing.desk.resume_names()
        self._list.show(
            advice.key,
            edits,
            advice.result.of("suggestions"),
            name=names.spoken(resume.key(version.number)),
            paper=paper_of(resume, version),
        )
        return bool(edits)

    async def _version(self, advice: KeptAdvice, key: str) -> tuple[Resume, Version] | None:
        chosen = await self._vault.resumes.find(self._owner, key)
        meant = await self._vault.resumes.find(self._owner, advice.resume)
        return chosen if chosen and meant and chosen[0].id == meant[0].id else meant or chosen

    async def _tailor(self, accepted: list[Accepted]) -> dict[str, Any]:
        job = self._editing.job
        note = f"For {job.position} at {job.company}"[:300]
        added = await self._vault.tailoring.tailor(
            self._owner, self._advice, *self._target, accepted, note
        )
        self._made = added.resume.key(added.number)
        is_linked = job.resume == self._made
        return {"resume": added.resume.id, "number": added.number, "linked": is_linked}

    async def _link(self) -> None:
        await self._editing.save("resume", self._made)


def paper_of(resume: Resume, version: Version) -> str:
    """Return the address of a version's pages, if there are pictures to point at."""
    has_pages = version.file and version.kind in PICTURED
    return f"/papers/{resume.id}/{version.number}" if has_pages else ""
