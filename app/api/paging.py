"""Asking for a list and getting it a page at a time."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Request, Response
from pydantic import BeforeValidator, Field, WithJsonSchema, field_validator
from ulid import ULID

from app.api.shapes import answer, list_shape
from services.errors import Invalid
from services.jobs.job import Card, Day
from services.jobs.selection import Filter
from services.jobs.stages import Stages
from services.record import Record


class Window(Record):
    """Which page of a list: at most `limit` jobs, beginning after `cursor`."""

    limit: Annotated[int, Field(ge=1, le=200)] = 50
    cursor: Annotated[str, Field(max_length=200)] = ""

    @property
    def newest_first(self) -> bool | None:
        """Whether ids fall or rise along the list; None if its order is another."""
        return None


def _none_if_empty(value: Any) -> Any:
    return None if value == "" else value


DayOrNone = Annotated[
    Day | None,
    BeforeValidator(_none_if_empty),
    WithJsonSchema({"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2})?$"}),
]


class Wanted(Filter, Window):
    """Which jobs, in which order, and which page of them. An empty value is no filter."""

    status: Annotated[tuple[Annotated[str, Field(max_length=100)], ...], Field(max_length=50)] = ()
    since: DayOrNone = None
    until: DayOrNone = None

    @field_validator("status", "stage", "outcome", "tag", "source", mode="before")
    @classmethod
    def _without_empty(cls, values: Any) -> Any:
        return [value for value in values if value] if isinstance(values, list) else values

    @property
    def newest_first(self) -> bool | None:
        return self.desc if self.sort == "added" else None

    @property
    def filter(self) -> Filter:
        """The part that says which jobs, in which order."""
        return Filter.model_construct(**{name: getattr(self, name) for name in Filter.model_fields})


def with_status(cards: Sequence[Card], words: Sequence[str], stages: Stages) -> Sequence[Card]:
    """Return the cards whose one shown word is among these; an unknown one raises `Invalid`."""
    if not words:
        return cards
    meant = [stages.understand(word) for word in words]
    open_stages = {stage.id for stage, outcome in meant if outcome is None}
    outcomes = {outcome for _, outcome in meant if outcome}
    return [
        card
        for card in cards
        if (card.outcome in outcomes if card.outcome else card.stage in open_stages)
    ]


def page(request: Request, cards: Sequence[Card], window: Window, stages: Stages) -> Response:
    """Answer one page of the cards, and in the headers where the next one begins."""
    start = _start(cards, window)
    shown = cards[start : start + window.limit]
    headers = {"x-total-count": str(len(cards))}
    if start + window.limit < len(cards):
        cursor = urlsafe_b64encode(shown[-1].id.encode()).decode().rstrip("=")
        query = [pair for pair in request.query_params.multi_items() if pair[0] != "cursor"]
        next_page = f"{request.url.path}?{urlencode([*query, ('cursor', cursor)])}"
        headers |= {"x-next-cursor": cursor, "link": f'<{next_page}>; rel="next"'}
    return answer(list_shape(shown, stages), headers=headers)


def _start(cards: Sequence[Card], window: Window) -> int:
    """Return where the page begins: after the cursor's job, however many were added before it."""
    if not window.cursor:
        return 0
    last = _job_of(window.cursor)
    index = next((index for index, card in enumerate(cards) if card.id == last), None)
    if index is not None:
        return index + 1
    if window.newest_first is None:
        raise Invalid(fields={"cursor": "That page is gone. Please begin at the first."})
    # The job is gone from the list, but ids sort by the time they were made.
    return sum(1 for card in cards if (card.id > last) == window.newest_first)


def _job_of(cursor: str) -> str:
    try:
        return str(ULID.from_str(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()))
    except ValueError:
        raise Invalid(fields={"cursor": "Please send a cursor as it was given."}) from None
