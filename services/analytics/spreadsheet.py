"""Numbers as CSV, for a spreadsheet of one's own."""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO

from services.analytics.facts import Facts, gather
from services.analytics.pictures.picture import Picture
from services.analytics.span import Span
from services.jobs.job import Card
from services.jobs.stages import StageKind, Stages

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a cell must not begin with: a spreadsheet would work it out instead of showing it."""

INSIDE = re.compile(r"""([;\t\r\n][\s"']*)([=+@-])""")
"""The same after what separates cells where a spreadsheet is set so; quotes do not help there."""

HEAD = (
    *("id", "company", "position", "location", "work_mode", "source", "resume"),
    *("salary_min", "salary_max", "currency", "salary_period"),
    *("applied_on", "first_response", "first_response_on", "days_waited"),
    *("screening_on", "interview_on", "offer_on", "status", "outcome", "ended_on"),
)


def applications_csv(
    cards: Iterable[Card], stages: Stages, period: Span, today: date, resumes: dict[str, str]
) -> str:
    """Return a row for each application of the period, with all that the measures see of it."""
    facts = [fact for fact in gather(cards, stages, today) if fact.shape.is_application]
    held = [fact for fact in facts if period.holds(fact.applied_on)]
    return as_csv(HEAD, [_row(fact, stages, resumes) for fact in held])


def picture_csv(picture: Picture) -> str:
    """Return the table behind a picture."""
    return as_csv(picture.head, [row.cells for row in picture.rows])


def as_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV in which no cell is a formula, whatever the cells are separated by."""
    text = StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([harmless(each) for each in head])
    writer.writerows([harmless(each) for each in row] for row in rows)
    return text.getvalue()


def harmless(value: object) -> str | int | float:
    """Return a cell that a spreadsheet shows as it is; what looks like a formula gets a quote."""
    if isinstance(value, int | float):
        return value
    text = INSIDE.sub(r"\1'\2", "" if value is None else str(value))
    return f"'{text}" if text.startswith(FORMULA) else text


def _row(fact: Facts, stages: Stages, resumes: dict[str, str]) -> tuple[object, ...]:
    card, shape, salary = fact.card, fact.shape, fact.card.salary
    reached = (StageKind.SCREENING, StageKind.INTERVIEW, StageKind.OFFER)
    return (
        *(card.id, card.company, card.position, card.location, card.work_mode, card.source),
        resumes.get(card.resume, card.resume),
        *((salary.min, salary.max, salary.currency, salary.period) if salary else [None] * 4),
        *(fact.applied_on, shape.response, fact.response_on, fact.wait),
        *(fact.reached_on(kind) for kind in reached),
        *(card.status(stages), card.outcome, fact.ended_on),
    )
