"""The words of a phrase that say what it is about, shortened so that their forms are alike."""

import re
from collections.abc import Iterator

from services.matching.folding import fold


def stems(text: str) -> Iterator[str]:
    """Yield the beginnings of the words that say what the years are of."""
    for word in re.findall(r"[^\W\d_]{3,}", fold(text)[0]):
        if not _PLAIN.fullmatch(word):
            yield word[: max(4, len(word) - 3)]


_PLAIN = re.compile(
    r"a|an|the|of|in|as|at|on|or|and|to|for|with|using|within|from|similar|related"
    r"|relevant|equivalent|comparable|experience|experienced|work|working|hands"
    r"|professional|proven|prior|previous|recent|practical|solid|strong|role|roles"
    r"|position|positions|field|industry|sector|environment|setting|settings|area|level"
    r"|minimum|least|including|preferably|preferred|required|must|is|are|be|have|you|your"
    r"|other|any|all|both|post|qualification|full|time|paid|same|capacity|background"
    r"|demonstrated|direct|progressive|combined|successful|good|ideally|plus|essential"
    r"|speciali[sz]ed|specified|grade|grades|next|lower|line|progression|normal|occupation|federal"
    r"|service|organi[sz]ation|desirable|years|year|something|close|yrs|ideal|berufserfahrung|erfahrung|experiencia|minimum"
    r"|mindestens|der|die|das|mit|als|von|und|oder|einer|einem|une|des|les|dans|dune|con"
)
