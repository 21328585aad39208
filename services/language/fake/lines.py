"""What of a posting or a resume is worth quoting, and which of their lines belong together."""

import re
from dataclasses import dataclass
from functools import cached_property

_MARK = re.compile(r"^\s*(?:[-–—*•▪◦]|\d{1,2}[.)])\s+")
_CONTACT = re.compile(r"\[(?:email|phone|link|address|text) \d+\]|@|://|www\.")
_DATES = re.compile(
    r"(?i)(?:\W|\d|to|until|since|now|present|current|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)+"
)
_PERIOD = re.compile(r"(?i)(?<!from )\b(?:19|20)\d\d\b\s*(?:[-–—]|to\b)")
_SENTENCES = re.compile(r"(?<=[\w)%]{2}[.!?])\s+(?=[A-Z])")
_BROUGHT = re.compile(
    r"(?i)bring|require|qualif|looking for|must|have\b|prefer|person|about you|profile|skill"
    r"|who you"
)
_DUTY = re.compile(
    r"(?i)will do|you.ll do|duties|responsib|function|the (?:role|job)|your (?:role|work)"
)
_ASIDE = re.compile(
    r"(?i)benefit|perk|offer|about (?:us|the company)|who we|summary|apply|eeo|equal|salary"
    r"|report to"
)
_COUNT = re.compile(
    r"(?i)\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozens?|half|twice)\b"
)
_NARROW = 40
"""Up to this length, a line was not broken for want of room."""

_WORD = re.compile(r"[^\W\d_][\w+#]*")
_IDLE = frozenset(
    """about above after again all also and any are around because been before being best between
    both but can clear company could day does each every experience experienced first for from full
    good great had half has have help her his how including into its job keep know knowledge least
    less level like made make many may more most must need new not now off one other our out over
    own people per plus preferably role same say show skill some strong such take team than that
    the their them then these they this those three through time two under use used using very want
    was way well were what when where which while who will with within without work working would
    year you your four five six seven eight nine ten bring write wrote plainly solid ability whole
    """.split()  # noqa: SIM905 - a list of so many would fill a page
)


@dataclass(frozen=True)
class Line:
    """A line worth quoting, without its bullet. `where` is what it stands under."""

    text: str
    where: str = ""
    is_duty: bool = False

    @cached_property
    def bare(self) -> str:
        """Return the line without the stop at its end."""
        return self.text.rstrip(" .;,:")

    @cached_property
    def stems(self) -> dict[str, str]:
        """Return the words that mean something, by their stems."""
        words = (word for word in _WORD.findall(self.text) if len(word) > 2)
        return {stem: word for word in words if (stem := _stem(word)) not in _IDLE}

    def shared(self, other: "Line") -> list[str]:
        """Return the words of this line that the other has too."""
        return [word for stem, word in self.stems.items() if stem in other.stems]


@dataclass(frozen=True)
class Pair:
    """A line of the posting, and the line of the resume that has most of its words."""

    asked: Line
    said: Line

    @property
    def words(self) -> str:
        """Return what both of them name."""
        terms = [f"“{term}”" if term.islower() else term for term in self._terms[:2]]
        return " and ".join(terms)

    @property
    def name(self) -> str:
        """Return the first thing both name, in the posting's words."""
        return self._terms[0]

    @cached_property
    def _terms(self) -> list[str]:
        """Return the shared words; what is written like a name, such as SQL, comes first."""
        text, words = self.asked.text, self.asked.shared(self.said)
        later = [word for word in words if not (text.startswith(word) and word[1:].islower())]
        words = sorted(later or [words[0].lower()], key=str.islower)
        both = " ".join(words[:2])
        return [both] if both in text else words


def requirements(text: str) -> list[Line]:
    """Return what a posting asks for: what one brings first, then what one does."""
    rows = _joined(text)
    brought, duties, rest = list[Line](), list[Line](), list[Line]()
    where = ""
    for at, row in enumerate(rows):
        if _is_heading(rows, at):
            where = row.strip()
        elif (
            (at or row.startswith("You "))
            and row.strip()
            and not (_ASIDE.match(row) or _ASIDE.search(where))
        ):
            is_duty = bool(_DUTY.search(where))
            kept = duties if is_duty else brought if _BROUGHT.search(where) else rest
            kept.append(Line(_MARK.sub("", row).strip(), where, is_duty))
    found = brought + duties or [line for line in rest if len(line.text.split()) > 3]
    return [line for line in found if len(line.text.split()) > 1 and not _is_idle(line.text)]


def achievements(text: str) -> list[Line]:
    """Return what somebody did: the bullets of a resume, or else its long sentences."""
    where, found = "", list[Line]()
    for row in _joined(text):
        if not _MARK.match(row):
            where = row.strip() if row.strip() and not _is_idle(row) else where
        elif len(row.split()) > 4 and "[link" not in row:
            found.append(Line(_MARK.sub("", row).strip(), where))
    return found or [line for line in facts(text) if len(line.text.split()) > 4]


def facts(text: str) -> list[Line]:
    """Return every other sentence of a resume that may prove something."""
    every = _joined(text)
    is_named = len(every[0].split()) < 6 if every else False
    rows = [row.strip() for row in every[is_named:] if not _MARK.match(row)]
    return [
        Line(sentence)
        for row in rows
        if not (_is_idle(row) or _PERIOD.search(row) or row.isupper())
        for sentence in _SENTENCES.split(row)
        if len(sentence.split()) > 2 and sentence[0].isupper()
    ]


def is_counted(text: str) -> bool:
    """Tell whether a line says how much, in digits or in a word."""
    return bool(_COUNT.search(text))


def pair(asked: list[Line], said: list[Line]) -> tuple[list[Pair], list[Line]]:
    """Return what belongs together, and what is asked for and shown by no line."""
    pairs, missing, taken = list[Pair](), list[Line](), set[str]()
    for wish in asked:
        best = max(said, key=lambda line: _likeness(wish, line, taken), default=None)
        if best and wish.shared(best):
            taken.add(best.text)
            pairs.append(Pair(wish, best))
        else:
            missing.append(wish)
    return pairs, missing


def _likeness(wish: Line, line: Line, taken: set[str]) -> tuple[int, bool, float]:
    count = len(wish.shared(line))
    return count, line.text not in taken, count / (1 + len(line.stems))


def _joined(text: str) -> list[str]:
    """Return the lines, with what was wrapped put together again."""
    rows: list[str] = []
    for line in text.splitlines():
        goes_on = line.strip()[:1].islower() or (line[:1] == " " and not _MARK.match(line))
        if rows and len(rows[-1]) > _NARROW and goes_on and not _CONTACT.search(rows[-1]):
            rows[-1] = f"{rows[-1].rstrip()} {line.strip()}"
        else:
            rows.append(line)
    return rows


def _is_heading(rows: list[str], at: int) -> bool:
    row = rows[at].strip()
    if not row or _MARK.match(rows[at]) or len(row.split()) > 6 or row.endswith((".", ";", ",")):
        return False
    following = rows[at + 1] if at + 1 < len(rows) else ""
    begins = at > 0 and not rows[at - 1].strip() and following.strip()
    return bool(_MARK.match(following) or begins or row.endswith(":") or row.isupper())


def _is_idle(row: str) -> bool:
    return bool(_CONTACT.search(row) or _DATES.fullmatch(row))


def _stem(word: str) -> str:
    low = word.lower()
    if low in _IDLE:
        return low
    bare = re.sub(r"(?:ing|ers?|ed|es|s|e)$", "", low)
    return bare[:6] if len(bare) > 2 else low
