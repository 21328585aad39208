"""What a single line is the heading of."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from services.record import fold


class Heading(StrEnum):
    """What a part of a resume is about."""

    CONTACT = "contact"
    SUMMARY = "summary"
    WORK = "work"
    PROJECTS = "projects"
    VOLUNTEER = "volunteer"
    EDUCATION = "education"
    SKILLS = "skills"
    CERTIFICATES = "certificates"
    AWARDS = "awards"
    PUBLICATIONS = "publications"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    REFERENCES = "references"
    OTHER = "other"


ITEMS = "•·▪▫◦‣⁌⦁⁃∙"
"""Signs that stand before the items of a list, and before no heading."""

_DECORATION = " \t#*_=~|<>[]:.■□◆◇►▶▌▍●\u2756\u2726»«–—-\uf0b7"
_NUMBER = re.compile(r"^(?:\d{1,2}|[IVX]{1,4})[.)]\s+")
_ASIDE = re.compile(r"\s*\([^()]{0,30}\)\s*$|\s+cont(?:inued|['’]d|\.)$", re.IGNORECASE)
_SPACED = re.compile(r"(?:\S\s{1,4}){3,30}\S")
_JOINING = re.compile(r"\b(?:and|und|et|y|e|the|der|des)\b|[^\w\s]|_")


def heading_of(text: str, before: str) -> Heading | None:
    """Return what the whole line is the heading of; `before` is the line above."""
    if len(text) > 70 or text[0] in ITEMS or text[:2] in ("- ", "* ", "– ", "o "):
        return None
    if text.endswith((".", ",", ";")) or _runs_into(text, before):
        return None
    bare = _ASIDE.sub("", _NUMBER.sub("", text.strip(_DECORATION)).strip(_DECORATION))
    if not bare or any(char.isdigit() for char in bare):
        return None
    if is_spaced(bare):
        bare = "".join(bare.split())
    return named(bare) or _composed(bare)


def is_spaced(text: str) -> bool:
    """Tell whether a text is set as "E D U C A T I O N"."""
    return len(text) < 100 and _SPACED.fullmatch(text) is not None


def _runs_into(text: str, before: str) -> bool:
    """Tell whether the line is rather the rest of a sentence that began above."""
    above = before.rstrip()
    return text[0].islower() and len(above) > 40 and not above.endswith((".", ":", ")"))


def _composed(bare: str) -> Heading | None:
    """Return the heading of "Clinical Experience" or "Awards / Languages", if it looks like one."""
    words = bare.split()
    titled = all(word[0].isupper() or len(word) < 4 or not word[0].isalpha() for word in words)
    if len(words) > 6 or not titled:
        return None
    parts = [part for part in re.split(r"\s*[&/,+|]\s*|\s+(?:and|und|et|y)\s+", bare) if part]
    known = [named(part) for part in parts]
    if len(parts) > 1 and known[0] and all(known):
        return known[0]
    folded = [fold(word) for word in words]
    if len(words) > 4 or not _OBLIQUE.isdisjoint(folded):
        return None
    if folded[-1] in _HEADS:
        return _HEADS[folded[-1]]
    return named(_MODIFIERS.sub("", " ".join(folded)))


_OBLIQUE = {"of", "for", "with", "in", "at", "years", "year", "to", "from", "on"}
_HEADS = {
    "experience": Heading.WORK,
    "experiences": Heading.WORK,
    "employment": Heading.WORK,
    "skills": Heading.SKILLS,
    "competencies": Heading.SKILLS,
    "proficiencies": Heading.SKILLS,
    "certifications": Heading.CERTIFICATES,
    "certificates": Heading.CERTIFICATES,
    "publications": Heading.PUBLICATIONS,
}
_MODIFIERS = re.compile(
    r"^(?:(?:relevant|selected|key|core|additional|other|recent|previous|prior|past|major|notable"
    r"|technical|personal|professional|academic|my|further|formal|earlier|current|special|main"
    r"|industry|general|brief|ausgewahlte|weitere|autres|otros|principales)\s)+"
)


def named(name: str) -> Heading | None:
    """Return what a known name is the heading of, whatever its capitals, accents and spaces."""
    return _names().get(_compact(name))


def _compact(text: str) -> str:
    return "".join(_JOINING.sub(" ", fold(text)).split())


@cache
def _names() -> Mapping[str, Heading]:
    """Return what each known name is the heading of."""
    names: dict[str, Heading] = {}
    for line in Path(__file__).with_name("headings.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            part, listed = line.split(":", 1)
            for name in listed.split(","):
                names.setdefault(_compact(name), Heading(part))
    return names
