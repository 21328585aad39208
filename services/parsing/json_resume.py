"""The curriculum as a JSON Resume document (jsonresume.org/schema, 1.0.0), and back."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from services.errors import Invalid
from services.parsing.curriculum import (
    Award,
    Contact,
    Curriculum,
    Education,
    Highlight,
    Skill,
    Work,
)
from services.parsing.rows import clean

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
TITLES = {
    "certificates": ("name", "issuer", "date"),
    "awards": ("title", "awarder", "date"),
    "publications": ("name", "publisher", "releaseDate"),
}
"""What the schema calls a title, who gave it, and when, in each of these lists."""

_LEVELS = (
    re.compile(r"(?P<language>[^()]+?)\s\((?P<fluency>[^()]+)\)"),
    re.compile(r"(?P<language>[^():–—]+?)(?:\s*[–—:]|\s-)\s*(?P<fluency>[^():–—\s][^()]*)"),
)
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def to_json_resume(curriculum: Curriculum) -> dict[str, Any]:
    """Return the curriculum in the words of the schema, without what is empty."""
    document = {
        "$schema": SCHEMA,
        "basics": _basics(curriculum),
        "work": [_work(work, "name", "position") for work in curriculum.work],
        "volunteer": [_work(work, "organization", "position") for work in curriculum.volunteer],
        "education": [_education(each) for each in curriculum.education],
        "skills": [
            _filled(name=each.name, keywords=[*each.keywords]) for each in curriculum.skills
        ],
        "languages": [_language(each.title) for each in curriculum.languages],
        "interests": [{"name": name} for name in curriculum.interests],
        "projects": [_work(project, "name", "entity") for project in curriculum.projects],
    }
    for part, (title, issuer, date) in TITLES.items():
        document[part] = [
            _filled(**{title: each.title, issuer: each.issuer, date: each.date})
            for each in getattr(curriculum, part)
        ]
    return _filled(**document)


def from_json_resume(document: Mapping[str, Any]) -> Curriculum:
    """Return what a JSON Resume says, or raise `Invalid` if it cannot be one.

    Unknown keys and values of another kind are left out; lists and texts too long are cut.
    """
    if not isinstance(document, Mapping):
        raise Invalid("This is not a JSON Resume: it should be one object with keys and values.")
    basics = document.get("basics")
    basics = basics if isinstance(basics, Mapping) else {}
    return Curriculum(
        contact=_contact(basics),
        summary=_text(basics, "summary", 5_000),
        work=tuple(_read_work(each, "name", "position") for each in _each(document, "work", 60)),
        volunteer=tuple(
            _read_work(each, "organization", "position")
            for each in _each(document, "volunteer", 60)
        ),
        projects=tuple(
            _read_work(each, "name", "entity") for each in _each(document, "projects", 60)
        ),
        education=tuple(_read_education(each) for each in _each(document, "education", 30)),
        skills=tuple(
            Skill(name=_text(each, "name"), keywords=_texts(each, "keywords", 200))
            for each in _each(document, "skills", 60)
        ),
        languages=tuple(_read_languages(document)),
        interests=tuple(
            name for each in _each(document, "interests", 60) if (name := _text(each, "name"))
        ),
        **{part: tuple(_read_titles(document, part)) for part in TITLES},
    )


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _basics(curriculum: Curriculum) -> dict[str, Any]:
    contact = curriculum.contact
    return _filled(
        name=contact.name,
        label=contact.label,
        email=contact.email,
        phone=contact.phone,
        url=next(iter(contact.links), ""),
        location=_filled(address=contact.location),
        profiles=[{"url": link} for link in contact.links[1:]],
        summary=curriculum.summary,
    )


def _work(work: Work, name: str, position: str) -> dict[str, Any]:
    return _filled(
        **{name: work.name, position: work.position},
        location=work.location,
        startDate=work.start,
        endDate=work.end,
        summary=work.summary,
        highlights=[highlight.text for highlight in work.highlights],
    )


def _education(each: Education) -> dict[str, Any]:
    return _filled(
        institution=each.institution,
        area=each.area,
        studyType=each.study_type,
        startDate=each.start,
        endDate=each.end,
        score=each.score,
    )


def _language(title: str) -> dict[str, str]:
    match = next((found for level in _LEVELS if (found := level.fullmatch(title))), None)
    return match.groupdict() if match else {"language": title}


def _contact(basics: Mapping[str, Any]) -> Contact:
    place = basics.get("location")
    place = place if isinstance(place, Mapping) else {}
    keys = ("address", "postalCode", "city", "region", "countryCode")
    links = [_text(basics, "url"), *(_text(each, "url") for each in _each(basics, "profiles", 19))]
    return Contact(
        name=_text(basics, "name"),
        label=_text(basics, "label"),
        email=_text(basics, "email"),
        phone=_text(basics, "phone"),
        location=", ".join(value for key in keys if (value := _text(place, key)))[:300].strip(),
        links=tuple(link for link in links if link),
    )


def _read_work(each: Mapping[str, Any], name: str, position: str) -> Work:
    start, end = _date(each, "startDate"), _date(each, "endDate")
    return Work(
        name=_text(each, name),
        position=_text(each, position),
        location=_text(each, "location"),
        start=start,
        end=end,
        is_current=bool(start) and not each.get("endDate"),
        summary=_text(each, "summary", 5_000),
        highlights=tuple(Highlight(text=text) for text in _texts(each, "highlights", 100, 5_000)),
    )


def _read_education(each: Mapping[str, Any]) -> Education:
    return Education(
        institution=_text(each, "institution"),
        area=_text(each, "area"),
        study_type=_text(each, "studyType"),
        start=_date(each, "startDate"),
        end=_date(each, "endDate"),
        score=_text(each, "score"),
    )


def _read_titles(document: Mapping[str, Any], part: str) -> Iterator[Award]:
    title, issuer, date = TITLES[part]
    for each in _each(document, part, 60):
        if name := _text(each, title):
            yield Award(title=name, issuer=_text(each, issuer), date=_date(each, date))


def _read_languages(document: Mapping[str, Any]) -> Iterator[Award]:
    for each in _each(document, "languages", 30):
        language, fluency = _text(each, "language", 150), _text(each, "fluency", 140)
        if language:
            yield Award(title=f"{language} ({fluency})" if fluency else language)


def _each(document: Mapping[str, Any], key: str, most: int) -> list[Mapping[str, Any]]:
    values = document.get(key)
    found = values[:most] if isinstance(values, list | tuple) else []
    return [each for each in found if isinstance(each, Mapping)]


def _text(values: Mapping[str, Any], key: str, most: int = 300) -> str:
    return _plain(values.get(key), most)


def _texts(values: Mapping[str, Any], key: str, count: int, most: int = 300) -> tuple[str, ...]:
    found = values.get(key)
    texts = found[:count] if isinstance(found, list | tuple) else []
    return tuple(text for each in texts if (text := _plain(each, most)))


def _plain(value: Any, most: int) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15:
        value = str(value)
    if not isinstance(value, str):
        return ""
    return " ".join(" ".join(clean([value])).split())[:most].strip()


def _date(values: Mapping[str, Any], key: str) -> str:
    match = _DATE.match(_text(values, key))
    return match[0] if match else ""
