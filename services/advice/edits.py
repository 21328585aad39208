"""Suggestions as changes to a text, and the text with those that were accepted."""

import re
from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import Field

from services.advice.quotes import Text
from services.advice.result import Mark, Quote, Result, Said, Source, Statement
from services.errors import Conflict, Invalid
from services.record import Line, Record

_BULLET = re.compile(r"[ \t]*(?:[-*•▪◦–—·][ \t]+)?")
_PLACEHOLDER = re.compile(r"\[[^\W\d][^\[\]\n]{0,40}\]")
"""What a model leaves for the person to fill in, such as "[number]"."""


class Edit(Record):
    """One suggestion held against a text: `before`, from `start` to `end`, becomes `after`.

    Without a place there is only advice. A stale one quotes words that the text has no more.
    """

    index: int
    kind: str
    why: str
    start: int = 0
    end: int = 0
    line: int = 0
    before: str = ""
    after: str = ""
    said: Said = Said(text="")
    is_advice: bool = False
    is_stale: bool = False

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return the pieces of `said`, the new words alone, that nothing bears out."""
        return self.said.marks


class Accepted(Record):
    """A suggestion that the person takes, in the model's words or in their own (`text`).

    `is_confirmed` says that what is marked in it is true.
    """

    index: int
    text: Annotated[Line, Field(max_length=2_000)] | None = None
    is_confirmed: bool = False


def edits(text: str, result: Result) -> tuple[Edit, ...]:
    """Return every suggestion as a change to this text, in the order they were made."""
    source = Text(Source.RESUME, text)
    suggestions = result.of("suggestions")
    return tuple(_edit(source, index, each) for index, each in enumerate(suggestions))


def apply(text: str, offered: Sequence[Edit], accepted: Sequence[Accepted]) -> str:
    """Return the text with the accepted changes, in whatever order they were accepted.

    Raise `Conflict` for one that is stale, and `Invalid` where two change the same words, or new
    words are still to be confirmed or filled in.
    """
    chosen = {each.index: each for each in accepted}
    by_index = {edit.index: edit for edit in offered}
    if not chosen or not chosen.keys() <= by_index.keys():
        raise Invalid("Please choose from the suggestions.")
    changes = sorted((by_index[index] for index in chosen), key=lambda edit: (edit.start, edit.end))
    _refuse_overlaps(changes)
    for edit in reversed(changes):
        new = _new_words(edit, chosen[edit.index])
        text = f"{text[: edit.start]}{new}{text[edit.end :]}"
    return text


def check_words(text: str, said: Said, is_confirmed: bool, field: str = "text") -> None:
    """Raise `Invalid` while the text still holds a gap, or a marked piece that nobody confirmed."""
    if gap := _PLACEHOLDER.search(text):
        raise Invalid(fields={field: f"Please fill in {gap[0]}, or leave it out."})
    open_pieces = [piece for piece in said.doubtful if _holds(text, piece)]
    if open_pieces and not is_confirmed:
        pieces = ", ".join(f"“{piece}”" for piece in dict.fromkeys(open_pieces))
        raise Invalid(fields={field: f"Please confirm that {pieces} is true, or change it."})


def _edit(source: Text, index: int, suggestion: Statement) -> Edit:
    said, why = suggestion.texts["replacement"], suggestion.texts["why"].text
    edit = Edit(index=index, kind=suggestion.choices["kind"], why=why, said=said)
    quotes = suggestion.quotes_of(Source.RESUME)
    change = suggestion.choices["change"]
    if not quotes or not said.text or change == "advise":
        return edit.model_copy(update={"is_advice": True})
    found = source.find(quotes[0].text)
    if found is None:
        return edit.model_copy(update={"before": quotes[0].text, "is_stale": True})
    place = _replaced if change == "replace" else _added
    return edit.model_copy(update=place(source.written, found, said.text))


def _replaced(text: str, quote: Quote, words: str) -> dict[str, Any]:
    took_bullet = bool(_bullet(quote.text))
    # Models leave out a sentence's end when they quote, and write it when they replace.
    end = quote.end + (words.endswith(".") and text[quote.end : quote.end + 1] == ".")
    return {
        "start": quote.start,
        "end": end,
        "line": quote.line,
        "before": text[quote.start : end],
        "after": words if took_bullet else _bare(words),
    }


def _added(text: str, quote: Quote, words: str) -> dict[str, Any]:
    """Return the change that puts a line after the one on which the quote ends, set like it."""
    found = text.find("\n", quote.end)
    end = len(text) if found < 0 else found
    bullet = _bullet(text[text.rfind("\n", 0, quote.start) + 1 : end])
    return {
        "start": end,
        "end": end,
        "line": quote.last_line,
        "after": f"\n{bullet}{_bare(words)}",
    }


def _bullet(line: str) -> str:
    found = _BULLET.match(line)
    return found[0] if found else ""


def _bare(words: str) -> str:
    return words[len(_bullet(words)) :]


def _new_words(edit: Edit, accepted: Accepted) -> str:
    if edit.is_stale:
        raise Conflict("Your resume no longer says what this suggestion would change.")
    if edit.is_advice:
        raise Invalid("This suggestion is advice; there is nothing to put in for you.")
    if accepted.text is None:
        check_words(edit.after, edit.said, accepted.is_confirmed, f"suggestions.{edit.index}")
        return edit.after
    check_words(accepted.text, edit.said, accepted.is_confirmed, f"suggestions.{edit.index}")
    lead = edit.after.removesuffix(_bare(edit.said.text))
    return lead + _bare(accepted.text)


def _refuse_overlaps(changes: Sequence[Edit]) -> None:
    reached = 0
    for edit in changes:
        if edit.start < reached:
            raise Invalid("Two of these suggestions change the same words. Please choose one.")
        reached = max(reached, edit.end)


def _holds(text: str, piece: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", text) is not None
