"""What a screen needs to show one version of a resume against a posting."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.desk import Desk
from components.match_table import Column
from services.matching.coverage import Coverage
from services.reading.transcript import Transcript
from services.resumes.looking import PICTURED


@dataclass(frozen=True, slots=True)
class Reading:
    """A version as it was read; `paper` is the address of its pages where they have pictures."""

    key: str
    name: str
    transcript: Transcript
    paper: str

    def column(self, coverage: Coverage) -> Column:
        """Return it as a column of a `MatchTable`."""
        return Column(self.key, self.name, coverage, self.transcript.seen)


async def read_versions(desk: Desk, keys: Iterable[str]) -> list[Reading]:
    """Return what these keys point at, without those that are gone."""
    resumes, names = desk.vault.resumes, await desk.resume_names()
    found = []
    for key in keys:
        if held := await resumes.find(desk.owner, key):
            resume, version = held
            transcript = await resumes.transcript(desk.owner, resume.id, version.number)
            is_pictured = bool(version.file) and version.kind in PICTURED
            paper = f"/papers/{resume.id}/{version.number}" if is_pictured else ""
            found.append(Reading(key, names.spoken(key), transcript, paper))
    return found
