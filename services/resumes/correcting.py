"""A transcript put right by hand: changed lines change, and those left alone keep their place."""

from difflib import SequenceMatcher

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
    matcher = SequenceMatcher(None, [line.text for line in old], new, autojunk=False)
    for verb, start, end, first, last in matcher.get_opcodes():
        if verb == "equal":
            found += [line.model_copy(update={"confidence": None}) for line in old[start:end]]
            continue
        for index in range(first, last):
            # As many lines in as out: each stands where the one stood that it replaces.
            at = old[start + index - first] if end - start == last - first else None
            page = at.page if at else (found[-1].page if found else 0)
            found.append(TextLine(text=new[index], page=page, box=at.box if at else None))
    return found
