"""The fabrication gate: what a generated text states and none of the person's texts does."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from services.advice.ask import Texts, Tongue
from services.advice.gating.figures import figures
from services.advice.gating.known import Known, Skills
from services.advice.gating.names import Name, names, tokens
from services.advice.gating.sayings import RANKS, degrees, honours, titles
from services.advice.result import Mark
from services.clock import Clock, utc_now
from services.matching.mentions import finder
from services.parsing.curriculum import Curriculum
from services.parsing.parse import parse
from services.parsing.points import points
from services.parsing.vocabulary import words
from services.record import fold

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]*\s*|\n")
_ASKED = re.compile(
    r"\b(?:you(?:r\s\w+)?\s(?:ask|want|need|require|seek|look|expect|mention|describe|write|name)"
    r"|you\sare\slooking|(?:the|this|your)\s(?:posting|advert|role|position|job|vacancy)"
    r"|asked\sfor|required?\b|Sie\s(?:suchen|fordern)|Stellenanzeige|vous\scherchez|l['’]annonce)",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:you|your|would|apply|applying|application|join|joining|role|position|posting|forward"
    r"|opportunity|sie|ihre?[mnrs]?|vous|votre|vos|usted|su|lei|vostr[oa])\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:I|[Mm]y|me|myself|[Ii]ch|[Mm]eine?[mnrs]?|[Jj]e|[Mm]on|[Mm]es|[Yy]o|[Mm]is?)\b|\b[Jj]['’]"
)
_YOU = re.compile(r"\b(?:[Yy]ou|[Yy]our|Sie|Ihre?[mnrs]?|vous|votre|vos|usted|su|vostr[oa])\b")
"""Who speaks of "your 85 people" speaks of the posting; for "my 85" the person's texts count."""

_KEYED = re.compile(
    r"\b(?:university|college|school|institute|academy|hospital|inc|ltd|llc|llp|gmbh|corp|group|bank"
    r"|certified|certificate|diploma|bachelor|master|doctor|universität|hochschule|universidad"
    r"|université)\b",
    re.IGNORECASE,
)
_ABLE = re.compile(
    r"\b(?:know|knowledge|skill|skilled|experienced?|proficien\w+|trained|expert|expertise|versed"
    r"|familiar|competent|specialis\w+|specializ\w+)\b[^.;]*$",
    re.IGNORECASE,
)
_WOULD_BE = re.compile(
    r"\b(?:would|apply|applying|interest\w*|join|become|as\syour)\b", re.IGNORECASE
)


MOST_MARKS = 50
"""Marks of one text; beyond them the whole of it is marked."""


