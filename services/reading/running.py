"""What runs along the margins of a paper's pages: their numbers, and a header or footer.

In the midst of the text it would cut in two whatever goes on over the turn of a page.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from services.reading.transcript import Page, TextLine
from services.record import fold

MARGIN = 0.13
"""The part of a page's height that each of its margins takes at most."""

TITLE = 0.15
"""The part of the first page, from its top, that holds the name and how to reach the person."""

STEADY = 1.5
"""By how many points a running line may stand higher or lower on another page."""

NUMBER = "#"
"""Stands for the number of the page in what a running line says."""

_CALLED = r"(?:page|seite|página|pagina|blatt|strona|side|sida|p\.|s\.)"
_OF = r"(?:/|\||of|von|de|di|sur|z|av)"
_NUMBERED = (
    rf"(?:(?<!\w){_CALLED}\s?|(?<!\S))(?:[-–]\s?)?"
    rf"{{number}}(?:\s?{_OF}\s?\d{{{{1,2}}}})?(?:\s?[-–])?(?!\S)"
)
_NUMBER_ALONE = re.compile(
    rf"[-–]?{_CALLED}?[|:]?\d{{1,2}}(?:{_OF}\d{{1,2}})?(?:\||{_CALLED})*[-–]?"
)
_APART = re.compile(rf"\s+[–—-](?:\s+|$)|[\s,]*[|·•{NUMBER}]\s*|\s{{2,}}")
_OF_ANYBODY = {"", "resume", "cv", "curriculum vitae", "curriculum", "lebenslauf"}

Marginal = dict[tuple[bool, str], list[tuple[TextLine, float]]]
"""The lines of the lower or the upper margins, by what they say, and how far down each stands
from the edge of its page."""


def said_once(lines: Sequence[TextLine], pages: Sequence[Page]) -> list[TextLine]:
    """Return the lines without page numbers, and with what runs along the margins said once: a
    header where it is said first, a footer last, and neither if the title says it already.
    """
    if len(pages) < 2:
        return list(lines)
    title = _pieces(" | ".join(line.text for line in lines if _is_title(line, pages[0])))
    gone: set[int] = set()
    last: list[TextLine] = []
    for (is_low, words), held in _marginal(lines, pages).items():
        group = [line for line, _ in held]
        is_said = _pieces(words) <= title
        if _runs(held, len(pages)):
            stays = not is_low and (group[0].page == 0 or not is_said)
            gone.update(map(id, group[stays:]))
            last += [] if stays or is_said else group[:1]
        elif NUMBER in words and is_said:
            gone.update(map(id, group))
    return [*(line for line in lines if id(line) not in gone), *last]


def is_page_number(text: str) -> bool:
    """Tell whether a line of a margin says nothing else than "Page 2 of 3", or "2 | P a g e"."""
    return _NUMBER_ALONE.fullmatch("".join(fold(text).split())) is not None


def _marginal(lines: Sequence[TextLine], pages: Sequence[Page]) -> Marginal:
    found: Marginal = defaultdict(list)
    for line in lines:
        if line.box and not line.hidden:
            height, (_, top, _, bottom) = pages[line.page].height, line.box
            if bottom <= MARGIN * height:
                found[False, _unnumbered(line)].append((line, top))
            elif top >= (1 - MARGIN) * height:
                found[True, _unnumbered(line)].append((line, top - height))
    return found


def _runs(held: Sequence[tuple[TextLine, float]], pages: int) -> bool:
    """Tell whether it stands once on each page, the first perhaps left out, at one height."""
    on = [line.page for line, _ in held]
    heights = [height for _, height in held]
    is_steady = max(heights) - min(heights) <= STEADY
    return is_steady and len(on) > 1 and on in ([*range(pages)], [*range(1, pages)])


def _unnumbered(line: TextLine) -> str:
    """Return what the line says, with a sign for the number of its page."""
    if is_page_number(line.text) and str(line.page + 1) in line.text:
        return NUMBER
    return re.sub(_NUMBERED.format(number=line.page + 1), NUMBER, fold(line.text))


def _is_title(line: TextLine, page: Page) -> bool:
    if line.page > 0 or line.hidden or not line.box:
        return False
    return line.box[3] <= TITLE * page.height


def _pieces(text: str) -> set[str]:
    return set(_APART.split(fold(text))) - _OF_ANYBODY
