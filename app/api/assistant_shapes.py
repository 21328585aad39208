"""What the assistant's door takes and answers."""

from typing import Annotated, Any

from pydantic import Field

from services.assistant.conversation import Conversation, Message, Mode, Title, Words
from services.assistant.topic import Topic
from services.record import Line, Record


class NewConversation(Record):
    """What a conversation is for; a mock interview names its `job`."""

    mode: Mode = Mode.CHAT
    job: Annotated[Line, Field(max_length=40)] = ""
    title: Annotated[Line, Field(max_length=120)] = ""


class Sought(Record):
    """Words that stand in a conversation, in any order."""

    q: Annotated[str, Field(max_length=200, description="Words to look for.")] = ""


class Renamed(Record):
    """Another title."""

    title: Title


class Said(Record):
    """What you say."""

    words: Words


class Again(Record):
    """What to ask instead; left out, the same once more."""

    words: Annotated[str, Field(max_length=8_000)] = ""


class Wanted(Record):
    """A question that is answered without a model."""

    topic: Topic


class ConversationShape(Record):
    """A conversation's head."""

    id: str
    title: str
    mode: Mode
    job: str
    messages: int
    created: Any
    updated: Any


class ConversationInFull(ConversationShape):
    """A conversation with all that was said."""

    said: tuple[Message, ...]


def head_shape(head: Conversation) -> dict[str, Any]:
    """Return a conversation as `ConversationShape` describes it."""
    told = head.model_dump(include={"id", "title", "mode", "job", "created", "updated"})
    return {**told, "messages": head.last}
