"""The letter for a job: written by hand or from a draft, kept, and saved as a file."""

from collections.abc import Awaitable, Callable, Sequence

from components.asking import Asking
from components.entered import Entered
from components.icons import OUTLINES
from services.advice.result import Said
from services.resumes.letters import KeptLetter

Keep = Callable[[str, str, bool], Awaitable[None]]

_ICONS = ("download", "warning", "check", "edit")


class LetterDesk(
    Asking,
    component="letter_desk.js",
    esm={"careervault-advice": "advice"},
):
    """A room to write in; what is not kept yet stays in the browser, also over a reload.

    `on_keep(text, draft, confirmed)` keeps the text; `draft` is the key of the advice that it
    began with, or empty for one that is all the person's own.
    """

    def __init__(self, job: str, on_keep: Keep) -> None:
        super().__init__()
        self._props["job"] = job
        self._props["icons"] = {name: OUTLINES[name] for name in _ICONS}

        async def keep(entered: Entered) -> None:
            text, draft = str(entered["text"]), str(entered["draft"])
            await on_keep(text, draft, entered["confirmed"] is True)

        self.on_asked("keep", keep)

    def show(self, letters: Sequence[KeptLetter]) -> None:
        """Show the letters that are kept, the last one first."""
        rows = [
            {"number": each.number, "at": each.at.isoformat(), "text": each.text}
            for each in letters
        ]
        if rows != self._props.get("letters"):
            self._props["letters"] = rows
            self.update()

    def offer(self, key: str, draft: Said) -> None:
        """Offer a draft: it is taken where nothing is written yet, and else at a click."""
        doubts = [
            {"text": words, "reason": mark.reason}
            for words, mark in zip(draft.doubtful, draft.marks, strict=True)
        ]
        facts = {"key": key, "text": draft.text, "doubts": doubts}
        if facts != self._props.get("draft"):
            self._props["draft"] = facts
            self.update()
