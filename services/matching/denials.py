"""What a resume names only to say that it is not known, not held, or still to be learned."""

import re
from bisect import bisect_left
from collections.abc import Iterator

_WHOLE = re.compile(
    r"\b(?:no (?:\w+ ){0,3}?(?:experience|knowledge|exposure|background|familiarity|understanding"
    r"|training|qualification)|(?:not|n't)(?: yet| been| very)? (?:familiar|worked|experienced|used"
    r"|comfortable|proficient|qualified|certified|licensed|trained|able|have|had|know)\w*"
    r"|unfamiliar|inexperienced|never (?:\w+ ){0,2}\w+|lack(?:s|ing|ed)?"
    r"|(?:wants?|wanting|keen|eager|hop(?:es?|ing)|plans?|planning|like|aim(?:s|ing)?|excited"
    r"|willing|wish(?:es|ing)?|intend\w*|ready|curious|motivated|love) (?:\w+ )?(?:to|about)"
    r" (?:\w+ )?(?:learn|gain|get|train|study|start|become|explore|pick|move|obtain|qualify|take"
    r"|expand|try|acquire|know)\w*"
    r"|(?:interest(?:ed)?|beginner|newcomer) (?:in|with|at)|aspiring|(?:i am|i'm|am) new to"
    r"|(?:currently|now|still|am|i'm|just|started|began) (?:self )?(?:learning|studying)"
    r"|learning|studying (?:for|towards?)|work(?:ing)? towards?|in progress of"
    r"|would (?:like|love) to|looking forward to|(?:expired|lapsed|failed))\b"
)
_NEXT = re.compile(
    r"\b(?:without|no(?!\.)|not(?! only)|nor|neither|except|excluding|rather than|other than"
    r"|instead of|zero|minus|non)\b"
)
_CLAUSE = re.compile(
    r"[.;:!?](?=\s)|\n| (?:but|however|although|though|yet|whereas|while) "
    r"|, (?:i|and i|now|used|have)\b"
)
_PHRASE = re.compile(r"[.,;:!?()/](?=\s|$)|\n| (?:but|and|to|using|with|in|through|while) ")
_AFTER = re.compile(
    r"(?: skills?| experience| certification| licen[cs]e)?\s?[(:;,]?\s?(?:\w+ )?"
    r"(?:none\b|no experience|not (?:yet|held|known)|beginner|learning|in progress|expired|lapsed"
    r"|planned|expected|studying|pending|candidate\b|to be (?:taken|learned)|want(?:ed)? to learn"
    r"|(?:is|are|was)(?: not|n't) (?:something|one|my|an|known|used))"
)


def denied(text: str) -> list[tuple[int, int]]:
    """Return the parts of a folded text under a "no experience with", each to its clause's end.

    They are in order and apart.
    """
    parts: list[tuple[int, int]] = []
    for left, right in sorted(
        [*_reach(_WHOLE, _CLAUSE, text, 160), *_reach(_NEXT, _PHRASE, text, 35)]
    ):
        if parts and left <= parts[-1][1]:
            left, right = parts[-1][0], max(right, parts.pop()[1])
        parts.append((left, right))
    return parts


def is_denied(start: int, end: int, parts: list[tuple[int, int]], text: str) -> bool:
    """Tell whether a mention stands in a denied part, or is taken back just after."""
    at = bisect_left(parts, (start + 1,))
    return (at > 0 and start < parts[at - 1][1]) or bool(_AFTER.match(text, end))


def _reach(
    cue: re.Pattern[str], ends: re.Pattern[str], text: str, most: int
) -> Iterator[tuple[int, int]]:
    for match in cue.finditer(text):
        stop = ends.search(text, match.end(), match.end() + most)
        yield match.start(), stop.start() if stop else match.end() + most
