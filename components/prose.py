"""What a model writes, made into harmless markup: our own links, no pictures, nothing that acts."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from services.assistant.conversation import Mark, Receipt

_OPEN, _SHUT = "\ue000", "\ue001"
_OURS = re.compile(
    r"/(?:jobs|resumes)/[A-Za-z0-9-]{1,40}|/(?:match|resumes|stages|trash|account|writing|analytics)?"
)
_CITED = re.compile(r" ?\[([JR]\d{1,5})\]")
_TAGS = {
    *("p", "br", "hr", "ul", "ol", "li", "strong", "em", "s", "code", "pre", "blockquote", "mark"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "a"),
}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}


def _picture(_: Any, tokens: Sequence[Token], index: int, *__: Any) -> str:
    return escape(tokens[index].content)


_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
# A reference would let a text say where [J1] leads.
_MARKDOWN.disable("reference")
_MARKDOWN.add_render_rule("image", _picture)


def markup(text: str, receipts: Mapping[str, Receipt], marks: Sequence[Mark] = ()) -> str:
    """Return the text as markup, with its true sources as links and its doubtful pieces marked."""
    bare = text.replace(_OPEN, "").replace(_SHUT, "") if not marks else text
    for mark in reversed(marks):
        bare = f"{bare[: mark.start]}{_OPEN}{bare[mark.start : mark.end]}{_SHUT}{bare[mark.end :]}"
    made = _MARKDOWN.render(bare).replace(_OPEN, "<mark>").replace(_SHUT, "</mark>")
    clean = nh3.clean(
        made,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_own,
        url_schemes=set(),
        link_rel=None,
    )
    return _CITED.sub(lambda found: _receipt(receipts.get(found[1])), clean)


class Growing:
    """A text that is still being written: a block that is closed is made into markup once."""

    def __init__(self) -> None:
        self._closed = 0

    def take(self, text: str, receipts: Mapping[str, Receipt]) -> tuple[list[str], str]:
        """Return the blocks that were closed since the last look, and what is still open."""
        end = _last_break(text, self._closed)
        blocks = [markup(text[self._closed : end], receipts)] if end > self._closed else []
        self._closed = max(self._closed, end)
        return blocks, markup(text[self._closed :], receipts)


_BREAK = re.compile(r"\n(?:[ \t]*\n)+(?=\S)|\n(?=(?:[-*+]|\d{1,9}[.)]) )")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)


def _last_break(text: str, start: int) -> int:
    """Return where the last closed block ends: at a blank line, or before another item."""
    fences = [found.start() for found in _FENCE.finditer(text, start)]
    breaks = list(_BREAK.finditer(text, start))
    for found in reversed(breaks):
        if sum(fence < found.start() for fence in fences) % 2 == 0:
            return found.end()
    return start


def _own(_: str, name: str, value: str) -> str | None:
    is_kept = bool(_OURS.fullmatch(value)) if name == "href" else name == "start"
    return value if is_kept else None


def _receipt(receipt: Receipt | None) -> str:
    if receipt is None:
        return ""
    name, path = escape(receipt.name), escape(receipt.path)
    return f' <a class="cv-receipt" href="{path}" title="{name}">{receipt.id}</a>'
