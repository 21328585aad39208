"""Levels and fields of education, as postings and resumes write them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from services.matching.folding import fold
from services.matching.stems import stems


class Level(NamedTuple):
    """A level of education: how it is called, and how it is written."""

    name: str
    words: re.Pattern[str]


def _level(name: str, words: str) -> Level:
    return Level(name, re.compile(rf"(?<!\w)(?:{words})(?!\w)"))


LEVELS = (
    _level(
        "School leaving certificate",
        r"high school (?:diploma|education|graduate|degree|or)|ged|secondary school (?:diploma"
        r"|leaving|education)|\d gcses?|gcses? (?:in|at|grades?|including)"
        r"|\d a[ -]levels?|a[ -]levels? (?:in|or|grades)"
        r"|(?:diploma|leaving certificate)(?= of high school)|abitur|baccalaureate"
        r"|diploma di maturit[àa]|ensino m[ée]dio|wykszta[łl]cenie [śs]rednie|havo|vwo",
    ),
    _level(
        "Vocational qualification or associate degree",
        r"associate['’]?s?['’]? degree|associate of (?:arts|science|applied)|a\.?a\.?s\.?(?= in"
        r"| degree)|foundation degree|hnd|hnc|higher national \w+|(?<!school )diploma|vocational"
        r" (?:qualification|training|certificate)|nvq(?: level \d)?|apprenticeship|trade school"
        r"|technical school|btec|ausbildung|associates? degree|t[ -]level"
        r"|bac ?\+ ?2|bts|dut|bac pro|mbo|(?:curso|ensino) t[ée]cnico",
    ),
    _level(
        "Bachelor's degree",
        r"bachelor['’]?s?|bac ?\+ ?[34]|licenciatura|grado universitario|bsme|bsee|bsce|bscs"
        r"|b\.?a\.?sc"
        r"|b\.?sc|b\.?a\.?(?= (?:in|degree|or|\(?hon))|b\.?eng|b\.?s\.?(?= in"
        r"| degree| or|/)|b\.?s\.?n|b\.?s\.?w|b\.?b\.?a|b\.?ed|ll\.?b|b\.?tech|b\.?com|bfa"
        r"|laurea(?! magistrale| specialistica)(?: triennale)?|bachar(?:el|elado)|hbo|licencjat"
        r"|wykszta[łl]cenie wy[żz]sze|(?:ensino|curso) superior",
    ),
    _level(
        "Master's degree",
        r"master['’]s|master(?= d['’]| en)|bac ?\+ ?5|masters(?: degree| in)?|master of \w+"
        r"|m\.?sc|m\.?eng|mba"
        r"|m\.?a\.?(?= in| degree)"
        r"|m\.ed|med(?=[.)/]|,? (?:in|or|degree)\b|$)|m\.?s\.?w|m\.?s\.?n|m\.?phil"
        r"|m\.?s\.?(?= in| degree|/ph| or ph)|ll\.m\.?|mph|mfa|mlis"
        r"|postgraduate degree|graduate degree|advanced degree|master(?= degree)"
        r"|laurea (?:magistrale|specialistica)|mestrado|studia magisterskie",
    ),
    _level(
        "Doctorate",
        r"ph\.?\s?d\.?|doctorates?|doctoral degree|d\.?phil|juris doctor|j\.?d\.?|m\.d\.?"
        r"|doctor of \w+|pharm\.?d"
        r"|dottorato|doutora(?:do|mento)|doktorat",
    ),
)
FIELDS = {
    "bsn": "nursing",
    "msn": "nursing",
    "bsw": "social work",
    "msw": "social work",
    "bba": "business",
    "mba": "business",
    "llb": "law",
    "jd": "law",
    "bed": "education",
    "med": "education",
    "bsme": "mechanical engineering",
    "bsee": "electrical engineering",
    "bsce": "civil engineering",
    "bscs": "computer science",
    "basc": "engineering",
    "beng": "engineering",
    "meng": "engineering",
    "btech": "engineering",
    "bcom": "commerce",
    "pharmd": "pharmacy",
    "mlis": "library",
}
"""What a short form of a degree says of its field."""
FAMILIES = (
    r"comput|softw|informat|cyber|data sci|programming",
    r"engineer|mechan|electr|civil|mechatron|manufact|industr|technolog|aerosp",
    r"busin|manag|commerc|econom|financ|account|market|administ",
    r"biolog|chemis|biochem|life sci|biomed|pharm|biotech|microbio|laborat|genetic|molecular",
    r"nurs|health|medic|midwi",
    r"educat|teach|pedag|early child",
    r"social|psychol|sociol|counsel|human serv",
    r"design|fine art|graphic|visual|illustrat",
    r"engl|journal|communic|literat|linguist|translat|histor|languag|media|humanit",
    r"math|statist|physic|quantit|data sci|econom",
    r"agric|agron|hortic|animal|forest|environ|ecolog",
    r"law|legal|juris",
    r"hotel|hospit|culin|touris|cater",
    r"logist|supply|transport",
)
"""Fields that may stand for each other where a related field is accepted."""


class Found(NamedTuple):
    """A level that a text names, and where."""

    level: int
    start: int
    end: int


SHORT = re.compile(
    r"(?<!\w)(?<!, )(?:b\.?s\.?|b\.?a\.?|m\.?s\.?|m\.?a\.?|master)(?=,? [a-z(])(?! (?:electric"
    r"|plumb|carpent|class))"
)
"""Degrees so short that only the education of a resume is sure to mean them; ", MA" is a place."""
_DEGREE = re.compile(
    r"\b(?:(?:undergraduate|university|college|honou?rs|four[ -]year|4[ -]year) )?degree\b"
    r"|\b(?:hochschul)?studium\b|\bhochschulabschluss\b"
)
"""A degree of no stated level is a bachelor's."""


