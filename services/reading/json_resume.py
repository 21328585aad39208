"""JSON Resume (jsonresume.org), put into the lines that a resume on paper would have."""

import json
from collections.abc import Iterator
from typing import Any

from services.errors import Invalid
from services.reading.bounds import bounded
from services.reading.clean import clean
from services.reading.plain import decode
from services.reading.transcript import Kind, TextLine, Transcript

_HEADINGS = {
    "work": "Work Experience",
    "volunteer": "Volunteering",
    "projects": "Projects",
    "education": "Education",
    "skills": "Skills",
    "certificates": "Certificates",
    "awards": "Awards",
    "publications": "Publications",
    "languages": "Languages",
    "interests": "Interests",
    "references": "References",
}
_TITLES = ("position", "studyType", "area", "title", "name", "organization", "institution")
_MORE_TITLES = ("publisher", "awarder", "issuer", "entity", "language", "fluency", "level")
_LISTS = ("highlights", "courses")
_NO_RESUME = "This JSON file is no JSON Resume (jsonresume.org). Please choose another file."


def read_json_resume(data: bytes) -> Transcript:
    """Return the resume's lines, with the headings of its sections."""
    text, notes = decode(data)
    try:
        resume = json.loads(text)
    except (ValueError, RecursionError):
        raise Invalid("This JSON file is damaged. Please save it once more.") from None
    if not isinstance(resume, dict) or not {"basics", "work", "education"} & resume.keys():
        raise Invalid(_NO_RESUME)
    lines = bounded(TextLine(text=line) for line in map(clean, _lines(resume)) if line)
    return Transcript(kind=Kind.JSON_RESUME, lines=tuple(lines), notes=notes)


def _lines(resume: dict[str, Any]) -> Iterator[str]:
    basics = _dict(resume.get("basics"))
    place = _dict(basics.get("location"))
    yield _text(basics.get("name"))
    yield _text(basics.get("label"))
    yield _joined(basics, ("email", "phone", "url"), " | ")
    yield _joined(place, ("address", "postalCode", "city", "region", "countryCode"), ", ")
    for profile in _dicts(basics.get("profiles")):
        yield _text(profile.get("url")) or _joined(profile, ("network", "username"), ": ")
    if summary := _text(basics.get("summary")):
        yield from ("Summary", *summary.splitlines())
    for section, heading in _HEADINGS.items():
        if entries := _dicts(resume.get(section)):
            yield heading
            for entry in entries:
                yield from _entry(entry, section)


def _entry(entry: dict[str, Any], section: str) -> Iterator[str]:
    title = _joined(entry, _TITLES + _MORE_TITLES, ", ")
    keywords = ", ".join(_texts(entry.get("keywords")))
    if section in ("skills", "interests") and keywords:
        yield f"{title}: {keywords}" if title else keywords
        return
    yield title
    yield _dates(entry)
    yield _joined(entry, ("location", "url", "score"), " | ")
    for name in ("summary", "description", "reference"):
        yield from _text(entry.get(name)).splitlines()
    for name in _LISTS:
        yield from (f"• {' '.join(each.split())}" for each in _texts(entry.get(name)))
    yield keywords


def _dates(entry: dict[str, Any]) -> str:
    start, end = _text(entry.get("startDate")), _text(entry.get("endDate"))
    if start:
        return f"{start} – {end or 'Present'}"
    return end or _text(entry.get("date")) or _text(entry.get("releaseDate"))


def _joined(values: dict[str, Any], names: tuple[str, ...], between: str) -> str:
    found = dict.fromkeys(_text(values.get(name)) for name in names)
    return between.join(text for text in found if text)


def _text(value: Any) -> str:
    return str(value) if isinstance(value, str | int | float) else ""


def _texts(value: Any) -> list[str]:
    return [text for text in map(_text, value) if text] if isinstance(value, list) else []


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
