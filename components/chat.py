"""A conversation: what was said, what is being written, and the place to say more."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from components.asking import Asking, Deed
from components.icons import OUTLINES
from components.proposal_words import card_of
from components.prose import Growing, markup
from services.assistant.conversation import Message, Receipt, Voice

SHOWN = 60
"""Messages that are drawn at first; earlier ones are asked for."""

_ICONS = ("assistant", "search", "warning", "info", "edit", "copy", "check", "close", "up")


class Chat(Asking, component="chat.js", esm={"careervault-talk": "talk"}):
    """Shows messages; one that grows travels by its closed blocks, each of which is drawn once.

    It is asked to "say" words, to do it "again", to "stop", for a "topic" of the desk, to
    "accept" or "decline" a proposal, to "record" an interview and to "agree".

    What is typed and not yet said stays in this tab, under the name of the `place`.
    """

    def __init__(
        self, place: str, deeds: Mapping[str, Deed], on_earlier: Callable[[], None]
    ) -> None:
        super().__init__()
        self._props["storage"] = f"careervault-said:{place}"
        self._props["icons"] = {name: OUTLINES[name] for name in _ICONS}
        self._growing: Message | None = None
        self._blocks = Growing()
        self._messages: list[Message] = []
        for name, deed in deeds.items():
            self.on_asked(name, deed)
        self.on("earlier", lambda: on_earlier())

    def offer(self, facts: dict[str, Any]) -> None:
        """Say what can be done here: topics, modes, what is missing, what must be agreed to."""
        if facts != self._props.get("offer"):
            self._props["offer"] = facts
            self.update()

    def show(self, messages: Sequence[Message]) -> None:
        """Show a conversation as it is; of a long one, its end."""
        self._messages = list(messages)
        self._growing = None
        latest = self._messages[-SHOWN:]
        self.run_method("show", [_told(each) for each in latest], len(messages) - len(latest))
        for message in latest:
            if not message.state.is_over:
                self.hear(message)

    def show_earlier(self) -> None:
        """Draw what was left out at first."""
        self.run_method("prepend", [_told(each) for each in self._messages[:-SHOWN]])

    def hear(self, message: Message) -> None:
        """Show a message as it is by now: new, grown or ended."""
        if message.state.is_over:
            self._growing = None
            self.run_method("put", _told(message))
            return
        if not self._goes_on(message):
            self._blocks = Growing()
            self.run_method("put", _told(message.model_copy(update={"text": ""})))
        self._growing = message
        blocks, tail = self._blocks.take(message.text, _by_id(message.receipts))
        news = {"seq": message.seq, "blocks": blocks, "tail": tail, "looks": message.looks}
        self.run_method("grow", news)

    def _goes_on(self, message: Message) -> bool:
        """Tell whether this is what was shown and more of it; one may be written anew."""
        shown = self._growing
        return (
            shown is not None
            and (shown.seq, shown.problem) == (message.seq, message.problem)
            and message.text.startswith(shown.text)
        )


def _by_id(receipts: Sequence[Receipt]) -> dict[str, Receipt]:
    return {each.id: each for each in receipts}


def _told(message: Message) -> dict[str, Any]:
    """Return a message as the browser draws it."""
    by_person = message.voice is Voice.PERSON
    html = "" if by_person else markup(message.text, _by_id(message.receipts), message.marks)
    return {
        "seq": message.seq,
        "voice": message.voice,
        "state": message.state,
        "text": message.text,
        "blocks": [html] if html else [],
        "tail": "",
        "looks": message.looks,
        "receipts": [each.model_dump() for each in message.receipts]
        if message.state.is_over
        else [],
        "proposals": [card_of(each) for each in message.proposals],
        "notes": _notes(message),
        "problem": message.problem,
        "wait": message.wait,
    }


def _notes(message: Message) -> list[str]:
    """Return what a reader has to know of an answer's soundness."""
    notes = [f"{reason} It is marked." for reason in dict.fromkeys(m.reason for m in message.marks)]
    if message.unknown:
        named = (
            "A source that does not exist was"
            if message.unknown == 1
            else (f"{message.unknown} sources that do not exist were")
        )
        notes.append(f"{named} named here and taken out.")
    return notes
