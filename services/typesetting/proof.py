"""The proof of a set page: what re-reading it must find."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from services.parsing.curriculum import Curriculum
from services.typesetting.letter import Letter
from services.typesetting.plain import visible
from services.typesetting.sheet import day

_DATES = frozenset({"start", "end", "date"})


def values_of(document: Curriculum | Letter) -> tuple[str, ...]:
    """Return every word of the resume or letter that its page must show, dates as they are set."""
    dates = _DATES if isinstance(document, Curriculum) else frozenset()
    return tuple(filter(None, map(visible, _words(document.model_dump(), dates))))


def _words(value: Any, dates: frozenset[str]) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from [day(part)] if name in dates else _words(part, dates)
    elif isinstance(value, tuple):
        for part in value:
            yield from _words(part, dates)


def lost(expected: Sequence[str], seen: str) -> tuple[str, ...]:
    """Return the values that the re-read text does not hold, each as often as it is expected.

    Spaces, line ends and hyphens do not count, nor in which form an accent or a letter is coded.
    """
    text = _bare(seen)
    missing: set[str] = set()
    bare = {value: _bare(value) for value in expected}
    # The longest first, so that a short value is not found inside one that needs its place.
    for value in sorted(expected, key=lambda each: len(bare[each]), reverse=True):
        if bare[value] in text:
            text = text.replace(bare[value], "\n", 1) if bare[value] else text
        else:
            missing.add(value)
    return tuple(value for value in expected if value in missing)


_SILENT = re.compile(r"[\s\u00ad\u2010-\u2015\u2212\u200b-\u200f\ufe0e\ufe0f\ufeff-]+")


def _bare(text: str) -> str:
    return _SILENT.sub("", unicodedata.normalize("NFKC", text))
