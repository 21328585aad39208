"""The conversations one has had: their titles, and what can be done with each."""

from collections.abc import Mapping, Sequence

from components.asking import Asking, Deed
from components.icons import OUTLINES
from services.assistant.conversation import Conversation

_ICONS = ("add", "search", "edit", "trash", "download", "menu")


class ChatList(Asking, component="chat_list.js"):
    """Lists conversations. It is asked to "rename" and to "delete" one, and to "find" words."""

    def __init__(self, deeds: Mapping[str, Deed]) -> None:
        super().__init__()
        self._props["icons"] = {name: OUTLINES[name] for name in _ICONS}
        for name, deed in deeds.items():
            self.on_asked(name, deed)

    def show(self, conversations: Sequence[Conversation], current: str) -> None:
        """Show these, the current one marked."""
        rows = [
            {"id": each.id, "title": each.title, "at": each.updated.isoformat()}
            for each in conversations
        ]
        facts = {"rows": rows, "current": current}
        if facts != {name: self._props.get(name) for name in facts}:
            self._props.update(facts)
            self.update()
