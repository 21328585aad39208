"""What is somebody's name, and what of a line is not."""

import re

from services.parsing.headings import heading_of, is_spaced, named
from services.parsing.pieces import is_place
from services.parsing.rows import word
from services.parsing.vocabulary import company_score, title_score
from services.parsing.vocabulary import words as listed
from services.record import fold

_PAPER = re.compile(
    r"^(?:europass\s)?(?:resume|résumé|c[uai]r{1,2}i?c+[ui]l+[aeiu]m\s?(?:-\s?)?v(?:i|ia)t(?:ae?|e)"
    r"|curriculum|cv|lebenslauf|hoja de vida|currículum|currículo|curriculo|bio[\s-]?data|życiorys"
    r"|个人简历|简历)\b"
    r"(?:\s?(?:of|von|de|for))?[\s:|–—-]*",
    re.IGNORECASE,
)
"""What the paper itself is called, as it is written in a hurry too."""
_NAME = re.compile(r"(?:[^\W\d_]|[.'’-])+(?:\s(?:[^\W\d_]|[.'’-])+){0,5}")
_CREDENTIALS = re.compile(r",\s|\s\((?=s?he|they|sie|er\b|elle|ella|él)|\s–\s|\s\(")
_LETTERS = re.compile(
    r"RN|LPN|RGN|RMN|BSN|MSN|DNP|CNA|MD|DO|DDS|DVM|PhD|MBA|MSc|BSc|MA|BA|MEng|BEng|CEng|PE|P\.E\."
    r"|EIT"
    r"|E\.I\.T\.|ACCA|FCCA|ACA|FCA|CIMA|ACMA|CPA|CFA|CIPD|MCIPD|FCIPD|Assoc|CISSP|PMP|QTS|PGCE|JD"
    r"|Esq"
    r"|Esq\.|MRICS|FRICS|AAT|MAAT|OTR/L|LCSW|LMSW|SHRM-CP|SPHR|PHR"
)
_RANK = re.compile(
    r"(?:(?:staff|master|first|chief|gunnery|technical|senior) )*(?:sergeant"
    r"(?: first class| major)?|corporal|private|lieutenant(?: colonel| commander)?|captain|major"
    r"|colonel|commander"
    r"|(?:chief )?petty officer(?: (?:first|second|third) class)?|airman|specialist|SSG|SGT|SFC"
    r"|MSG|CPL|CPT|LTC|LT|MAJ|COL)"
    r"\b\.?\s+(?=\S+\s)",
    re.IGNORECASE,
)
"""A rank before the name; other titles, as "Dr.", are part of how people write theirs."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,4}[^\W\d_]{3,}\.?|[^\W\d_]{3,}(?:\.[^\W\d_]){1,4}\.?")
"""A name whose initials nothing parts from the rest: "R.KUMAR"."""


def as_name(part: str) -> str:
    """Return the name that a part of a line is, or nothing."""
    bare = _RANK.sub("", _PAPER.sub("", part)) if not is_spaced(part) else _closed(part)
    name = _bare(word(_CREDENTIALS.split(bare, maxsplit=1)[0]))
    words = name.split()
    if is_spaced(name):
        return "" if heading_of(name, "") or _PAPER.match("".join(words)) else name
    if len(words) == 1 and _INITIALS.fullmatch(name):
        return name
    if not 2 <= len(words) <= 6 or not _NAME.fullmatch(name) or named(name):
        return ""
    if not {_bare_word(each) for each in words}.isdisjoint(listed("nobody.txt")):
        return ""
    particles = [each for each in words if each[0].islower()]
    if len(particles) > 2 or words[-1][0].islower() or title_score(name) or company_score(name):
        return ""
    return "" if is_place(name) else name


def _closed(part: str) -> str:
    """Return "J A N E   D O E" as it is read, if wide gaps tell where a word ends."""
    words = ["".join(each.split()) for each in _WIDE.split(part.strip())]
    return " ".join(words) if len(words) > 1 and all(len(each) > 1 for each in words) else part


_WIDE = re.compile(r"\s{2,}")


def _bare_word(each: str) -> str:
    return _OWNED.sub("", fold(each)).strip(".")


_OWNED = re.compile(r"['’]s?$")


def _bare(name: str) -> str:
    """Return a name without the letters after it: "Ada Lovelace ACCA"."""
    words = name.split()
    while len(words) > 2 and _LETTERS.fullmatch(words[-1]):
        words.pop()
    return " ".join(words)


def name_before_title(part: str) -> str:
    """Return the name of "Marta Kowalczyk-Reyes Backend Engineer": all before the title."""
    words = part.split()
    for count in (2, 3):
        head, rest = " ".join(words[:count]), " ".join(words[count:])
        is_title = len(words) > count + 1 and title_score(rest) > 1
        if is_title and "-" in words[count - 1] and as_name(head):
            return head
    return ""
