"""A proposal as a card says it."""

from typing import Any

from services.assistant.proposal import Kind, Proposal

_TITLES = {
    Kind.MOVE: ("Move", "Move it"),
    Kind.NOTE: ("Note", "Add the note"),
    Kind.TASK: ("Next step", "Set this step"),
    Kind.MAIL: ("Draft of a mail", "Keep it with the notes"),
}


def card_of(proposal: Proposal) -> dict[str, Any]:
    """Return a proposal as the browser draws it."""
    title, deed = _TITLES[proposal.kind]
    return {
        "title": title,
        "deed": deed,
        "name": proposal.name,
        "path": f"/jobs/{proposal.job}",
        "before": proposal.before,
        "after": proposal.after,
        "fate": proposal.fate,
        "text": proposal.after if proposal.kind is Kind.MAIL else "",
    }
