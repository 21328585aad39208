"""What a source says, ready to be asked: its words, numbers, dates and skills."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise

from services.advice.gating.figures import Figure, Unit, figures
from services.advice.gating.names import tokens
from services.matching.folding import Folded
from services.matching.mentions import Finder
from services.parsing.points import points
from services.record import fold

_NEAR = 0.1
_UNTIL_TODAY = re.compile(
    r"\b(?:present|now|current|today|since|ongoing|heute|seit|aujourd|depuis|desde|actual)", re.I
)
_SMALL = frozenset(
    {"of", "the", "and", "for", "in", "de", "du", "der", "die", "von", "van", "a", "an"}
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_COUNTED, _AROUND = 2, 60
"""How many words after a number tell what it counts, and how far its thing may be in a source."""


class Skills:
    """Which skills a text names, by the match's own list."""

    def __init__(self, finder: Finder) -> None:
        self._entries = finder.entries
        self._finder = finder

    def of(self, text: str) -> list[tuple[int, int, str]]:
        """Return where skills are named in a text, and which."""
        folded = Folded(text.split("\n"))
        starts = [0]
        for line in text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        found = []
        for start, end, name in self._finder.find(folded):
            places = folded.places(start, end)
            first, last = places[0], places[-1]
            found.append((starts[first.line] + first.start, starts[last.line] + last.end, name))
        return found

    def with_implied(self, names: Iterable[str]) -> set[str]:
        """Return the skills and all that having them implies."""
        named = set(names)
        return named.union(*(self._entries[name].implies for name in named))

    def is_soft(self, name: str) -> bool:
        """Tell whether the name is of the kind that needs no proof."""
        return self._entries[name].sort == "soft"


class Known:
    """All that some texts say."""

    def __init__(
        self, texts: Iterable[str], skills: Skills, today: date, years: Iterable[int] = ()
    ) -> None:
        self._text = "\n".join(texts)
        self._years = frozenset(years)
        self._skills = skills
        self._today = today
        days = [(day.left, day.right) for day in points(self._text) if day.date and not day.weak]
        self._figures = [
            each
            for each in figures(self._text)
            if not any(left <= each.start < right for left, right in days)
        ]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is said here."""
        return not self._text.strip()

    def has_figure(self, figure: Figure, text: str) -> bool:
        """Tell whether the number of that text stands here, for the same kind of thing."""
        if figure.unit is Unit.YEARS and figure.value in self._spans:
            return True
        alike = [known for known in self._figures if _agree(figure, known)]
        return bool(alike) and not self._is_otherwise(figure, text, alike)

    def _is_otherwise(self, figure: Figure, text: str, alike: Sequence[Figure]) -> bool:
        """Tell whether the same things are counted here, but never so many: six renewals in one
        text are not two in the other, although it has a six elsewhere."""
        if figure.unit is not Unit.PLAIN:
            return False
        things = set(_counted(text, figure.end))
        near = [self._text[known.start : known.end + _AROUND] for known in alike]
        if not things or any(things & set(_stems(each)) for each in near):
            return False
        return any(
            things & set(_counted(self._text, known.end))
            for known in self._figures
            if known.unit is Unit.PLAIN
        )

    def has_date(self, day: str) -> bool:
        """Tell whether the day, month or year stands here; "2021" stands in "2021-03"."""
        return any(known.startswith(day) or known == day[:4] for known in self._dates)

    def has_words(self, phrase: str, in_order: bool) -> bool:
        """Tell whether each word stands here, and if it matters, each next to the other."""
        words = [fold(token.text) for token in tokens(phrase)]
        words = [word for word in words if word not in _SMALL]
        if not all(self.has_word(word) for word in words):
            return False
        return not in_order or all(self._follow(*pair) for pair in pairwise(words))

    def has_word(self, word: str) -> bool:
        """Tell whether a word stands here, in the singular or the plural, or as initials."""
        word = fold(word)
        forms = {word, word.removesuffix("s"), word + "s", word.removesuffix("es")}
        if forms & self._words:
            return True
        parts = [part for part in re.split(r"[^\w]+", word) if part]
        if len(parts) > 1:
            return all(self.has_word(part) for part in parts)
        bare = word.replace(".", "")
        return 2 <= len(bare) <= 6 and bare in self._initials

    def bears_out(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether the pattern is found here."""
        return bool(pattern.search(self._text))

    @cached_property
    def skills(self) -> set[str]:
        """Return the skills that are named here or implied."""
        return self._skills.with_implied(name for _, _, name in self._skills.of(self._text))

    @cached_property
    def _words(self) -> frozenset[str]:
        whole = {fold(token.text) for token in tokens(self._text)}
        parts = {part for word in whole for part in re.split(r"[^\w+#]+", word) if part}
        return frozenset(whole | parts)

    @cached_property
    def _order(self) -> list[str]:
        found = [fold(token.text) for token in tokens(self._text)]
        return [word for word in found if word not in _SMALL]

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset(pairwise(self._order))

    def _follow(self, first: str, second: str) -> bool:
        seconds = {second, second.removesuffix("s"), second + "s"}
        firsts = {first, first.removesuffix("s"), first + "s"}
        return any((one, other) in self._pairs for one in firsts for other in seconds)

    @cached_property
    def _initials(self) -> frozenset[str]:
        heads = [word[0] for word in self._order if word]
        return frozenset(
            "".join(heads[at : at + size]) for size in range(2, 7) for at in range(len(heads))
        )

    @cached_property
    def _dates(self) -> frozenset[str]:
        lines = self._text.split("\n")
        return frozenset(
            day for line in lines for each in points(line) for day in (each.date, each.last) if day
        )

    @cached_property
    def _spans(self) -> frozenset[float]:
        """Return the whole years that lie between any two dates of work, or any two at all."""
        years = set(self._years) or {int(day[:4]) for day in self._dates}
        if not self._years and _UNTIL_TODAY.search(self._text):
            years.add(self._today.year)
        return frozenset(
            float(right - left - less)
            for left in years
            for right in years
            for less in (0, 1)
            if left < right <= self._today.year
        )


def _agree(figure: Figure, known: Figure) -> bool:
    shares = (figure.unit is Unit.SHARE, known.unit is Unit.SHARE)
    if shares[0] != shares[1] or (figure.unit is Unit.MONEY and known.unit is not Unit.MONEY):
        return False
    if figure.value == known.value:
        return True
    return figure.is_about and abs(figure.value - known.value) <= _NEAR * known.value


def _counted(text: str, end: int) -> list[str]:
    clause = re.split(r"[.,;:()\n]", text[end : end + _AROUND], maxsplit=1)[0]
    return _stems(clause)[:_COUNTED]


def _stems(text: str) -> list[str]:
    return [fold(word).removesuffix("s") for word in _WORD.findall(text)]
