"""How to reach a person, taken out of what is sent and put back into what comes."""

import re
from collections.abc import AsyncGenerator
from contextlib import aclosing

from services.language.model import Piece

_TLD = (
    r"(?:com|org|net|io|dev|me|co|ai|app|info|eu|de|at|ch|fr|es|it|nl|be|uk|ie|pl|se|no|dk|us|ca)"
)
_END = r"[^\s<>\"'\\|]*[^\s<>\"'\\|.,;:!?)\]}*_]"
_WAY = (
    r"Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq|"
    r"Terrace|Close|Crescent|Parkway|Pkwy|Highway|Hwy"
)
_NAME = r"[A-ZÀ-Þ](?:[^\W\d_]|['’-]){0,30}(?!\w)"
_PLACE = rf"(?:,?\s{{0,2}}\d{{4,5}}\s{_NAME}(?:\s(?:am|an|der|{_NAME})){{0,3}})?"
_ROOM = r"(?:,?\s(?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|#)\.?\s?[\w-]+)?"
_ZIP = r"(?:[A-Z]{2}\s\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2})"
_CITY = rf"(?:,\s{_NAME}(?:\s{_NAME}){{0,2}}(?:,?\s{_ZIP})?|,?\s{_ZIP})?"

_KINDS = {
    # What already looks like one of our placeholders would otherwise be taken for one.
    "text": r"\[(?:text|email|link|phone|address) \d+\]",
    "email": r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}",
    "link": rf"(?i:https?://|www\.){_END}|\b(?!(?i:asp\.net))(?:[\w-]{{1,63}}\.){{1,5}}{_TLD}/{_END}",
    "address": (
        rf"\b\d{{1,5}}[A-Za-z]?,?\s(?:{_NAME}\s|(?:of|the)\s){{1,4}}(?:{_WAY})\b\.?{_ROOM}{_CITY}"
        rf"|\b[A-ZÄÖÜ][\w.-]{{0,40}}(?:straße|strasse|str\.|weg|platz|allee|gasse|damm|ufer)\s\d{{1,4}}\s?"
        rf"[a-z]?\b{_PLACE}"
        rf"|\b\d{{1,4}}(?:\s?bis|\s?ter)?,?\s(?i:rue|avenue|boulevard|place|chemin|allée|quai)\s"
        rf"(?:(?:de|du|des|la|le|les)\s|[dl]['’])*{_NAME}(?:[\s-]{_NAME}){{0,3}}{_PLACE}"
        r"|\bP\.?\s?O\.?\sBox\s\d+"
    ),
    "phone": (
        r"\+\(?\d(?:[ ().\-/]{0,3}\d){6,14}(?!\w)"
        r"|(?<![\w.,/-])\(\d{2,5}\)[ .\-/]{0,2}\d(?:[ .\-/]?\d){4,9}(?![\w%])"
        r"|(?<![\w.,/-])(?:1[ .-])?\d{3}[ .-]\d{3}[ .-]\d{4}(?![\w%])"
        r"|(?<![\w.,/-])0(?!\d?[./-](?:19|20)\d\d)\d{1,4}[ /-]?\d{2,}(?:[ -]?\d{2,})+(?![\w%])"
        r"|(?<![\w.,/-])0\d{8,14}(?![\w%])"
    ),
}
_HIDDEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
_PLACEHOLDER = re.compile(_KINDS["text"])
_BEGINNING = re.compile(r"\[[a-z]{0,7}(?: \d{0,6})?\Z")
"""The end of a text that may go on to be a placeholder."""


class Mask:
    """Replaces e-mail addresses, phone numbers, postal addresses and links by placeholders such
    as "[email 1]", and puts them back.

    The same thing has the same placeholder in every text hidden with one mask, and what was
    hidden is always shown as it was. Names stay: advice without employers and people is none.
    Addresses are recognised as English, German and French write them; others may be sent.
    """

    def __init__(self) -> None:
        self._placeholders: dict[str, str] = {}
        self._originals: dict[str, str] = {}

    def hide(self, text: str) -> str:
        """Return the text as it may be sent."""
        return _HIDDEN.sub(self._hide, text)

    def show(self, text: str) -> str:
        """Return the text with everything that was hidden put back."""
        return _PLACEHOLDER.sub(lambda found: self._originals.get(found[0], found[0]), text)

    async def reveal(self, pieces: AsyncGenerator[Piece, None]) -> AsyncGenerator[Piece, None]:
        """Yield the pieces with everything put back, also where a placeholder comes in two."""
        waiting = ""
        async with aclosing(pieces):
            async for piece in pieces:
                if not isinstance(piece, str):
                    yield piece
                    continue
                text = waiting + piece
                begun = _BEGINNING.search(text)
                ready, waiting = (text[: begun.start()], begun[0]) if begun else (text, "")
                if ready:
                    yield self.show(ready)
        if waiting:
            yield waiting

    def _hide(self, found: re.Match[str]) -> str:
        original, kind = found[0], found.lastgroup or "text"
        if original not in self._placeholders:
            number = sum(each.startswith(f"[{kind} ") for each in self._originals) + 1
            self._placeholders[original] = f"[{kind} {number}]"
            self._originals[f"[{kind} {number}]"] = original
        return self._placeholders[original]