class Gate:
    """Searches texts about one resume and posting for what stands in neither.

    A claim speaks for the person, so that only their own texts count: what a posting demands is
    nothing that they have done. A comment may also say what the posting does.
    """

    def __init__(self, texts: Texts, tongue: Tongue, skills: Skills, today: date) -> None:
        self._skills = skills
        self._tongue = tongue
        self._posting = fold(texts.posting)
        found = parse(texts.resume.split("\n"))
        own, years = [texts.resume, texts.notes], _years(found, today)
        named = [*own, texts.company, texts.position]
        self._held = Known(_positions(found), skills, today)
        self._own = Known(own, skills, today, years)
        self._named = Known(named, skills, today, years)
        self._all = Known([*named, texts.posting], skills, today, years)

    def check(self, text: str, is_claim: bool) -> tuple[Mark, ...]:
        """Return the pieces that nothing bears out, in order, none overlapping."""
        found: list[tuple[Name, str]] = []
        for match in _SENTENCE.finditer(text):
            for name, reason in self._sentence(match[0], is_claim):
                piece = Name(name.start + match.start(), name.end + match.start(), name.text)
                found.append((piece, f"{reason} {self._where(name.text, is_claim)}"))
        marks = tuple(_apart(found))
        if len(marks) > MOST_MARKS:
            return (
                Mark(start=0, end=len(text), reason="Most of this stands in none of your texts."),
            )
        return marks

    def _where(self, piece: str, is_claim: bool) -> str:
        if is_claim and fold(piece) in self._posting:
            return "stands in the posting, but in none of your own texts."
        return "stands in none of your texts."

    def _sentence(self, text: str, is_claim: bool) -> Iterator[tuple[Name, str]]:
        is_addressed = bool(_ADDRESSED.search(text))
        is_theirs = _ASKED.search(text) or (_YOU.search(text) and not _OWN.search(text))
        said = self._all if not is_claim or is_theirs else self._own
        named = self._all if not is_claim or is_addressed else self._named
        yield from self._numbers(text, said)
        yield from self._names(text, named)
        yield from self._sayings(text, said)
        if is_claim:
            yield from self._titles(text)
            if named is not self._all:
                yield from self._abilities(text)

    def _numbers(self, text: str, known: Known) -> Iterator[tuple[Name, str]]:
        days = list(points(text))
        for day in days:
            if day.date and not day.weak and not known.has_date(day.date):
                yield _piece(text, day.left, day.right), "This date"
        for figure in figures(text):
            is_date = any(day.left <= figure.start < day.right and day.date for day in days)
            if not is_date and not known.has_figure(figure, text):
                yield _piece(text, figure.start, figure.end), "This number"

    def _names(self, text: str, known: Known) -> Iterator[tuple[Name, str]]:
        for name in names(text, self._tongue is Tongue.GERMAN):
            if _KEYED.search(name.text):
                if not known.has_words(name.text, in_order=True):
                    yield name, "This name"
                continue
            for token in tokens(name.text):
                if token.text[0].isupper() and not known.has_word(token.text):
                    at = name.start + token.start
                    yield _piece(text, at, at + len(token.text)), "This name"

    def _sayings(self, text: str, known: Known) -> Iterator[tuple[Name, str]]:
        for name, proof in degrees(text):
            if not known.bears_out(proof):
                yield name, "This degree"
        for name, proof in honours(text):
            if not known.bears_out(proof):
                yield name, "This claim"

    def _titles(self, text: str) -> Iterator[tuple[Name, str]]:
        known = self._named if _WOULD_BE.search(text) else self._own
        for name in titles(text):
            said = list(tokens(name.text))
            heads = [at for at, word in enumerate(said) if fold(word.text) in words("titles.txt")]
            if not heads:
                continue
            title = said[: heads[-1] + 1]
            ranked = [word for word in title if fold(word.text) in RANKS]
            first = ranked[0] if ranked else title[-1]
            held = name.text[first.start : title[-1].end]
            is_plain = not ranked or len(held.split()) == 1 or known is self._named
            proof = known if is_plain or self._held.is_empty else self._held
            if not proof.has_words(held, in_order=bool(ranked)):
                yield (
                    _piece(text, name.start + first.start, name.start + title[-1].end),
                    "This title",
                )

    def _abilities(self, text: str) -> Iterator[tuple[Name, str]]:
        for start, end, skill in self._skills.of(text):
            # "Sales" and "rota" are skills, and words of every day.
            is_common = text[start:end].isalpha() and text[start:end].islower()
            if is_common and not _ABLE.search(text, max(0, start - 40), start):
                continue
            if skill not in self._named.skills and not self._skills.is_soft(skill):
                yield _piece(text, start, end), "This skill"


class Gates:
    """Opens a gate for each pair of texts."""

    def __init__(self, now: Clock = utc_now) -> None:
        self._now = now

    def open(self, texts: Texts, tongue: Tongue = Tongue.ENGLISH) -> Gate:
        """Return the gate; the first time takes a moment, and any thread may do it."""
        return Gate(texts, tongue, self._skills, self._now().date())

    @cached_property
    def _skills(self) -> Skills:
        return Skills(finder())


def _positions(found: Curriculum) -> list[str]:
    """Return what somebody was, as far as it is found in the resume."""
    held = [work.position for work in (*found.work, *found.volunteer)]
    return [*filter(None, held), found.contact.label] if any(held) else []


def _years(found: Curriculum, today: date) -> set[int]:
    """Return the years in which work began or ended."""
    days = {day for work in found.work for day in (work.start, work.end) if day}
    days |= {today.isoformat() for work in found.work if work.is_current}
    return {int(day[:4]) for day in days}


def _piece(text: str, start: int, end: int) -> Name:
    return Name(start, end, text[start:end])


def _apart(found: list[tuple[Name, str]]) -> Iterator[Mark]:
    reached = 0
    for name, reason in sorted(found, key=lambda each: (each[0].start, -each[0].end)):
        if name.start >= reached:
            reached = name.end
            yield Mark(start=name.start, end=name.end, reason=reason)
