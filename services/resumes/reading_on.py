"""Files whose server died while it read them: another one reads them, once."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from services.clock import Clock
from services.errors import Invalid, NotFound, TooMany
from services.resumes.reading import Reading
from services.resumes.readings import KIND, Readings
from services.resumes.resumes import Resumes

log = logging.getLogger(__name__)

LONGEST = timedelta(seconds=20)
"""No reading takes as long, unless it waits for its turn; two that read the same do no harm."""

LOST = "The file, or the resume that it was for, is gone. Please add it once more."


class ReadingOn:
    """Sees through the reading of files that were kept."""

    kind = KIND
    look_after = LONGEST
    is_promised = False

    def __init__(self, readings: Readings, resumes: Resumes, now: Clock) -> None:
        self._readings = readings
        self._resumes = resumes
        self._now = now

    async def finish(self, owner: str, facts: Mapping[str, Any], asked: datetime) -> bool:
        """Read the file, unless that has been done, was taken back, or is being done."""
        reading = await self._readings.find(owner, str(facts["reading"]))
        if reading is None or reading.problem:
            return True
        if self._now() - reading.at < LONGEST or self._readings.is_here(reading):
            return False
        try:
            await self._resumes.read_on(owner, reading)
        except TooMany:
            return False
        except (Invalid, NotFound) as problem:
            await self._fail(owner, reading, problem)
        else:
            log.info("file read for a lost task", extra={"person": owner, "reading": reading.id})
        return True

    async def _fail(self, owner: str, reading: Reading, problem: Invalid | NotFound) -> None:
        words = LOST if isinstance(problem, NotFound) else str(problem)
        await self._readings.fail(owner, reading, words)
