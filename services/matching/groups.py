"""Which of a sentence's names are alternatives: "Python or Java", "AWS/GCP", "tools such as X"."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from services.matching.gazetteer import Entry
from services.matching.mentions import Mention

_OR = re.compile(r"\s?/\s?|,? (?:and/)?or (?:an? |the |some )?")
_COMMA = re.compile(r",? ?")
_EXAMPLE = re.compile(
    r",?(?: (?!(?:in|with|using|on|at|for|to|by|from|via|dans|avec"
    r"|mit)\b)\w+){0,2} ?[(:,]? ?(?:such as|like|including|e\.?g\.?,?|i\.?e\.?,?"
    r"|for example,?)? ?\(?"
)
_ANY = re.compile(
    r"\b(?:one of|any of|one or more|either|such as|similar to|like|e\.?g\.?,?|for example)"
    r"(?:\W[^,;.]{0,40})?$"
)
_LIKE = re.compile(
    r",? ?(?:\(?or|/) ?(?:an? )?(?:similar|equivalent|other|comparable|related|another"
    r"|any|the like)"
    r"|,? etc\b"
)


def groups(
    text: str, mentions: Sequence[Mention], start: int, entries: Mapping[str, Entry]
) -> Iterator[list[Mention]]:
    """Yield the names of a sentence that go together: any one of them will do."""
    head: list[Mention] = []
    for chain in _chains(text, mentions):
        begin, end = chain[0].start, chain[-1].end
        if _is_example(text, head, chain, entries):
            head = [*head, *chain]
        elif len(chain) > 1 and (
            any(_OR.fullmatch(gap) and "/" not in gap for gap in _gaps(text, chain))
            or _ANY.search(text, max(start, begin - 60), begin)
            or _LIKE.match(text, end)
        ):
            yield from filter(None, [head])
            head = chain
        else:
            yield from filter(None, [head])
            *before, head = _slashed(text, chain)
            yield from before
    yield from filter(None, [head])


def _chains(text: str, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    chain = list(mentions[:1])
    for before, mention in itertools.pairwise(mentions):
        gap = text[before.end : mention.start]
        if gap.strip() and (_OR.fullmatch(gap) or _COMMA.fullmatch(gap)):
            chain.append(mention)
        else:
            yield chain
            chain = [mention]
    yield from filter(None, [chain])


def _slashed(text: str, chain: Sequence[Mention]) -> list[list[Mention]]:
    """Return the parts of a list: in "Java/Kotlin, SQL" only what a slash joins is a choice."""
    parts = [[chain[0]]]
    for mention, gap in zip(chain[1:], _gaps(text, chain), strict=True):
        if "/" in gap:
            parts[-1].append(mention)
        else:
            parts.append([mention])
    return parts


def _gaps(text: str, chain: Sequence[Mention]) -> Iterator[str]:
    for before, mention in itertools.pairwise(chain):
        yield text[before.end : mention.start]


def _is_example(
    text: str, head: Sequence[Mention], chain: Sequence[Mention], entries: Mapping[str, Entry]
) -> bool:
    """Tell whether the names are examples of the one before: "databases (MySQL, Oracle)"."""
    if len(head) != 1 or not _EXAMPLE.fullmatch(text, head[0].end, chain[0].start):
        return False
    return any(head[0].name in entries[mention.name].implies for mention in chain)
