"""What of an answer may be shown: quotes that stand where they are said to, texts that were
searched for inventions."""

from pydantic import BaseModel

from services.advice.ask import Texts
from services.advice.gate import Gate
from services.advice.plain import plain
from services.advice.quotes import Text
from services.advice.result import Mark, Quote, Said, Source, Statement

CLAIMS = {
    "suggestions": {"replacement"},
    "stories": {"situation", "task", "action", "result"},
    "paragraphs": {"text"},
}
"""The texts that speak for the person; all others are about the person and the posting."""

_RETOLD = {"suggestions", "stories"}
"""Parts whose claims may well be lines of the resume, word by word."""

_LONGEST, _MOST_QUOTES = 1_000, 20
"""Characters of one quote, and quotes of one statement: who copies everything quotes nothing."""

_UNFOUNDED = "This rests on words that stand neither in your resume nor in the posting."


class Checking:
    """Checks the statements of one answer against the texts that it was given."""

    def __init__(self, texts: Texts, gate: Gate) -> None:
        self._gate = gate
        self._sources = {
            Source.RESUME: Text(Source.RESUME, texts.resume),
            Source.POSTING: Text(Source.POSTING, texts.posting),
        }
        self._foreign = [self._sources[Source.POSTING], Text(Source.NOTES, texts.notes)]

    def __call__(self, part: str, item: BaseModel) -> Statement | None:
        """Return what may be shown of a piece, or None if it rests on nothing."""
        wanted = _quoted(item)
        found = [self._sources[source].find(words) for source, words in wanted]
        quotes = tuple(quote for quote in found if quote and _is_text(quote.text))
        is_letter = part == "paragraphs"
        is_founded = len(quotes) == len(wanted) and (
            bool(quotes) or is_letter or not _must_quote(item)
        )
        if not is_founded and not is_letter:
            return None
        texts = {name: self._said(part, name, words) for name, words in _prose(item).items()}
        if self._only_repeats(part, texts):
            return None
        if not is_founded and is_letter:
            texts = {name: _doubted(said) for name, said in texts.items()}
        return Statement(part=part, texts=texts, choices=_choices(item), quotes=_once(quotes))

    def _said(self, part: str, name: str, words: str) -> Said:
        text = plain(words)
        return Said(text=text, marks=self._gate.check(text, name in CLAIMS.get(part, ())))

    def _only_repeats(self, part: str, texts: dict[str, Said]) -> bool:
        """Tell whether nothing is said that is not simply copied.

        A model that was talked into repeating something says exactly that; a comment of its own
        is never a mere copy. What speaks for the person may well be a line of their resume.
        """
        said = {name: each.text for name, each in texts.items() if each.text}
        # Whoever repeats one thing in every field tells no story.
        is_varied = len(set(said.values())) > 1
        retold = CLAIMS[part] if part in _RETOLD and is_varied else set()
        return all(
            any(source.is_copied(text) for source in self._foreign)
            or (name not in retold and self._sources[Source.RESUME].is_copied(text))
            for name, text in said.items()
        )


def _quoted(item: BaseModel) -> list[tuple[Source, str]]:
    """Return the quotes that were given, and where each should stand."""
    found = []
    for name in type(item).model_fields:
        if name.rstrip("s").endswith("quote"):
            value = getattr(item, name)
            source = Source(name.partition("_")[0])
            words = value[:_MOST_QUOTES] if isinstance(value, list) else [value]
            found += [(source, each) for each in words if each.strip()]
    return found


def _is_text(quote: str) -> bool:
    """Tell whether a quote is nothing but words: markup and addresses are not what one quotes."""
    return len(quote) <= _LONGEST and plain(quote).split() == quote.split()


def _must_quote(item: BaseModel) -> bool:
    return any(name.rstrip("s").endswith("quote") for name in type(item).model_fields)


def _prose(item: BaseModel) -> dict[str, str]:
    return {
        name: value
        for name, value in item.model_dump().items()
        if isinstance(value, str) and not name.endswith("quote") and name not in _CHOSEN
    }


_CHOSEN = {"kind", "change"}


def _choices(item: BaseModel) -> dict[str, str]:
    return {name: value for name, value in item.model_dump().items() if name in _CHOSEN}


def _doubted(said: Said) -> Said:
    return said.model_copy(
        update={"marks": (Mark(start=0, end=len(said.text), reason=_UNFOUNDED),)}
    )


def _once(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    return tuple(dict.fromkeys(quotes))
