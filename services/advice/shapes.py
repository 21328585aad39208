"""The shapes a model answers in: flat, and with room for the quote behind every statement.

A field whose name ends in `quote` or `quotes` is looked up word by word in the material that it
names; every other text is the model's own.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

ResumeQuote = Annotated[str, Field(description="A piece of the resume, copied exactly.")]
PostingQuote = Annotated[str, Field(description="A piece of the posting, copied exactly.")]


class Point(BaseModel):
    """How the resume meets one thing that the posting asks for."""

    posting_quote: PostingQuote
    resume_quote: ResumeQuote
    text: Annotated[str, Field(description="One or two sentences on how the two fit.")]


class Strength(BaseModel):
    """What speaks for the person."""

    resume_quote: ResumeQuote
    text: str


class Gap(BaseModel):
    """What the posting asks for and the resume does not show."""

    posting_quote: PostingQuote
    text: Annotated[str, Field(description="What is missing, and what would honestly help.")]


class Analysis(BaseModel):
    """How a resume meets a posting, in words; the count of what is met is not the model's."""

    summary: Annotated[str, Field(description="Three sentences, with no score and no number.")]
    skills: list[Point]
    experience: list[Point]
    qualifications: list[Point]
    culture: Annotated[list[Point], Field(description="Culture and soft skills.")]
    strengths: list[Strength]
    gaps: list[Gap]


class Suggestion(BaseModel):
    """One change to the resume."""

    kind: Literal["achievement", "keyword", "gap", "structure"]
    change: Annotated[
        Literal["replace", "add", "advise"],
        Field(description="Replace the quoted piece, add a line after it, or only advise."),
    ]
    resume_quote: ResumeQuote
    posting_quote: Annotated[str, Field(description="Why it matters here, or empty.")] = ""
    replacement: Annotated[str, Field(description="The new words, or empty for advice.")]
    why: str


class Suggestions(BaseModel):
    """Changes to a resume, the most useful first."""

    suggestions: list[Suggestion]


class Question(BaseModel):
    """A question that is likely to be asked."""

    posting_quote: PostingQuote
    question: str
    why: str


class Scenario(BaseModel):
    """A situation to think through beforehand."""

    posting_quote: PostingQuote
    scenario: str
    approach: str


class Story(BaseModel):
    """An answer as situation, task, action and result, from lines of the resume alone."""

    resume_quotes: Annotated[list[str], Field(description="The lines it is built from.")]
    title: str
    situation: str
    task: str
    action: str
    result: Annotated[str, Field(description="With [number] where the resume gives none.")]


class Insight(BaseModel):
    """What the posting says about the company."""

    posting_quote: PostingQuote
    text: str


class Interview(BaseModel):
    """What to prepare for a conversation."""

    questions: list[Question]
    scenarios: list[Scenario]
    stories: list[Story]
    company: list[Insight]


class Paragraph(BaseModel):
    """A paragraph of a letter, and all that it rests on."""

    resume_quotes: list[str]
    posting_quotes: list[str]
    text: str


class Letter(BaseModel):
    """A cover letter."""

    greeting: str
    paragraphs: list[Paragraph]
    closing: str
