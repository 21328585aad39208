"""Numbers in a text, in digits or in words of four languages: what they are, and how much."""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Unit(StrEnum):
    """What a number counts, as far as it matters: 12 people are not 12 percent."""

    PLAIN = "plain"
    SHARE = "share"
    MONEY = "money"
    YEARS = "years"


class Figure(NamedTuple):
    """A number in a text. `is_about` says that it is only meant roughly."""

    start: int
    end: int
    unit: Unit
    value: float
    is_about: bool = False


_WORDS = {"dozen": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_WORDS |= {"seventy": 70, "eighty": 80, "ninety": 90, "single": 1, "zero": 0, "one": 1, "two": 2}
_WORDS |= {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_WORDS |= {"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15}
_WORDS |= {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19}
_WORDS |= {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8}
_WORDS |= {"neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dutzend": 12, "zwanzig": 20}
_WORDS |= {"dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60}
_WORDS |= {"siebzig": 70, "achtzig": 80, "neunzig": 90}
_WORDS |= {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "huit": 8, "onze": 11, "douze": 12}
_WORDS |= {"quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50}
_WORDS |= {"soixante": 60, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8}
_WORDS |= {"nueve": 9, "diez": 10, "doce": 12, "quince": 15, "veinte": 20, "treinta": 30}
_WORDS |= {"cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80}
_WORDS |= {"noventa": 90}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_SCALES |= {"hundert": 1e2, "tausend": 1e3, "mille": 1e3, "cien": 1e2}
_LETTERS = {"k": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "bn": 1e9, "b": 1e9}

_WORD = "|".join(sorted([*_WORDS, *_SCALES], key=len, reverse=True))
_SIGN = r"(?:US|A|C)?[$€£¥₹]"
_NUMBER = re.compile(
    rf"""(?<![\w.,])(?<!\w[-–])(?:(?P<sign>{_SIGN})\s?)?(?:
      (?P<digits>\d{{1,3}}(?:[,.'’ \u00a0\u202f]\d{{3}})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?)
        (?:(?P<letter>k|mn|mio|m|bn|b)(?![\w])|(?:st|nd|rd|th)\b)?
        (?:\s(?P<scale>hundred|thousand|million|billion|Millionen|Mio\.|millions|millones)\b)?
    | (?P<words>\b(?:{_WORD})(?:(?:[-\s]|\sand\s)(?:{_WORD}))*(?:-?(?:fold|fach(?:e[nrs]?)?))?\b)
    | (?P<ring>[\u2460-\u2473\u2776-\u2793\u24eb-\u24f4])
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_SHARE = re.compile(
    r"\s?(?:%|percent\b|per\scent\b|percentage\spoints?|prozent\b|pour\scent\b|por\sciento\b|pct\b)",
    re.IGNORECASE,
)
_MONEY = re.compile(
    rf"\s?(?:{_SIGN}|(?:USD|EUR|GBP|CHF|dollars?|euros?|pounds?|Euro|francs?)\b)", re.IGNORECASE
)
_YEARS = re.compile(
    r"\s?\+?[-\s]?(?:or\smore\s|plus\s|full\s|whole\s)?(?:years?|yrs?|jahre?n?|ans|années|años)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:to|-|–|—|and|or|bis|à|a|hasta|und|et|y|down\sto|up\sto)\s*", re.I)
_ABOUT = re.compile(
    r"\b(?:about|around|nearly|almost|over|more\sthan|roughly|approximately|some|circa|close\sto"
    r"|just\sunder|just\sover|etwa|rund|fast|über|environ|près\sde|plus\sde|casi|unos)\s+$|[~≈]\s?$",
    re.IGNORECASE,
)
_IDLE = re.compile(
    r"\b(?:the|these|those|both|all|last|first|next|other)\s$|\b(?:one|two)\sor\s$", re.IGNORECASE
)
_POINTS = re.compile(
    r"\s(?:things?|reasons?|points?|ways?|areas?|examples?|questions?|sentences?|lines?|of\sthem"
    r"|of\sthese|of\syour|halves|sides|texts?|parts?|strengths?|or\sthree|kinds?|sorts?)\b",
    re.IGNORECASE,
)
_FOLD = re.compile(r"-?(?:fold|fach(?:e[nrs]?)?)$")
_LISTED = re.compile(r"(?:^|\n)\s*\(?$")
_LIST_MARK = re.compile(r"[.)]\s")
_ROUND_THE_CLOCK = re.compile(r"\b24/7\b|\b9[-\s]to[-\s]5\b")
_PLACEHOLDER = re.compile(r"\[[^\]\n]{0,60}\]")


def figures(text: str) -> list[Figure]:
    """Return the numbers that state something; those that only number a list are left out."""
    text = _blank(_PLACEHOLDER, _blank(_ROUND_THE_CLOCK, text))
    found = [figure for match in _NUMBER.finditer(text) for figure in _figure(text, match)]
    # "from 61 to 38 percent": what stands behind the second is meant of the first as well.
    for index in range(len(found) - 2, -1, -1):
        first, second = found[index : index + 2]
        if first.unit is Unit.PLAIN and _JOINT.fullmatch(text, first.end, second.start):
            found[index] = first._replace(unit=second.unit)
    return found


def _figure(text: str, match: re.Match[str]) -> Iterator[Figure]:
    value = _value(match)
    if value is None or value in (0, 1) or _is_idle(text, match):
        return
    start, end, unit = match.start(), match.end(), Unit.PLAIN
    if match["sign"]:
        unit = Unit.MONEY
    else:
        for kind, pattern in ((Unit.SHARE, _SHARE), (Unit.MONEY, _MONEY), (Unit.YEARS, _YEARS)):
            if behind := pattern.match(text, end):
                unit, end = kind, behind.end()
                break
    yield Figure(start, end, unit, value, bool(_ABOUT.search(text, max(0, start - 20), start)))


def _is_idle(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 20) : match.start()]
    if match["words"]:
        return bool(_POINTS.match(text, match.end())) or (
            bool(_IDLE.search(before)) and len(match["words"]) < 6
        )
    is_marked = bool(match["ring"] or _LIST_MARK.match(text, match.end()))
    return is_marked and bool(_LISTED.search(text[: match.start()]))


def _value(match: re.Match[str]) -> float | None:
    if match["words"]:
        return _spoken(_FOLD.sub("", match["words"].lower()))
    if match["ring"]:
        return unicodedata.numeric(match["ring"])
    digits = re.sub(r"[\s'’]", "", match["digits"])
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        digits = re.sub(r"[.,]", "", digits)
    elif digits.count(",") and digits.count("."):
        digits = digits.replace(min(",.", key=digits.rfind), "")
    value = float(digits.replace(",", ".")) if digits.count(",") + digits.count(".") < 2 else 0.0
    value *= _LETTERS.get((match["letter"] or "").lower(), 1)
    scale = (match["scale"] or "").lower()
    return value * next((size for word, size in _SCALES.items() if word[:4] in scale), 1)


def _spoken(words: str) -> float | None:
    total, part = 0.0, 0.0
    for word in re.findall(r"[^\W\d_]+", words):
        if word in _SCALES:
            part = (part or 1) * _SCALES[word]
            if _SCALES[word] > 100:
                total, part = total + part, 0.0
        elif word != "and":
            part = part * 12 if word == "dozen" and part else part + _WORDS[word]
    return total + part


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: " " * len(found[0]), text)
