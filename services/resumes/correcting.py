"""A transcript put right by hand: changed lines change, and those left alone keep their place."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from services.errors import Invalid
from services.reading.transcript import Kind, Page, TextLine, Transcript
from services.record import Record, Text

MOST_LINES = 5_000
MOST_CHARACTERS = 200_000


class _Written(Record):
    text: Text


def written(text: str) -> tuple[str, ...]:
    """Return the lines of a text that somebody wrote, or raise `Invalid` naming what is wrong."""
    lines = tuple(
        line.rstrip() for line in _Written.check({"text": text}).text.split("\n") if line.strip()
    )
    if not lines:
        raise Invalid(fields={"text": "Please leave some text."})
    if len(lines) > MOST_LINES or len(text) > MOST_CHARACTERS:
        raise Invalid(fields={"text": "This is too long for a resume."})
    return lines


def correct(transcript: Transcript, text: str) -> Transcript:
    """Return the transcript with this text; what a program alone can see stays pointed out."""
    lines = _aligned(transcript.seen, written(text))
    # A person has looked at it: how sure a program was of it says nothing any more.
    pages = tuple(Page(width=page.width, height=page.height) for page in transcript.pages)
    return transcript.model_copy(update={"lines": (*lines, *transcript.hidden), "pages": pages})


def rewrite(text: str) -> Transcript:
    """Return the transcript of a text that was written here and never stood on a page."""
    return Transcript(kind=Kind.TEXT, lines=tuple(TextLine(text=line) for line in written(text)))


def _aligned(old: tuple[TextLine, ...], new: tuple[str, ...]) -> list[TextLine]:
    found: list[TextLine] = []
    start = first = 0
    for end, last in [*_unchanged([line.text for line in old], new), (len(old), len(new))]:
        for index in range(first, last):
            # As many lines in as out: each stands where the one stood that it replaces.
            at = old[start + index - first] if end - start == last - first else None
            page = at.page if at else (found[-1].page if found else 0)
            found.append(TextLine(text=new[index], page=page, box=at.box if at else None))
        found += [line.model_copy(update={"confidence": None}) for line in old[end : end + 1]]
        start, first = end + 1, last + 1
    return found


class _Chain(NamedTuple):
    """Lines that stayed, linked from the last one to the first."""

    was: int
    now: int
    before: "_Chain | None"


def _unchanged(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return where lines that stayed stood and stand, as many as keep their order.

    Not by `difflib`, which takes minutes for a few thousand lines that are alike.
    """
    pairs = zip(reversed(old), reversed(new), strict=False)
    tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    ends = range(len(old) - tail, len(old)), range(len(new) - tail, len(new))
    places = {line: was for was, line in enumerate(_numbered(old[: ends[0].start]))}
    chains: list[_Chain] = []
    for now, line in enumerate(_numbered(new[: ends[1].start])):
        if (was := places.get(line)) is not None:
            length = bisect_left(chains, was, key=lambda chain: chain.was)
            before = chains[length - 1] if length else None
            chains[length : length + 1] = [_Chain(was, now, before)]
    return [*_links(chains), *zip(*ends, strict=True)]


def _links(chains: Sequence[_Chain]) -> list[tuple[int, int]]:
    links: list[tuple[int, int]] = []
    each = chains[-1] if chains else None
    while each:
        links.append((each.was, each.now))
        each = each.before
    return links[::-1]


def _numbered(lines: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield the lines, those that are alike told apart by their number."""
    counted = Counter[str]()
    for line in lines:
        counted[line] += 1
        yield line, counted[line]
