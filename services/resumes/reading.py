"""A file on its way to become a version of a resume."""

from datetime import datetime

from services.record import Record


class Reading(Record):
    """A file that is being read, or why it could not be.

    `file` names its bytes among the owner's papers. It becomes the next version of `resume`, or a
    new one.
    """

    id: str
    version: int = 0
    file: str
    file_name: str
    size: int
    resume: str = ""
    at: datetime
    problem: str = ""
