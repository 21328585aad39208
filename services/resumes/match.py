"""The record of one resume held against one job's posting."""

from datetime import datetime

from services.matching.coverage import Coverage
from services.record import Record


class Match(Record):
    """One resume held against one job's posting; `at` is when it was first seen like this."""

    job: str
    resume: str
    resume_name: str
    at: datetime
    coverage: Coverage
