"""What is left of a model's answer once it was checked: the only thing that is ever shown."""

from enum import StrEnum

from pydantic import Field

from services.record import Record


class Source(StrEnum):
    """Whose words a quote is."""

    RESUME = "resume"
    POSTING = "posting"
    NOTES = "notes"


class Quote(Record):
    """A piece of a source: its text from `start` to `end`, exactly; `line` counts from 0."""

    source: Source
    text: str
    line: int
    last_line: int
    start: int
    end: int


class Mark(Record):
    """A piece of generated text that no source bears out, and why it is marked."""

    start: int
    end: int
    reason: str


class Said(Record):
    """A text of the model's as plain text, with the pieces of it that nothing bears out."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def doubtful(self) -> tuple[str, ...]:
        """Return the marked pieces themselves."""
        return tuple(self.text[mark.start : mark.end] for mark in self.marks)


class Statement(Record):
    """One thing that was said: its texts by field, its choices by field, what it rests on.

    `part` is the field of the answer it belongs to, such as "gaps" or "paragraphs".
    """

    part: str
    texts: dict[str, Said]
    choices: dict[str, str] = Field(default_factory=dict)
    quotes: tuple[Quote, ...] = ()

    def quotes_of(self, source: Source) -> tuple[Quote, ...]:
        """Return the quotes from one source."""
        return tuple(quote for quote in self.quotes if quote.source is source)


class Result(Record):
    """All statements that passed, in order; `unverified` counts those that were left out because
    what they quote stands nowhere, or because they say nothing of their own. `warnings` are
    sentences about the texts themselves."""

    statements: tuple[Statement, ...] = ()
    unverified: int = 0
    warnings: tuple[str, ...] = ()

    def of(self, part: str) -> tuple[Statement, ...]:
        """Return the statements of one part."""
        return tuple(each for each in self.statements if each.part == part)

    @property
    def doubts(self) -> int:
        """Return how many pieces are marked."""
        return sum(len(said.marks) for each in self.statements for said in each.texts.values())
