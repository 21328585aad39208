"""A resume's lines made a curriculum, by rules alone."""

from collections.abc import Sequence

from services.parsing.contact import contact_of
from services.parsing.curriculum import Award, Curriculum
from services.parsing.education import education_of
from services.parsing.lists import awards_of, interests_of, languages_of, skills_of
from services.parsing.rows import Row, body, clean, lines_of, text_of
from services.parsing.sections import Heading, sections
from services.parsing.work import projects_of, work_of

MOST_LINES = 20_000


def parse(lines: Sequence[str]) -> Curriculum:
    """Return what a resume says, each part with its lines; nothing that is not written there."""
    lines = clean(lines[:MOST_LINES])
    parts: dict[Heading, list[list[Row]]] = {heading: [] for heading in Heading}
    for section in sections(lines):
        parts[section.heading].append(body(lines, section))
    rows = {heading: [row for part in found for row in part] for heading, found in parts.items()}
    summary = rows[Heading.SUMMARY] or _opening(rows[Heading.CONTACT])
    everything = [
        row for heading in Heading if heading is not Heading.REFERENCES for row in rows[heading]
    ]
    return Curriculum(
        contact=contact_of(rows[Heading.CONTACT] or rows[Heading.SUMMARY], everything),
        summary=text_of(summary)[:5_000],
        summary_lines=lines_of(summary),
        work=tuple(work for part in parts[Heading.WORK] for work in work_of(part))[:60],
        projects=tuple(each for part in parts[Heading.PROJECTS] for each in projects_of(part))[:60],
        volunteer=tuple(each for part in parts[Heading.VOLUNTEER] for each in work_of(part))[:60],
        education=tuple(each for part in parts[Heading.EDUCATION] for each in education_of(part))[
            :30
        ],
        skills=tuple(each for part in parts[Heading.SKILLS] for each in skills_of(part))[:60],
        certificates=_awards(parts[Heading.CERTIFICATES]),
        awards=_awards(parts[Heading.AWARDS]),
        publications=_awards(parts[Heading.PUBLICATIONS]),
        languages=tuple(languages_of(rows[Heading.LANGUAGES]))[:30],
        interests=tuple(interests_of(rows[Heading.INTERESTS]))[:60],
    )


def _awards(parts: Sequence[Sequence[Row]]) -> tuple[Award, ...]:
    return tuple(award for part in parts for award in awards_of(part))[:60]


def _opening(rows: Sequence[Row]) -> list[Row]:
    """Return the paragraph that some resumes open with, under no heading."""
    return [
        row
        for row in rows
        if len(row.text) > 60 and row.text.count(" ") > 7 and "@" not in row.text
    ]
