"""Results as they would come out of the checks, made by hand."""

from services.advice.quotes import Text
from services.advice.result import Mark, Result, Said, Source, Statement


def said(text: str, *doubtful: str) -> Said:
    places = [(text.index(piece), piece) for piece in doubtful]
    marks = (Mark(start=at, end=at + len(piece), reason="This number.") for at, piece in places)
    return Said(text=text, marks=tuple(marks))


def suggestion(
    resume: str, quote: str, new: str, *doubtful: str, change: str = "replace"
) -> Statement:
    found = Text(Source.RESUME, resume).find(quote)
    return Statement(
        part="suggestions",
        texts={"replacement": said(new, *doubtful), "why": said("It says more.")},
        choices={"kind": "achievement", "change": change},
        quotes=(found,) if found else (),
    )


def result(*statements: Statement) -> Result:
    return Result(statements=statements)
