"""A resume and a letter as they are set: what stands where, the same for every format."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.errors import Invalid
from services.parsing.curriculum import Award, Curriculum, Education, Work
from services.record import Record
from services.typesetting.letter import Letter
from services.typesetting.plain import joined, paragraphs, target, visible

MOST_CHARACTERS = 200_000
"""The most characters a resume or letter may have as JSON: fifty pages, set within seconds."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Point:
    """One way to reach the person; `target` is empty where a click leads nowhere."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that was done, and when."""

    title: str = ""
    detail: str = ""
    dates: str = ""
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One line, with the word it is about before it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page under a heading of its own."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole resume."""

    name: str
    label: str
    points: tuple[Point, ...]
    sections: tuple[Section, ...]


def sheet_of(curriculum: Curriculum) -> Sheet:
    """Put the resume in order; a section with nothing to show is left out.

    Raise `Invalid` if it is too long to be set.
    """
    _check_length(curriculum)
    contact = curriculum.contact
    words = (contact.email, contact.phone, contact.location, *contact.links)
    return Sheet(
        visible(contact.name),
        visible(contact.label),
        points(words),
        tuple(
            section
            for section in _sections(curriculum)
            if section.paragraphs or section.facts or section.entries
        ),
    )


@dataclass(frozen=True, slots=True)
class Page:
    """A whole letter."""

    name: str
    points: tuple[Point, ...]
    date: str
    recipient: tuple[str, ...]
    greeting: str
    paragraphs: tuple[str, ...]
    closing: str


def page_of(letter: Letter) -> Page:
    """Put the letter in order; empty lines are left out. Raise `Invalid` if it is too long."""
    _check_length(letter)
    return Page(
        visible(letter.sender),
        points(letter.contacts),
        visible(letter.date),
        tuple(filter(None, map(visible, letter.recipient))),
        visible(letter.greeting),
        tuple(line for text in letter.paragraphs for line in paragraphs(text)),
        visible(letter.closing),
    )


def _check_length(document: Record) -> None:
    if len(document.model_dump_json(exclude_defaults=True)) > MOST_CHARACTERS:
        raise Invalid("This is too long to be set on pages. Please shorten it.")


def points(words: Sequence[str]) -> tuple[Point, ...]:
    """Return each word that is there, and where it leads."""
    return tuple(Point(word, target(word)) for word in map(visible, words) if word)


def _sections(resume: Curriculum) -> list[Section]:
    return [
        Section("Summary", paragraphs(resume.summary)),
        Section("Experience", entries=_entries([_held(work) for work in resume.work])),
        Section("Projects", entries=_entries([_made(work) for work in resume.projects])),
        Section("Volunteering", entries=_entries([_held(work) for work in resume.volunteer])),
        Section("Education", entries=_entries([_learnt(course) for course in resume.education])),
        Section("Skills", facts=_facts(resume)),
        Section("Certificates", entries=_entries([_given(one) for one in resume.certificates])),
        Section("Awards", entries=_entries([_given(one) for one in resume.awards])),
        Section("Publications", entries=_entries([_given(one) for one in resume.publications])),
        Section("Languages", _one_line([_spoken(one) for one in resume.languages])),
        Section("Interests", _one_line(resume.interests)),
    ]


def _entries(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry != Entry())


def _one_line(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(filter(None, [joined(words, ", ")]))


def _held(work: Work) -> Entry:
    return _done(work, [work.position, work.name, work.location])


def _made(work: Work) -> Entry:
    return _done(work, [work.name, work.position, work.location])


def _done(work: Work, words: list[str]) -> Entry:
    title, *details = [word for word in map(visible, words) if word] or [""]
    return Entry(
        title,
        joined(details, " · "),
        span(work.start, work.end, work.is_current),
        paragraphs(work.summary),
        tuple(filter(None, (" ".join(paragraphs(each.text)) for each in work.highlights))),
    )


def _learnt(course: Education) -> Entry:
    degree = joined([course.study_type, course.area], ", ")
    title, *details = [word for word in (degree, visible(course.institution)) if word] or [""]
    detail = joined([*details, course.score], " · ")
    return Entry(title, detail, span(course.start, course.end))


def _given(award: Award) -> Entry:
    return Entry(visible(award.title), visible(award.issuer), day(award.date))


def _spoken(award: Award) -> str:
    about = joined([award.issuer, day(award.date)], ", ")
    return joined([award.title, f"({about})" if about else ""], " ")


def _facts(resume: Curriculum) -> tuple[Fact, ...]:
    facts = [Fact(visible(one.name), joined(one.keywords, ", ")) for one in resume.skills]
    return tuple(fact for fact in facts if fact.label or fact.text)


def span(start: str, end: str, is_current: bool = False) -> str:
    """Return from when to when, as a person writes it."""
    return joined([day(start), "Present" if is_current and not end else day(end)], " – ")


def day(date: str) -> str:
    """Return the date as a person writes it, as precise as it is known: "15 Mar 2021"."""
    year, *rest = date.split("-")
    if not rest or not 1 <= int(rest[0]) <= 12:
        return date
    return joined(
        [*(str(int(number)) for number in rest[1:]), _MONTHS[int(rest[0]) - 1], year], " "
    )
