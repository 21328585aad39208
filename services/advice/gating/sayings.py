"""Words that claim a rank, a degree or an honour, and what in a source bears them out."""

import re

from services.advice.gating.names import Name

DEGREES = {
    "a doctorate": re.compile(
        r"\bph\.?\s?d\b\.?|\bdoctora(?:te|l)\b|\bdoctor\sof\b|\bd\.?phil\b|\bpromovier|\bdoktor",
        re.I,
    ),
    "a master's degree": re.compile(
        r"(?i:\bmaster['’]s\b|\bmasters?\s(?:of|in|degree)\b|\bmaestría\b|\bmáster\b)"
        r"|\bM\.?B\.?A\b|\bM\.?Sc\b|\bMEng\b|\bM\.Eng\b|\bMEd\b|\bM\.Ed\b|\bMPhil\b|\bLL\.?M\b|\bMSN\b"
        r"|\bM\.[SA]\."
    ),
    "a bachelor's degree": re.compile(
        r"(?i:\bbachelor|\blicenciatura\b|\blicence\sde\b)|\bB\.?Sc\b|\bB\.?Eng\b|\bB\.?B\.?A\b|\bBSN\b"
        r"|\bB\.[SA]\.|\bBA\b|\bBS\b|\bLL\.?B\b|\bB\.?Ed\b"
    ),
    "an associate degree": re.compile(
        r"\bassociate(?:['’]s)?\s(?:degree|of\s)|\bA\.(?:A|S|A\.S)\.", re.I
    ),
}
"""A higher degree does not stand for a lower one, or the other way round: each must be there."""

HONOURS = {
    word: re.compile(rf"\b{stem}", re.IGNORECASE)
    for word, stem in {
        "of the year": r"of\sthe\s(?:year|month|quarter)",
        "award": r"(?:award|prize|won\b|winner|honou?rs?\b|rosette)",
        "patent": r"patent",
        "certif": r"(?:certif|zertifi|credential|chartered|qualified\b|\(c[a-z]{1,3}\))",
        "accredit": r"accredit",
        "chartered": r"chartered",
        "licen": r"(?:licen[sc]|registered\b|lizen[sz])",
        "promot": r"(?:promot|then\b|later\b|senior|lead\b)",
        "published": r"(?:publish|publication|author|wrote|written)",
        "fluent": r"(?:fluent|native|bilingual|mother\stongue|languages?\b)",
        "doubl": r"(?:doubl|twice|2x|100\s?%)",
        "tripl": r"(?:tripl|three\stimes|3x|200\s?%)",
        "halv": r"(?:halv|half|50\s?(?:%|per))",
        "dozens": r"(?:dozens?|\d\d)",
        "hundreds": r"(?:hundreds?|\d\d\d)",
        "thousands": r"(?:thousands?|\d[,.\s]?\d\d\d)",
        "millions": r"(?:million|\d\s?m\b|\d[,.]\d\d\d[,.]\d\d\d)",
    }.items()
}
_HONOUR = re.compile(
    r"\b(?P<stem>of\sthe\syear|award|patent|certif|accredit|chartered|licen|promot|published|fluent|doubl|tripl"
    r"|halv|dozens|hundreds|thousands|millions)(?:\w*)",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:no|not|without|never|nor|lacks?|missing|if|whether|should|could|double)\b[^.;]{0,50}$"
    r"|\bn['’]t\b[^.;]{0,50}$",
    re.IGNORECASE,
)

RANKS = frozenset(
    """senior principal chief vice deputy executive president vp ceo cto cfo coo head director
    managing master lead staff manager supervisor foreman partner founder
    """.split()  # noqa: SIM905 - easier to read than as a list
)
_HELD = re.compile(
    r"\b(?:[Aa]s|was|am|became|becoming|(?:was|am|were|been|being)\s(?:named|appointed|made)"
    r"|promoted\sto|appointed(?:\sas)?|(?:role|position|title|post|work|worked|working|served?|serving"
    r"|employed|hired|acted|acting)\s(?:as|of)|hold|holds)\s(?:an?\s|the\s|its\s|their\s)?"
    r"(?P<title>[A-Za-z][\w/-]*(?:\s(?:of\s)?[A-Za-z][\w/-]*){0,4})"
)


def honours(text: str) -> list[tuple[Name, re.Pattern[str]]]:
    """Return the words that claim an honour or a growth, and what would bear each out."""
    return [
        (
            Name(match.start(), match.end(), match[0]),
            HONOURS[re.sub(r"\s", " ", match["stem"].lower())],
        )
        for match in _HONOUR.finditer(text)
        if not _NEGATED.search(text, max(0, match.start() - 60), match.start())
    ]


def degrees(text: str) -> list[tuple[Name, re.Pattern[str]]]:
    """Return the degrees that are named, and what would bear each out."""
    return [
        (Name(match.start(), match.end(), match[0]), pattern)
        for pattern in DEGREES.values()
        for match in pattern.finditer(text)
        if not _NEGATED.search(text, max(0, match.start() - 60), match.start())
    ]


def titles(text: str) -> list[Name]:
    """Return what somebody is said to be or to have been."""
    return [
        Name(match.start("title"), match.end("title"), match["title"])
        for match in _HELD.finditer(text)
    ]
