"""The record of what was sent with an application."""

from datetime import date, datetime

from services.matching.coverage import Coverage
from services.record import Record


class Dossier(Record):
    """Posting, resume and letter as they were, never altered afterwards.

    `resume` is the version's key or the person's own words; `resume_text` is empty where it is
    not one of ours. `file` names the original. `frozen` may be later than `applied_on`, which is
    what the person said: an application from before, or one that was noted late.
    """

    job: str
    number: int = 1
    frozen: datetime
    applied_on: date | None = None
    company: str
    position: str
    url: str = ""
    posting: str = ""
    resume: str = ""
    resume_name: str = ""
    resume_text: str = ""
    file: str = ""
    file_name: str = ""
    letter: str = ""
    coverage: Coverage | None = None

    @property
    def sent(self) -> tuple[str, ...]:
        """Return what an employer got to see, by which two dossiers are told apart."""
        return self.company, self.position, self.posting, self.resume, self.letter
