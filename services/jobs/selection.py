"""Choosing and ordering jobs: the filters of the dashboard and of the REST door."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from services.jobs.book import Book, Books
from services.jobs.job import Card, Day
from services.jobs.overview import Overview, overview
from services.jobs.stages import Stages
from services.record import Line, Record, fold

ENDED = "ended"
"""The column of the jobs that have an outcome."""

Sort = Literal[
    "applied_on",
    "added",
    "updated",
    "company",
    "position",
    "location",
    "stage",
    "next_step",
    "next_step_on",
    "deadline",
    "excitement",
    "salary",
    "source",
]
Only = frozenset[str] | None
"""The jobs among which is chosen; None are all of them."""

Word = Annotated[Line, Field(max_length=200)]
Words = Annotated[tuple[Word, ...], Field(max_length=100)]


class Filter(Record):
    """What to show. An empty value is no filter; several values of one field mean any of them.

    `outcome` also takes the word "none". `since` and `until` bound the day of applying.
    """

    q: Word = ""
    stage: Words = ()
    outcome: Words = ()
    tag: Words = ()
    source: Words = ()
    since: Day | None = None
    until: Day | None = None
    sort: Sort = "added"
    desc: bool = True


class Selection:
    """Finds a person's jobs by what is said of them, in memory."""

    def __init__(self, books: Books) -> None:
        self._books = books

    async def select(self, owner: str, wanted: Filter, only: Only = None) -> list[Card]:
        """Return the matching cards in the order that was asked for; ties stay newest first.

        With `only`, none but these jobs.
        """
        book = await self._books.open(owner)
        texts = await self._books.texts(owner, book) if wanted.q else {}
        return book.remember((wanted, only), lambda: _ordered(book, wanted, texts, only))

    async def columns(self, owner: str, wanted: Filter, only: Only = None) -> dict[str, list[Card]]:
        """Return the matching cards by the stage they stand in; ended ones under `ENDED`."""
        book = await self._books.open(owner)
        texts = await self._books.texts(owner, book) if wanted.q else {}
        # Without a pause between the two, or another revision's cards would be remembered.
        found = book.remember((wanted, only), lambda: _ordered(book, wanted, texts, only))
        key = ("columns", wanted, only)
        return book.remember(key, lambda: _columns(book.profile.stages, found))

    async def overview(self, owner: str, today: date) -> Overview:
        """Return the whole search at a glance."""
        book = await self._books.open(owner)
        return book.remember(
            ("overview", today), lambda: overview(_shown(book), book.profile.stages, today)
        )

    async def words(self, owner: str) -> tuple[list[str], list[str]]:
        """Return the tags and the sources in use, each in alphabetical order."""
        book = await self._books.open(owner)
        return book.remember("words", lambda: _words(_shown(book)))


def _shown(book: Book) -> list[Card]:
    return [card for card in book.cards.values() if not card.trashed]


def _columns(stages: Stages, cards: Sequence[Card]) -> dict[str, list[Card]]:
    columns: dict[str, list[Card]] = {stage.id: [] for stage in stages.shown}
    columns[ENDED] = []
    for card in cards:
        columns.setdefault(ENDED if card.outcome else card.stage, []).append(card)
    return columns


def _words(cards: Sequence[Card]) -> tuple[list[str], list[str]]:
    return (
        sorted({tag for card in cards for tag in card.tags}, key=fold),
        sorted({card.source for card in cards if card.source}, key=fold),
    )


def _ordered(book: Book, wanted: Filter, texts: dict[str, str], only: Only) -> list[Card]:
    stages = book.profile.stages
    words = fold(wanted.q).split()
    found = [
        card
        for card in reversed(book.cards.values())
        if not card.trashed
        and (only is None or card.id in only)
        and _is_wanted(card, wanted, stages)
        and (not words or _says(card, words, texts.get(card.id, "")))
    ]
    if wanted.sort == "added":
        return found if wanted.desc else found[::-1]
    key = _key(wanted.sort, stages)
    known = [(value, card) for card in found if (value := key(card)) not in (None, "")]
    known.sort(key=lambda pair: pair[0], reverse=wanted.desc)
    unknown = [card for card in found if key(card) in (None, "")]
    return [card for _, card in known] + unknown


def _is_wanted(card: Card, wanted: Filter, stages: Stages) -> bool:
    if wanted.stage and card.stage not in wanted.stage:
        return False
    if wanted.outcome and (card.outcome or "none") not in wanted.outcome:
        return False
    if wanted.tag and not set(wanted.tag) & set(card.tags):
        return False
    if wanted.source and card.source not in wanted.source:
        return False
    return _is_between(card, wanted.since, wanted.until, stages)


def _is_between(card: Card, since: date | None, until: date | None, stages: Stages) -> bool:
    if since is None and until is None:
        return True
    day = card.applied_on(stages)
    return day is not None and (since or day) <= day <= (until or day)


def _says(card: Card, words: list[str], text: str) -> bool:
    short = fold(
        " ".join(
            (
                card.company,
                card.position,
                card.location,
                card.source,
                card.next_step,
                card.url,
                card.salary.text if card.salary else "",
                *card.tags,
            )
        )
    )
    return all(word in short or word in text for word in words)


def _key(sort: str, stages: Stages) -> Callable[[Card], Any]:
    order = {stage.id: index for index, stage in enumerate(stages.every)}
    special: dict[str, Callable[[Card], Any]] = {
        "applied_on": lambda card: card.applied_on(stages),
        "stage": lambda card: (card.outcome is not None, order.get(card.stage, 99)),
        "salary": lambda card: card.salary and (card.salary.max or card.salary.min),
        "updated": lambda card: card.updated,
    }
    if sort in special:
        return special[sort]
    if sort in ("next_step_on", "deadline", "excitement"):
        return lambda card: getattr(card, sort)
    return lambda card: fold(getattr(card, sort))
