"""How much text a paper may hold: beyond it nobody wrote a resume, and reading would take long."""

from collections.abc import Iterable, Iterator

from services.errors import Invalid
from services.reading.transcript import TextLine

MOST_LINES = 5_000
MOST_CHARACTERS = 300_000


def bounded(lines: Iterable[TextLine]) -> Iterator[TextLine]:
    """Yield the lines, or raise `Invalid` as soon as they are too many."""
    characters = 0
    for number, line in enumerate(lines, 1):
        characters += len(line.text)
        if number > MOST_LINES or characters > MOST_CHARACTERS:
            raise Invalid("This file holds far more text than a resume. Please shorten it.")
        yield line
