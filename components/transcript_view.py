"""What a program reads in a paper, line by line, to check and to put right."""

from collections.abc import Awaitable, Callable

from nicegui.events import GenericEventArguments

from components.asking import Asking
from components.entered import Entered

Correct = Callable[[str], Awaitable[int]]
Open = Callable[[int], Awaitable[None]]


class TranscriptView(Asking, component="transcript_view.js", esm={"careervault-papers": "papers"}):
    """Shows the lines at `<paper>/text`; see `PageView` for how lines and pages meet.

    `on_correct(text)` is called with the whole text as the person wants it and returns the number
    of the version that holds it. The browser keeps the text until then, also over a reload, and
    has let go of it when `on_open(number)` is called.
    """

    def __init__(self, paper: str, on_correct: Correct, on_open: Open) -> None:
        super().__init__()
        self._props["paper"] = paper

        async def correct(entered: Entered) -> int:
            return await on_correct(str(entered["text"]))

        async def corrected(event: GenericEventArguments) -> None:
            await on_open(Entered({"number": event.args}).whole("number"))

        self.on_asked("correct", correct)
        self.on("corrected", corrected)
