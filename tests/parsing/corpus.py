"""The resumes in this folder with what is to be found in them, and a comparison field by field.

`tuned` were looked at while the parser was made; the misses of `held_out` are only counted, so that
what they show stays honest: never mend the parser for one of them.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from services.parsing.curriculum import Curriculum, Work

FOLDER = Path(__file__).parent / "resumes"
TITLES = ("certificates", "awards", "publications", "languages")


class Sample(NamedTuple):
    """A resume, and the fields that matter in it."""

    name: str
    lines: list[str]
    expected: dict[str, Any]


class Field(NamedTuple):
    """One field that was expected, and what was found."""

    name: str
    expected: Any
    found: Any

    @property
    def is_right(self) -> bool:
        return bool(self.expected == self.found)


def samples(folder: str) -> list[Sample]:
    """Return the resumes of `tuned` or `held_out`."""
    return [
        Sample(
            path.stem,
            path.read_text("utf-8").split("\n"),
            json.loads(path.with_suffix(".json").read_text("utf-8")),
        )
        for path in sorted((FOLDER / folder).glob("*.txt"))
    ]


def compare(expected: Mapping[str, Any], found: Curriculum) -> Iterator[Field]:
    """Yield each expected field beside what was found, and one for how many entries there are."""
    for name, value in expected.items():
        if name in ("name", "label", "email", "phone", "location"):
            yield Field(name, value, getattr(found.contact, name))
        elif name == "links":
            yield Field(name, value, list(found.contact.links))
        elif name == "interests":
            yield Field(name, value, list(found.interests))
        elif name == "skills":
            keywords = [word for skill in found.skills for word in skill.keywords]
            yield from (Field(name, word, word if word in keywords else None) for word in value)
        elif name in TITLES:
            titles = [award.title for award in getattr(found, name)]
            yield Field(f"{name} in all", value, titles)
        elif name == "projects":
            yield Field(f"{name} in all", value, [project.name for project in found.projects])
        else:
            yield from _entries(name, value, getattr(found, name))


def _entries(name: str, expected: list[dict[str, Any]], found: tuple[Any, ...]) -> Iterator[Field]:
    yield Field(f"{name} in all", len(expected), len(found))
    for number, entry in enumerate(expected):
        record = found[number] if number < len(found) else None
        for key, value in entry.items():
            yield Field(f"{name} {key}", value, _value(record, key))


def _value(record: Any, key: str) -> Any:
    if record is None:
        return None
    if isinstance(record, Work) and key == "end" and record.is_current:
        return "present"
    value = getattr(record, key)
    return len(value) if key == "highlights" else value
