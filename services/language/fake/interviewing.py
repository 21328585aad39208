"""The fake as an interviewer: a question from the posting, and a word on each answer."""

from collections.abc import Mapping, Sequence

from services.language.fake.phrases import QUESTIONS

_PARTS = (
    ("Situation", "say in one sentence where this was and what was at stake"),
    ("Task", "name what was asked of you yourself"),
    ("Action", "keep to what you did, step by step"),
    ("Result", "close with what changed, with a figure if you have one"),
)


def interview(material: Mapping[str, str], said: Sequence[str]) -> str:
    """Return feedback on the last answer, if there was one, and the next question."""
    lines = [line.strip(" -*") for line in material.get("posting", "").splitlines()]
    asked = [line for line in lines if len(line.split()) >= 4] or ["the work"]
    number = len(said)
    question = QUESTIONS[number % len(QUESTIONS)].format(asked=asked[number % len(asked)])
    if number < 2:
        return f"Let us begin.\n\n**Question.** {question}"
    sentences = [each.strip() for each in said[-1].replace("\n", " ").split(".") if each.strip()]
    rows = [
        f"- **{name}**: “{sentences[index]}” tells it; {advice}."
        if index < len(sentences)
        else f"- **{name}**: not told yet; {advice}."
        for index, (name, advice) in enumerate(_PARTS)
    ]
    return "\n".join(["What I heard:", "", *rows, "", f"**Next question.** {question}"])
