"""A resume as evidence: what its lines show, list or deny, and the work it tells of."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from services.matching.career import UNTOLD, Career, lines_of
from services.matching.coverage import Evidence, Sort, Strength
from services.matching.denials import denied, is_denied
from services.matching.folding import Folded
from services.matching.gazetteer import Entry
from services.matching.honesty import field, weigh_lists
from services.matching.mentions import Mention
from services.parsing.curriculum import Work
from services.parsing.dates import years_of
from services.parsing.headings import Heading

DONE = {Heading.WORK, Heading.PROJECTS, Heading.VOLUNTEER}
"""Where a line tells of something that was done."""
ASIDE = {Heading.INTERESTS, Heading.REFERENCES}
"""Where a line says nothing about what a person can do."""
_MOSTLY = 0.7
"""A line of which names are more than this is a bare list, wherever it stands."""


PIECES = 3
"""How many pieces of a resume are quoted for one requirement."""
_NOTHING: frozenset[str] = frozenset()


class Proof(NamedTuple):
    """A mention that counts, how much, and the name that it means or implies."""

    strength: Strength
    mention: Mention
    meant: str

    @property
    def is_implied(self) -> bool:
        """Tell whether the resume names only something that implies what is meant."""
        return self.meant != self.mention.name


class Resume:
    """A resume that can be asked. Lines copied from the posting count for nothing."""

    def __init__(
        self,
        folded: Folded,
        mentions: Sequence[Mention],
        entries: dict[str, Entry],
        career: Career,
        today: date,
        copied: Collection[int],
        asked: Collection[str],
    ) -> None:
        self.folded = folded
        self.work = career.work
        self.zones = career.zones
        self.copied = copied
        self.denials = denied(folded.text)
        self.proofs: dict[str, list[Proof]] = {}
        self.denied: set[str] = set()
        self._named: dict[int, set[str]] = {}
        self._is_wordy = [len(line.split()) > 6 for line in folded.lines]
        self._entries = entries
        self._today = today
        self._is_headed = not DONE.isdisjoint(self.zones)
        self._weigh(mentions, asked)

    def counts(self, start: int, end: int) -> bool:
        """Tell whether a part of the folded text may serve as evidence."""
        line = self.folded.line_of(start)
        if line in self.copied or self.zones[line] in ASIDE:
            return False
        return not is_denied(start, end, self.denials, self.folded.text)

    def tells(self, line: int) -> bool:
        """Tell whether a line is about something that was done."""
        if self._is_headed:
            return self.zones[line] in DONE
        return self.zones[line] in UNTOLD and self._is_wordy[line]

    def quote(self, parts: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
        """Return parts of the folded text in the resume's own words, each once."""
        places = dict.fromkeys(place for part in parts for place in self.folded.places(*part))
        lines = self.folded.lines
        return tuple(
            Evidence(line=line, start=start, end=end, quote=lines[line][start:end])
            for line, start, end in places
        )

    def is_about(
        self, work: Work, names: Collection[str], stems: Collection[str], spare: int = 0
    ) -> bool:
        """Tell whether a work names one of the names, or half of the words with these stems, of
        which some may be spared."""
        lines = [line for line in lines_of(work) if line not in self.copied]
        if not stems:
            return any(not self._named.get(line, _NOTHING).isdisjoint(names) for line in lines)
        start, text = self.folded.start_of, self.folded.text
        told = " " + " ".join(text[start(line) : start(line + 1)] for line in lines)
        return 2 * sum(f" {stem}" in told for stem in stems) >= len(stems) - spare

    def years(self, work: Sequence[Work]) -> float:
        """Return the years that were worked."""
        return years_of(work, self._today)

    def headlines(self, work: Sequence[Work]) -> tuple[Evidence, ...]:
        """Return the first line of each work, whole."""
        lines = [each.lines[0] for each in work if each.lines]
        return tuple(
            Evidence(line=line, start=0, end=len(text), quote=text)
            for line, text in ((line, self.folded.lines[line]) for line in lines[:PIECES])
        )

    def trust(self, name: str) -> float:
        """Return how far a bare list may be believed that holds a name."""
        return self.lists.fit * self.lists.trust.get(field(self._entries[name]), 1.0)

    def _weigh(self, mentions: Sequence[Mention], asked: Collection[str]) -> None:
        lists = self._lists(mentions)
        listed, shown = Counter[str](), set[str]()
        for mention in mentions:
            line = self.folded.line_of(mention.start)
            if line in self.copied or self.zones[line] in ASIDE:
                continue
            if is_denied(mention.start, mention.end, self.denials, self.folded.text):
                self.denied.add(mention.name)
                continue
            strength = Strength.LISTED
            is_held = self._entries[mention.name].sort is Sort.LICENCE
            if is_held and self.zones[line] is not Heading.SKILLS:
                strength = Strength.SHOWN
            elif self.tells(line) and line not in lists:
                strength = Strength.SHOWN
                shown.add(mention.name)
            elif self.zones[line] is not Heading.EDUCATION:
                listed[mention.name] += 1
            meant = (mention.name, *self._entries[mention.name].implies)
            self._named.setdefault(line, set()).update(meant)
            for name in meant:
                self.proofs.setdefault(name, []).append(Proof(strength, mention, name))
        self.lists = weigh_lists(listed, shown, asked, self._entries)

    def _lists(self, mentions: Sequence[Mention]) -> set[int]:
        """Return the lines that hold little but names."""
        held: dict[int, list[Mention]] = {}
        for mention in mentions:
            held.setdefault(self.folded.line_of(mention.start), []).append(mention)
        return {
            line
            for line, found in held.items()
            if len(found) > 2
            and sum(each.end - each.start for each in found) > _MOSTLY * self._letters(line)
        }

    def _letters(self, line: int) -> int:
        text = self.folded.lines[line]
        return sum(char.isalnum() for char in text.partition(": ")[2] or text)