def levels(text: str) -> Iterator[Found]:
    """Yield the levels that a text names, lowest first."""
    is_plain, text = True, text.lower()
    for level, (_, words) in enumerate(LEVELS):
        for match in words.finditer(text):
            is_plain = False
            yield Found(level, match.start(), match.end())
    if is_plain:
        for match in _DEGREE.finditer(text):
            yield Found(2, match.start(), match.end())


def field_of(short: str) -> str:
    """Return the field that the short form of a degree speaks of, if it does."""
    return FIELDS.get(re.sub(r"[^a-z]", "", short.lower()), "")


def is_field(text: str) -> bool:
    """Tell whether a text names a field of study."""
    plain = fold(text)[0]
    return any(re.search(rf"\b(?:{family})", plain) for family in FAMILIES)


def fit(asked: str, held: str) -> float:
    """Return how well a field answers another, from 0 to 1; where none is asked any will do."""
    plain, told = " " + _specific(asked), " " + fold(held)[0]
    wanted = list(stems(plain)) or list(stems(asked))
    if not wanted or any(f" {stem}" in told for stem in wanted):
        return 1.0
    for family in FAMILIES:
        kin = re.compile(rf"\b(?:{family})")
        if kin.search(plain) and kin.search(told):
            return KIN
    return 0.0


def _specific(asked: str) -> str:
    """Return the words that tell one field from another: "computer" of "computer science"."""
    parts = [_VAGUE.sub("", part).strip() for part in _PARTS.split(fold(asked)[0])]
    return " ".join(_BROAD.sub("", part).strip() or part for part in parts)


_PARTS = re.compile(r"[,/;&]|\b(?:and|or)\b")
_VAGUE = re.compile(
    r"\b(?:sciences?|arts?|stud(?:y|ies)|applied|general|technical|disciplines?|subjects?)\b"
)
"""Words that stand in the names of many fields and never say which."""
_BROAD = re.compile(r"\b(?:engineering|management|administration|technolog(?:y|ies)|systems?)\b")
"""Words that are a field where they stand alone."""
KIN = 0.8
"""How well a field of the same family answers."""
