"""The questions that code can answer."""

from enum import StrEnum


class Topic(StrEnum):
    """What may be asked of the guide."""

    WEEK = "week"
    STUCK = "stuck"
    SILENT = "silent"
    NUMBERS = "numbers"
    PAY = "pay"

    @property
    def question(self) -> str:
        """Return the question in words."""
        return _QUESTIONS[self]


_QUESTIONS = {
    Topic.WEEK: "What should I do this week?",
    Topic.STUCK: "What is stuck?",
    Topic.SILENT: "Which applications are silent past my usual wait?",
    Topic.NUMBERS: "How is my search going?",
    Topic.PAY: "What do my offers and postings pay?",
}
