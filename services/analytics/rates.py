"""The rates of a search: response, screening, interview, offer. Always “ever reached”."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from services.analytics.facts import Facts
from services.analytics.intervals import Rate, rate
from services.analytics.marks import COUNTED, INTERVIEWED, OFFERED, REACHED, REPLIED, SCREENED
from services.jobs.stages import Outcome

RESPONSE = (
    "Applications that got a first human signal (a move to screening or later, or a rejection), "
    "of all applications but those withdrawn before any. Automatic confirmations do not count, "
    "and those still waiting count as not answered yet."
)
SCREENING = "Applications that ever reached a stage of the kind screening, of all applications."
INTERVIEW = "Applications that ever reached a stage of the kind interview, of all applications."
OFFER = (
    "Applications that ever reached a stage of the kind offer, of those that ever reached an "
    "interview. An offer without an interview on record does not count."
)


@dataclass(frozen=True, slots=True)
class Rates:
    """How often applications got how far."""

    response: Rate
    screening: Rate
    interview: Rate
    offer: Rate


def mark_by(fact: Facts, day: date) -> int:
    """Return the marks an application had on a day, by what is dated; later news is left out."""

    def came(on: date | None) -> bool:
        return on is not None and on <= day

    marks = sum(sign for kind, sign in REACHED if came(fact.reached_on(kind)))
    if came(fact.response_on):
        return marks + COUNTED + REPLIED
    is_withdrawn = fact.shape.outcome is Outcome.WITHDRAWN and came(fact.ended_on)
    return marks if is_withdrawn else marks + COUNTED


def rates(marks: Iterable[int] | Mapping[int, int]) -> Rates:
    """Return the rates of the applications that have these marks, or so many of each of them."""
    counts = Counter(marks)

    def having(wanted: int) -> int:
        return sum(count for mark, count in counts.items() if mark & wanted == wanted)

    n, interviewed = having(0), having(INTERVIEWED)
    return Rates(
        response=rate(having(REPLIED), having(COUNTED)),
        screening=rate(having(SCREENED), n),
        interview=rate(interviewed, n),
        offer=rate(having(INTERVIEWED | OFFERED), interviewed),
    )
