"""The look of CareerVault: one stylesheet, put together from small ones."""

from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

_SHEETS = (
    "tokens",
    "tones",
    "base",
    "forms",
    "fields",
    "shell",
    "rail",
    "notices",
    "dialogs",
    "toolbar",
    "popover",
    "board",
    "card",
    "table",
    "list_phone",
    "account",
    "secret",
    "stages",
    "pages",
    "contents",
    "upload",
    "papers",
    "reading",
    "match",
    "side_by_side",
    "dossiers",
    "curriculum",
    "writing",
    "advice",
    "statement",
    "letter",
    "chat",
    "chats",
    "prose",
    "glance",
    "pictures",
    "review",
    "docs",
)


@cache
def stylesheet() -> str:
    """Return all of our CSS as one text, so that a page asks for it once."""
    folder = Path(__file__).parent.parent / "app" / "static"
    return "\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in _SHEETS)


@cache
def fingerprint() -> str:
    """Return what changes with the stylesheet, so that its address can be cached for good."""
    return sha256(stylesheet().encode()).hexdigest()[:12]


def link(address: str) -> str:
    """Return the markup that brings the stylesheet, served at this address, into a page."""
    return f'<link rel="stylesheet" href="{escape(address)}?v={fingerprint()}">'
