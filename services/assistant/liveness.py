"""Whether an answer is being written, by the signs of life that it gives."""

from datetime import UTC, datetime, timedelta

from services.assistant.conversation import Message, State

STALE = timedelta(seconds=6)
"""After this without a sign of life an answer is not being written any more, wherever it was."""

GIVEN_UP = timedelta(minutes=3)
"""After this nobody will go on with it."""

LEFT = datetime(1970, 1, 1, tzinfo=UTC)
"""The last sign of life of an answer whose server has left it to others on purpose."""

BUSY = "An answer is being written here. Please wait for it, or stop it first."
STOPPED = "You stopped this. What had come until then is kept."
BROKE_OFF = "This answer broke off. What had come until then is kept."
WAITS = "The server that wrote this has gone. Another one will write it anew in a moment."


def is_alive(message: Message, now: datetime) -> bool:
    """Tell whether somebody is writing this, here or elsewhere."""
    return not message.state.is_over and now - message.touched < STALE


def as_it_is(message: Message, now: datetime) -> Message:
    """Return the message as it is shown: one that nobody writes waits, or has broken off."""
    if message.state.is_over or is_alive(message, now):
        return message
    if now - max(message.touched, message.at) < GIVEN_UP:
        return message.model_copy(update={"problem": WAITS})
    return message.model_copy(update={"state": State.BROKEN, "problem": BROKE_OFF})
