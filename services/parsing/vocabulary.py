"""Words by which a job's title, an employer and a place are told apart."""

import re
from functools import cache, lru_cache
from pathlib import Path

from services.record import fold

_FOLDER = Path(__file__).parent
_HEAD = re.compile(
    r"\s(?:of|for|to|in|im|am|de|des|du|del|la|für|der|den|d['’]|en|and|und|&|with|–|-)\s|[,(/]|\sd['’]"
)
_TAIL = re.compile(r"\b(?:[ivx]{1,3}|[1-5]|l[1-7]|sr|jr|m/w/d|w/m/d)$")
_ASIDE = re.compile(r"\s\([^()]{1,60}\)$")
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_SHORTEST_SUFFIX = 6


def entries(name: str) -> list[str]:
    """Return the lines of a list in this folder."""
    text = (_FOLDER / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a list in this folder, as they are compared."""
    return frozenset(fold(word) for line in entries(name) for word in line.split())


@cache
def _places(kind: str) -> frozenset[str]:
    """Return the `codes`, `regions` or `cities`, all but the codes as they are compared."""
    listed = (line.split(":", 1) for line in entries("places.txt"))
    names = (name.strip() for key, each in listed if key == kind for name in each.split(";"))
    return frozenset(names if kind == "codes" else map(fold, names))


def is_region(text: str) -> bool:
    """Tell whether the text is a country, a state or one's short form."""
    return text in _places("codes") or fold(text) in _places("regions")


def is_city(text: str) -> bool:
    """Tell whether the text is a well-known city, or says that the work is remote."""
    return fold(text) in _places("cities")


# Each piece of a head is asked for its scores several times.
@lru_cache(maxsize=1_000)
def title_score(text: str) -> int:
    """Return how much the text looks like a job's title, 0 to 3."""
    head, whole = _words(_HEAD.split(text, maxsplit=1)[0]), _words(_ASIDE.sub("", text))
    if head and _is_title(head[-1]):
        return 3
    if whole and _is_title(whole[-1]):
        return 2
    return int(any(word in words("titles.txt") for word in whole))


@lru_cache(maxsize=1_000)
def company_score(text: str) -> int:
    """Return how much the text looks like the name of an employer or a school, 0 to 3."""
    head, whole = _words(_HEAD.split(text, maxsplit=1)[0]), _words(text)
    known = words("companies.txt")
    if (head and head[-1] in known) or (whole and whole[-1] in known):
        return 3
    return int(any(word in known for word in whole)) * 2


def _words(text: str) -> list[str]:
    return _WORD.findall(_TAIL.sub("", fold(text).strip(" .)")))


def _is_title(word: str) -> bool:
    titles = words("titles.txt")
    if word in titles or (word.endswith("s") and word[:-1] in titles):
        return True
    last = word.rpartition("-")[2]
    return last in titles or any(
        word[start:] in titles for start in range(2, len(word) - _SHORTEST_SUFFIX + 1)
    )
