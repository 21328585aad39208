"""The names that a text mentions; a doubtful one counts only where its surroundings vouch."""

import re
from collections import deque
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import ahocorasick

from services.matching.coverage import Sort
from services.matching.folding import Folded
from services.matching.gazetteer import Doubt, Form, Gazetteer, load


class Mention(NamedTuple):
    """A name, and the part of the folded text that says it."""

    start: int
    end: int
    name: str


@cache
def finder() -> "Finder":
    """Return the finder of all the names there are, made at the first call and never changed."""
    return Finder(load())


class Finder:
    """Finds the gazetteer's names in a text. Nothing in it changes once it is made."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.entries = gazetteer.entries
        self._automaton: Any = ahocorasick.Automaton()
        for form in gazetteer.forms.values():
            self._automaton.add_word(form.folded, form)
        for decoy in gazetteer.decoys:
            self._automaton.add_word(decoy, Form("", decoy, decoy, Doubt.NONE))
        self._automaton.make_automaton()

    def find(self, folded: Folded) -> list[Mention]:
        """Return the mentions in order: none inside another, each a whole word."""
        hits = list(self._hits(folded.text))
        plain = [line.isupper() or line.islower() for line in folded.lines]
        sure = [
            form.doubt is Doubt.NONE
            or self._fits(folded, start, end, form, is_plain=plain[folded.line_of(start)])
            for start, end, form in hits
        ]
        certain = deque(index for index, is_sure in enumerate(sure) if is_sure)
        while certain:
            index = certain.popleft()
            for beside in (index - 1, index + 1):
                if (
                    0 <= beside < len(hits)
                    and not sure[beside]
                    and self._listed(folded, hits, sure, beside)
                ):
                    sure[beside] = True
                    certain.append(beside)
        return [
            Mention(start, end, form.name)
            for (start, end, form), is_sure in zip(hits, sure, strict=True)
            if is_sure
        ]

    def _hits(self, text: str) -> Iterator[tuple[int, int, Form]]:
        whole = [
            (start, -last - 1, form)
            for last, form in self._automaton.iter(text)
            if _is_word(text, start := last + 1 - len(form.folded), last + 1)
        ]
        reached = 0
        for start, end, form in sorted(whole, key=lambda hit: hit[:2]):
            if start >= reached:
                reached = -end
                if form.name:
                    yield start, reached, form

    def _fits(self, folded: Folded, start: int, end: int, form: Form, *, is_plain: bool) -> bool:
        """Tell whether case and the words around settle what is meant."""
        written = folded.written(start, end)
        if form.doubt is Doubt.CASE and not is_plain:
            return written == form.written
        is_name = form.written != form.written.lower()
        if is_name and not is_plain and written != form.written:
            return False
        near = max(0, start - _NEAR)
        left = max(folded.text.rfind("\n", near, start) + 1, near)
        right = folded.text.find("\n", end, end + _NEAR)
        around = (
            f"{folded.text[left:start]}\0{folded.text[end : right if right >= 0 else end + _NEAR]}"
        )
        return any(word in around for word in self.entries[form.name].context)

    def _listed(
        self, folded: Folded, hits: list[tuple[int, int, Form]], sure: list[bool], index: int
    ) -> bool:
        """Tell whether a name stands in a list beside one that is certain."""
        start, end, form = hits[index]
        is_written = folded.written(start, end) == form.written
        for other in (index - 1, index + 1):
            if not (0 <= other < len(hits) and sure[other]):
                continue
            beside, field = hits[other], self.entries[hits[other][2].name]
            gap = folded.text[min(end, beside[1]) : max(start, beside[0])]
            is_kin = field.field == self.entries[form.name].field
            if field.sort is Sort.SKILL and _LIST.fullmatch(gap) and (is_written or is_kin):
                return True
            if is_written and is_kin and _AND.fullmatch(gap):
                return True
        return False


_NEAR = 45
_LIST = re.compile(r"\s?[,/;|•·&+(]\s?(?:and |or )?")
_AND = re.compile(r" (?:and|or|and/or|with|in) ")


def _is_word(text: str, start: int, end: int) -> bool:
    """Tell whether no letter, digit or sign of a longer name stands beside the part."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if (before.isalnum() and text[start].isalnum()) or (before and before in "#@"):
        return False
    if after.isalnum() or (
        after and after in "+#" and text[end - 1].isalpha() and _SIGN.match(text, end)
    ):
        return False
    if end - start > 2:
        return True
    # "D.C." is no C.
    is_part = before == "." and text[start - 2 : start - 1].isalpha()
    return not (is_part or (after == "." and text[end + 1 : end + 2].isalpha()))


_SIGN = re.compile(r"\+\+|#")
