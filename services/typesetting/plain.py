"""What may stand on a page: text that a person sees, and links that lead where they say."""

import re
import unicodedata
from collections.abc import Sequence

# Joiners shape words and pictures, marks order them; all else that is invisible misleads a reader.
_KEPT = "\n\u200c\u200d\u200e\u200f\u061c"
_BLANKS = re.compile(r"[^\S\n]+")
_ADDRESS = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
_SITE = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/?#:]\S*)?", re.IGNORECASE)


def visible(text: str) -> str:
    """Return the text without what nobody would see: control, format and broken characters."""
    blank = _BLANKS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(char for char in blank if char in _KEPT or not _is_unseen(char)).strip()


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cs"} or ord(char) & 0xFFFE == 0xFFFE


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the lines of the text that hold something."""
    return tuple(filter(None, (visible(line) for line in visible(text).split("\n"))))


def joined(words: Sequence[str], separator: str) -> str:
    """Return the visible words, one after the other; empty ones are left out."""
    return separator.join(filter(None, map(visible, words)))


def target(word: str) -> str:
    """Return where a click on the word may lead: a web page, a mailbox, or nowhere ("")."""
    if re.match(r"https?://[^\s/]", word, re.IGNORECASE) and " " not in word:
        return word
    if _ADDRESS.fullmatch(word):
        return f"mailto:{word}"
    return f"https://{word}" if _SITE.fullmatch(word) else ""
