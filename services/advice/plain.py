"""A model's words made harmless: text to be shown as it is, and nothing that acts."""

import re
import unicodedata

MOST = 6_000
"""Characters of one text that are kept."""

_KEPT = "\n\u200c\u200d"
"""The joiners stay: Persian, Hindi and others are misspelt without them."""

_TAG = re.compile(r"</?[a-zA-Z!?][^<>]*>?|<!--.*?(?:-->|$)", re.DOTALL)
_IMAGE = re.compile(r"!\[([^\[\]\n]*)\](?:\([^)\n]*\)?|\[[^\[\]\n]*\])?")
_LINK = re.compile(r"\[([^\[\]\n]*)\]\([^)\n]*\)?")
_REFERENCE = re.compile(r"^[ ]{0,3}\[[^\[\]\n]+\]:[ \t]*\S+.*$", re.MULTILINE)
_ADDRESS = re.compile(
    r"\b(?:https?|ftps?|wss?|file|blob):/\S*|\b(?:javascript|vbscript)\s*:\S+|\bdata:\w+/\S*"
    r"|(?<![:\w])//\w\S*|\bwww\.\S+",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[^\S\n]+")


def plain(text: str) -> str:
    """Return the text with no markup, no address, no picture, and nothing that cannot be seen."""
    seen = "".join(char for char in text[: 2 * MOST].replace("\r", "\n") if not _is_unseen(char))
    # Until nothing changes: what is left after a removal may be markup again.
    while (bare := _bare(seen)) != seen:
        seen = bare
    return _BLANKS.sub(" ", seen).strip()[:MOST]


def _bare(text: str) -> str:
    for pattern, left in ((_IMAGE, r"\1"), (_LINK, r"\1"), (_REFERENCE, ""), (_TAG, "")):
        text = pattern.sub(left, text)
    return _ADDRESS.sub("", text)


def _is_unseen(char: str) -> bool:
    if char in _KEPT:
        return False
    code = ord(char)
    # Variation selectors and tags can carry a whole hidden message behind one visible sign.
    is_carrier = 0xFE00 <= code <= 0xFE0F or 0xE0000 <= code <= 0xE01EF
    return is_carrier or (unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co"} and char != "\t")
