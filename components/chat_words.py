"""What the assistant offers in each kind of conversation, in words."""

from typing import Any, NamedTuple

from services.assistant.conversation import Mode
from services.assistant.topic import Topic


class Words(NamedTuple):
    """What a kind of conversation is called, what it is for, and what may be asked in it."""

    title: str
    lead: str
    placeholder: str
    deed: str = ""
    examples: tuple[str, ...] = ()


WORDS = {
    Mode.CHAT: Words(
        "Ask about your search",
        "Answers come from your own records, each with the record it rests on.",
        "Ask about your search…",
        examples=(
            "How am I doing with interviews?",
            "Which skills do my postings ask for that my resume lacks?",
            "Please draft a follow-up mail to the application that waits longest",
        ),
    ),
    Mode.INTERVIEW: Words(
        "Mock interview",
        "One question at a time, from the posting and your resume. After each answer you hear what"
        " was there of situation, task, action and result.",
        "Your answer…",
        "Practise an interview",
        ("I am ready. Please ask the first question.",),
    ),
    Mode.NEGOTIATION: Words(
        "Salary negotiation",
        "With the figures of your own offers and postings, and no others.",
        "Ask about your offers…",
        "Prepare a negotiation",
        ("Which of my offers pays best, and what may I ask for?",),
    ),
    Mode.REVIEW: Words(
        "Weekly review",
        "What happened, what is due, what is silent, and what to do next.",
        "Ask about your week…",
        "Review the week",
        ("Please review my week.",),
    ),
}


def offer(mode: Mode, missing: str, agree: str) -> dict[str, Any]:
    """Return what a conversation offers; `missing` says what a model wants to write at all."""
    words = WORDS[mode]
    modes = [each for each in Mode if WORDS[each].deed] if mode is Mode.CHAT and not missing else []
    return {
        "title": words.title,
        "lead": words.lead,
        "placeholder": words.placeholder,
        "deed": "Answer" if mode is Mode.INTERVIEW else "Ask",
        "topics": [{"id": each.value, "words": each.question} for each in Topic]
        if mode is not Mode.INTERVIEW
        else [],
        "modes": [{"id": each.value, "words": WORDS[each].deed} for each in modes],
        "examples": [] if missing or agree else list(words.examples),
        "record": mode is Mode.INTERVIEW,
        "missing": missing,
        "agree": agree,
    }
