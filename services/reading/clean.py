"""Text as a person reads it, whatever a file's maker put between the letters."""

import re
import unicodedata

_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
# Symbol fonts put their bullets among the private characters.
_BULLETS = dict.fromkeys("\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf06e\uf02d", "•")
_UNSEEN = (
    *range(0x09),
    *range(0x0E, 0x20),
    *range(0x7F, 0x85),
    *range(0x86, 0xA0),
    0xAD,
    0x61C,
    0x180E,
    0x200B,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xD800, 0xE000),
    *range(0xFE00, 0xFE10),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE0200),
)
"""Controls, soft hyphens, zero widths, changes of direction, selectors and the invisible tags."""

_TABLE = str.maketrans({**_LIGATURES, **_BULLETS, **dict.fromkeys(map(chr, _UNSEEN), "")})
# Persian and Indic scripts spell with joiners; between other letters they only hide.
_JOINER = re.compile("(?<![\u0600-\u06ff\u0900-\u0dff])[\u200c\u200d]")
_WIDE = re.compile(r"\s*\t\s*|\s{3,}")
_BROKEN = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")


# Word on a Mac prints these three for every space.
_PRINTED_SPACE = "\t\r \xa0"
_PRINTED_HYPHEN = re.compile("[-\u2010]?\xad[-\u2010]?")
_ICON = re.compile(r"(?<!\S)[\ufffd\ue000-\uf8ff](?=[\w+@(]|\s|$)")


# TeX's old fonts draw an accent first, then the letter under it; the acute may be an apostrophe.
_ACCENTS = {
    "¨": "\u0308",
    "ˇ": "\u030c",
    "˘": "\u0306",
    "˚": "\u030a",
    "˝": "\u030b",
}
_ACCENTED = re.compile(f"([{''.join(_ACCENTS)}])\\s?([A-Za-z\u0131])")


def as_printed(text: str) -> str:
    """Return what is to be seen of text on a page, where each character was drawn.

    A soft hyphen there is a hyphen, and a sign that no letter stands for is an icon between two
    fields, unless the words themselves have such signs.
    """
    if text.isascii() and "\t" not in text:
        return text
    seen = _PRINTED_HYPHEN.sub("-", text.replace(_PRINTED_SPACE, " "))
    seen = _ACCENTED.sub(_accented, seen)
    without = _ICON.sub("\t", seen)
    return seen if broken(without) else without


def _accented(match: re.Match[str]) -> str:
    letter = match[2].replace("\u0131", "i")
    return unicodedata.normalize("NFC", letter + _ACCENTS[match[1]])


def clean(text: str) -> str:
    """Return the text on one line without anything unseen; a tab or wide gap is two spaces."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    seen = _JOINER.sub("", text.translate(_TABLE))
    return "  ".join(" ".join(part.split()) for part in _WIDE.split(seen)).strip()


def broken(text: str) -> int:
    """Count the characters that stand for a letter nobody can tell."""
    return 0 if text.isascii() else len(_BROKEN.findall(text))
