"""What an application reached, as the bits of one number: thousands are counted at one go."""

from collections.abc import Mapping

from services.jobs.stages import Outcome, StageKind

COUNTED, REPLIED, SCREENED, INTERVIEWED, OFFERED = 1, 2, 4, 8, 16
"""Whether it counts in the response rate, and how far it ever came."""

REPLY_TOLD, REPLY_IN_TIME, INTERVIEW_TOLD, INTERVIEW_IN_TIME = 32, 64, 128, 256
"""Whether it is known if a reply, or an interview, came in time, and whether it did."""

REPLY_DAYS, INTERVIEW_DAYS = 30, 60
"""What is in time, counted from the day of applying."""

REACHED = (
    (StageKind.SCREENING, SCREENED),
    (StageKind.INTERVIEW, INTERVIEWED),
    (StageKind.OFFER, OFFERED),
)


def marks_of(first: Mapping[StageKind, int], reply: int | None, outcome: Outcome | None) -> int:
    """Return how far a job came by the kinds it reached, its first reply and its outcome."""
    marks = sum(mark for kind, mark in REACHED if kind in first)
    if reply is not None:
        return marks + COUNTED + REPLIED
    return marks if outcome is Outcome.WITHDRAWN else marks + COUNTED


def timely(reached: int, age: int, wait: int | None, until_interview: int | None) -> int:
    """Return what is known to have come in time to an application that reached so far: sent so
    many days ago, first answered and interviewed so many days after it, None where that is not
    known. Before the time is over nothing is."""
    marks = 0
    if age >= REPLY_DAYS:
        if not reached & REPLIED:
            marks = REPLY_TOLD if reached & COUNTED else 0
        elif wait is not None:
            marks = REPLY_TOLD | REPLY_IN_TIME if wait <= REPLY_DAYS else REPLY_TOLD
    if age >= INTERVIEW_DAYS:
        if not reached & INTERVIEWED:
            marks |= INTERVIEW_TOLD
        elif until_interview is not None:
            marks |= INTERVIEW_TOLD
            if until_interview <= INTERVIEW_DAYS:
                marks |= INTERVIEW_IN_TIME
    return marks
