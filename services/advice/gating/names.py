"""Names in a text: what is written with capitals without beginning a sentence."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from services.record import fold


class Name(NamedTuple):
    """A piece of a text, from `start` to `end`."""

    start: int
    end: int
    text: str


_TOKEN = re.compile(r"[^\W_](?:[\w&+#]|['’./-](?=[^\W_]))*")
_LINK = re.compile(r"\s(?:of|de|du|della|van|von|der|&|for)\s|\s")
_BEGINS = re.compile(r"(?:^|[.!?:;\n•\"“”„(\[–—-])\s*[\"“„(\[•*-]?\s*$")
_INNER = re.compile(r"[A-Z].*[A-Z]|\d.*[A-Z]|[A-Z].*\d|[a-z][A-Z]")
_POSSESSIVE = re.compile(r"['’]s?$")
_HARMLESS = frozenset(
    """i i'm i've i'd i'll mr mrs ms mx dr dear sir madam team hiring manager ok q a english yours
    sincerely faithfully kind best regards star cv hr resume posting q&a situation task action
    result january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday
    saturday sunday""".split()  # noqa: SIM905 - a list of so many would fill a page
)


def names(text: str, are_nouns_capital: bool = False) -> list[Name]:
    """Return the names: each a run of capitalised words, small ones such as "of" between them.

    Where nouns have capitals, as in German, only what has more than one of them in a word counts.
    """
    found: list[Name] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        if not _is_capital(word) or fold(_POSSESSIVE.sub("", word)) in _HARMLESS:
            continue
        if are_nouns_capital and not _INNER.search(word):
            continue
        last = found[-1] if found else None
        if last and _LINK.fullmatch(text, last.end, match.start()):
            found[-1] = Name(last.start, match.end(), text[last.start : match.end()])
        else:
            found.append(Name(match.start(), match.end(), word))
    return [kept for name in found if (kept := _without_beginning(text, name))]


def tokens(text: str) -> Iterator[Name]:
    """Yield the words of a text, without a possessive ending."""
    for match in _TOKEN.finditer(text):
        word = _POSSESSIVE.sub("", match[0])
        yield Name(match.start(), match.start() + len(word), word)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or bool(re.search(r"[a-z][A-Z]", word))


def _without_beginning(text: str, name: Name) -> Name | None:
    """Return the name without a first word whose capital may be due to where it stands."""
    first = re.match(r"\S+", name.text)
    if not first or _INNER.search(first[0]) or not _BEGINS.search(text[: name.start]):
        return name
    rest = _TOKEN.search(name.text, first.end())
    while rest and not _is_capital(rest[0]):
        rest = _TOKEN.search(name.text, rest.end())
    if rest is None:
        return None
    start = name.start + rest.start()
    return Name(start, name.end, text[start : name.end])
