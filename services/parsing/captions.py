"""What stands above the columns of a table: "Course", "Year of passing", "Board / University"."""

import re

from services.parsing.vocabulary import words

_DIGIT = re.compile(r"\d")
_NAMES = {"school", "college", "university", "institute", "board", "and", "or", "of", "the", "to"}
"""What a narrow column may leave of a school's name."""


def is_caption(text: str) -> bool:
    """Tell whether a line says nothing but what the columns under it hold."""
    if len(text) > MOST or _DIGIT.search(text):
        return False
    said = re.findall(r"[^\W_]+", text.lower())
    return words("captions.txt").issuperset(said) and (len(said) > 1 or not _NAMES.issuperset(said))


MOST = 100
"""Letters of a caption, at the most."""
