"""A resume's contents in the words of JSON Resume (jsonresume.org/schema, 1.0.0).

Every part says in `lines` which lines of the transcript it came from, counted from 0 in
`Transcript.seen`; a part that the person wrote or confirmed without a source has none. Dates are
as precise as the source: "2021", "2021-03" or "2021-03-15"; an empty end with `is_current`
means until today, without it unknown.
"""

from typing import Annotated

from pydantic import Field

from services.record import Line, Record

Word = Annotated[Line, Field(max_length=300)]
Paragraph = Annotated[str, Field(max_length=5_000)]
Sources = Annotated[tuple[int, ...], Field(max_length=500)]
PartialDate = Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]


class Part(Record):
    """Something that was found, and the lines it was found in."""

    lines: Sources = ()


class Contact(Part):
    """Who the resume is of."""

    name: Word = ""
    label: Word = ""
    email: Word = ""
    phone: Word = ""
    location: Word = ""
    links: Annotated[tuple[Word, ...], Field(max_length=20)] = ()


class Highlight(Part):
    """One bullet of a work, a project or a volunteering."""

    text: Paragraph


class Work(Part):
    """A job that was held, a project, or a volunteering."""

    name: Word = ""
    position: Word = ""
    location: Word = ""
    start: PartialDate = ""
    end: PartialDate = ""
    is_current: bool = False
    summary: Paragraph = ""
    highlights: Annotated[tuple[Highlight, ...], Field(max_length=100)] = ()


class Education(Part):
    """A course of study."""

    institution: Word = ""
    study_type: Word = ""
    area: Word = ""
    start: PartialDate = ""
    end: PartialDate = ""
    score: Word = ""


class Award(Part):
    """A certificate, licence, award, publication or language: a title, who gave it, when."""

    title: Word
    issuer: Word = ""
    date: PartialDate = ""


class Skill(Part):
    """A group of skills as the resume puts it; `name` may be empty for a bare list."""

    name: Word = ""
    keywords: Annotated[tuple[Word, ...], Field(max_length=200)] = ()


class Curriculum(Record):
    """All that was found in a resume, in the resume's order within each part."""

    contact: Contact = Contact()
    summary: Paragraph = ""
    summary_lines: Sources = ()
    work: Annotated[tuple[Work, ...], Field(max_length=60)] = ()
    projects: Annotated[tuple[Work, ...], Field(max_length=60)] = ()
    volunteer: Annotated[tuple[Work, ...], Field(max_length=60)] = ()
    education: Annotated[tuple[Education, ...], Field(max_length=30)] = ()
    skills: Annotated[tuple[Skill, ...], Field(max_length=60)] = ()
    certificates: Annotated[tuple[Award, ...], Field(max_length=60)] = ()
    awards: Annotated[tuple[Award, ...], Field(max_length=60)] = ()
    publications: Annotated[tuple[Award, ...], Field(max_length=60)] = ()
    languages: Annotated[tuple[Award, ...], Field(max_length=30)] = ()
    interests: Annotated[tuple[Word, ...], Field(max_length=60)] = ()
