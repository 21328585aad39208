"""A conversation as a file to take along."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from services.assistant.conversation import Conversation, Message, Voice

_WHO = {Voice.PERSON: "You", Voice.MODEL: "Assistant", Voice.CODE: "CareerVault"}


class Written(NamedTuple):
    """A file's name and contents."""

    name: str
    data: bytes


def transcript(head: Conversation, messages: Sequence[Message]) -> Written:
    """Return all that was said as Markdown, with the records that each answer rests on."""
    parts = [f"# {head.title}", f"{head.created:%-d %B %Y}"]
    for message in messages:
        parts.append(f"## {_WHO[message.voice]}, {message.at:%Y-%m-%d %H:%M} UTC")
        parts += [each for each in (message.text, message.problem) if each]
        if message.receipts and message.state.is_over:
            named = ", ".join(f"[{each.id}] {each.name}" for each in message.receipts)
            parts.append(f"Rests on: {named}")
    name = re.sub(r"[^\w -]+", "", head.title).strip() or "Conversation"
    return Written(f"{name[:80]}.md", ("\n\n".join(parts) + "\n").encode())
