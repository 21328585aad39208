"""What a look at the records found."""

from dataclasses import dataclass

from services.assistant.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found as text, and in a few words what was looked at ("Looked at 12 jobs")."""

    text: str
    look: str
    proposal: Proposal | None = None


def counted(count: int, noun: str) -> str:
    """Say so many: “1 job”, “12 jobs”."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
