"""Who a resume is of, and how to reach them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from services.parsing.curriculum import Contact
from services.parsing.dates import spans
from services.parsing.headings import is_spaced
from services.parsing.name import as_name, name_before_title
from services.parsing.pieces import MARKS, is_place
from services.parsing.rows import Row, lines_of, word
from services.parsing.vocabulary import company_score, title_score
from services.record import fold

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE = re.compile(
    r"(?<![\w/.@-])(?!\d{5}(?:-\d{4})?\s[\s–-]{0,4}(?:\+|\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}))"
    r"(?:\+|\(\+?)?\d[\d\s().\-–/]{5,22}\d(?![\w@])"
)
_ZIP = re.compile(r"\d{5}-\d{4}")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s|,;<>()]{3,200}"
    r"|(?<![\w@.+/-])(?:[a-z0-9-]{1,40}\.){1,3}(?:com|org|net|io|dev|me|de|fr|es|uk|app|ch|at|eu"
    r"|info"
    r"|design|ca|us|co|au|nl|it|academy|studio|page|blog|photography|art|works|tech|edu)(?![\w@.])"
    r"(?:/[^\s|,;<>()]{0,150})?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:name|full name|nome|nome completo|nombre|nom|naam|imię i nazwisko"
    r"|address|location|city|phone|tel|telephone|telefon|téléphone|teléfono"
    r"|mobile|mobil|handy|cell|móvil|e-?mail|mail|correo|web|website|webseite|portfolio|linkedin"
    r"|github"
    r"|adresse|anschrift|wohnort|adresa|dirección|ubicación|based in)\s?[.:]+\s*"
    # "A. Byron" begins with an initial and no label.
    r"|^[pmtewa]\s?(?::|\.(?=\s*[\d+(]))\s*",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s{2,}|\s*[|•·◆\u2709\u260e⌂]\s*|\s[–—-]\s|\s/\s|;\s|\t")
_ADDRESS = re.compile(
    r"P\.?\s?O\.?\sBox\s.{2,60}|\d{1,5}\w?\s+(?!(?:years?|yrs?|months?)\b)\S.{2,60}"
    r"|.{3,40}(?:str\.|straße|strasse|weg|platz"
    r"|allee|gasse)\s?\d{1,4}\w?(?:,.*)?"
    r"|.{1,40}\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z][\w .'-]+,?\s[A-Z]{2}\s\d{5}(?:-\d{4})?"
    r"|\d{4,5}\s[A-ZÄÖÜÉ][\w .'-]+",
)
_NAMED = re.compile(
    r"(?:(?:full\s|first\s)?name(?:\(s\)\s/\s(?:surname|first name)\(s\)|\b)"
    r"|nome(?:\scompleto)?\b|nombre\b|naam\b|imię i nazwisko\b)"
    r"(?:\s?[:–—-]+\s*|\s{2,})",
    re.IGNORECASE,
)

MOST_ROWS = 12
MOST_BESIDE = 40


def contact_of(rows: Sequence[Row], everything: Sequence[Row]) -> Contact:
    """Return who the resume is of, from the rows before the first heading or under "Contact".

    What is not there of an e-mail address and a phone is looked for in `everything`.
    """
    used: list[Row] = []
    email = _first(_EMAIL, rows, used) or _first(_EMAIL, everything, used)
    links = _links(rows, email, used)
    phone = _phone(rows, used) or _phone(_reaching(everything), used)
    name, label = _name(rows, used)
    if not name:
        rows = _elsewhere(everything) or _labelled(everything)
        name, label = _name(rows, used)
    location = _location(rows, used)
    return Contact(
        name=name,
        label=label,
        email=email,
        phone=phone,
        location=location,
        links=links,
        lines=lines_of(used),
    )


def _reaching(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows that say how to reach the person, such as those of a footer."""
    reach = (_PHONE.fullmatch, _EMAIL.fullmatch)
    return [row for row in rows if any(says(part) for part in _parts(row) for says in reach)]


def _elsewhere(everything: Sequence[Row]) -> Sequence[Row]:
    """Return the rows from a name on that stands beneath a column's contents, above a title."""
    first = sorted(everything)[:MOST_BESIDE]
    for at, (row, below) in enumerate(pairwise(first)):
        if row.apart and not row.bullet and as_name(row.text) and title_score(below.text):
            return first[at : at + 4]
    return ()


def _labelled(everything: Sequence[Row]) -> Sequence[Row]:
    """Return the row that says "Name: ...", wherever it stands."""
    return [row for row in sorted(everything) if _NAMED.match(row.text)][:1]


def _first(pattern: re.Pattern[str], rows: Sequence[Row], used: list[Row]) -> str:
    for row in rows:
        if "@" in row.text and (match := pattern.search(row.text)):
            used.append(row)
            return match[0].strip(".-")[:300]
    return ""


