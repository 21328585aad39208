"""Advice as the browser is told of it, and what its kinds are called."""

from typing import Any, NamedTuple

from services.advice.ask import Kind
from services.advice.kept import KeptAdvice, State
from services.advice.result import Said, Statement


class Words(NamedTuple):
    """What a kind of advice is about, what it brings, and what the button to ask for it says."""

    title: str
    lead: str
    deed: str


WORDS = {
    Kind.ANALYSIS: Words(
        "Match",
        "Where your resume meets this posting and where it does not, in words, each with the lines"
        " it rests on.",
        "Explain the match",
    ),
    Kind.SUGGESTIONS: Words(
        "Changes",
        "Changes to your resume for this posting. You accept, reword or reject each one; nothing"
        " changes before.",
        "Suggest changes",
    ),
    Kind.INTERVIEW: Words(
        "Interview",
        "Questions to expect, situations to think through, stories from your own resume, and what"
        " the posting says about the company.",
        "Prepare the interview",
    ),
    Kind.LETTER: Words(
        "Letter",
        "A first draft from your resume and this posting, for you to make your own.",
        "Draft a letter",
    ),
}

_STATES = {
    State.TRUNCATED: "The answer broke off. What had come until then is kept.",
    State.CANCELLED: "You stopped this. What had come until then is kept.",
    State.BLOCKED: "The model declined to answer this.",
}


def told(statement: Statement) -> dict[str, Any]:
    """Return a statement as the browser draws it."""
    return {
        "part": statement.part,
        "texts": {name: said_words(said) for name, said in statement.texts.items() if said.text},
        "choices": statement.choices,
        "quotes": [
            {"source": quote.source, "text": quote.text, "lines": [quote.line, quote.last_line]}
            for quote in statement.quotes
        ],
    }


def said_words(said: Said) -> dict[str, Any]:
    """Return a text in pieces, of which the doubtful ones carry their reason."""
    pieces, end = [], 0
    for mark in said.marks:
        pieces.append({"text": said.text[end : mark.start], "reason": ""})
        pieces.append({"text": said.text[mark.start : mark.end], "reason": mark.reason})
        end = mark.end
    pieces.append({"text": said.text[end:], "reason": ""})
    return {"pieces": [piece for piece in pieces if piece["text"]]}


def ended(state: State, words: str) -> str:
    """Return what is said of an answer that did not come to its end."""
    return "" if state is State.DONE else words or _STATES.get(state, "")


def page_of(advice: KeptAdvice) -> dict[str, Any]:
    """Return the facts about kept advice that stand under it."""
    return {"at": advice.at.isoformat(), "model": advice.model, "key": advice.key}