def _links(rows: Sequence[Row], email: str, used: list[Row]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in rows:
        for match in _LINK.finditer(row.text):
            link = match[0].rstrip(".,)/")
            if "@" not in link and not email.endswith(link) and len(found) < 20:
                found[link[:300]] = None
                used.append(row)
    return tuple(found)


def _phone(rows: Sequence[Row], used: list[Row]) -> str:
    """Return the first phone; what is as short as a postal code only if there is no other."""
    found = [each for row in rows for each in _phones(row)]
    if not found:
        return ""
    _, phone, row = min(found, key=lambda each: each[0])
    used.append(row)
    return phone


def _phones(row: Row) -> Iterator[tuple[bool, str, Row]]:
    for match in _PHONE.finditer(row.text):
        digits = sum(char.isdigit() for char in match[0])
        if not 7 <= digits <= 15 or next(spans(match[0]), None):
            continue
        if (digits < 9 and match[0].isdigit()) or _ZIP.fullmatch(match[0]):
            continue
        yield digits < 9 and not match[0].startswith("+"), match[0].strip(), row


def _parts(row: Row) -> Iterator[str]:
    for part in _SPLIT.split(row.text):
        bare = _LABEL.sub("", part.strip(MARKS.replace("(", "").replace(")", ""))).strip()
        if bare:
            yield bare


def _name(rows: Sequence[Row], used: list[Row]) -> tuple[str, str]:
    """Return the name, and the headline after it."""
    for number, row in enumerate(rows[:MOST_ROWS]):
        parts = [row.text] if is_spaced(row.text) else list(_parts(row))
        for at, part in enumerate(parts):
            # After words of another sort, what looks like a name is a headline's second half.
            if any(title_score(each) for each in parts[:at]):
                break
            if name := as_name(part) or name_before_title(part):
                used.append(row)
                rest = [*_after(part, name), *parts[at + 1 :]]
                return name, _label(rest, row, rows[number + 1 : number + 3], used)
    return _single(rows, used)


def _single(rows: Sequence[Row], used: list[Row]) -> tuple[str, str]:
    """Return a name of one word, as the address repeats it, that opens the paper."""
    name = word(rows[0].text) if rows else ""
    address = next((match[0] for row in rows if (match := _EMAIL.search(row.text))), "")
    if not _MONONYM.fullmatch(name) or fold(name) not in fold(address.partition("@")[0]):
        return "", ""
    used.append(rows[0])
    return name, _label([], rows[0], rows[1:3], used)


_MONONYM = re.compile(r"[^\W\d_]{3,30}")


def _after(part: str, name: str) -> list[str]:
    rest = part[part.find(name) + len(name) :].strip(MARKS)
    return [rest] if title_score(rest) > 1 else []


def _label(rest: Sequence[str], row: Row, following: Sequence[Row], used: list[Row]) -> str:
    for part in rest:
        if title_score(part) and not _EMAIL.search(part):
            return word(part)
    for below in following:
        part = word(next(_parts(below), ""))
        if len(part) < 100 and title_score(part) and not part.endswith(".") and "@" not in part:
            used.append(below)
            return part
    return ""


def _location(rows: Sequence[Row], used: list[Row]) -> str:
    bare_rows = [row._replace(text=_PHONE.sub(" | ", _EMAIL.sub(" | ", row.text))) for row in rows]
    for row, bare_row in zip(rows, bare_rows, strict=True):
        for part in _parts(bare_row):
            bare = word(part)
            if is_place(bare, is_whole=True) or (_ADDRESS.fullmatch(bare) and len(bare) < 100):
                used.append(row)
                town = _below(bare, row, rows)
                used += town[:1]
                return f"{bare}, {word(town[0].text)}" if town else bare
    return _town(rows, bare_rows, used)


def _below(street: str, row: Row, rows: Sequence[Row]) -> list[Row]:
    """Return the row that says in which town the street above it is, if one does."""
    is_street = _STREET.fullmatch(street) and word(row.text) == street
    below = [each for each in rows if each.line == row.line + 1] if is_street else []
    return [each for each in below if is_place(word(each.text))]


_STREET = re.compile(r"\d[^,]+(?:,? (?:suite|apt|apartment|unit|#)[^,]*)?", re.IGNORECASE)


def _town(rows: Sequence[Row], bare_rows: Sequence[Row], used: list[Row]) -> str:
    """Return the town that stands beside the e-mail address or the phone, if nothing else does."""
    for at, row in enumerate(rows[:MOST_ROWS]):
        beside = "".join(each.text for each in rows[max(0, at - 1) : at + 2])
        if at and (_EMAIL.search(beside) or _PHONE.search(beside)):
            for part in _parts(bare_rows[at]):
                bare = word(part)
                if _LABEL.fullmatch(f"{bare}:") or title_score(bare) or company_score(bare):
                    continue
                if _TOWN.fullmatch(bare):
                    used.append(row)
                    return bare
    return ""


_TOWN = re.compile(
    r"[A-Z][a-z]{2,}(?:[ -](?:on|upon|le|la|de|am|an|der|in)[ -])?(?:[ -][A-Z][a-z]+){0,2}"
    r"(?: [A-Z]{1,2}\d[A-Z\d]?(?: \d[A-Z]{2})?)?|[A-Z][a-z]{2,}, [A-Z][a-z]{2,}"
)
