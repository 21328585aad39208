"""What a program reads in a paper, line by line, to check and to put right."""

from collections.abc import Awaitable, Callable

from components.asking import Asking
from components.entered import Entered

Correct = Callable[[str], Awaitable[None]]


class TranscriptView(Asking, component="transcript_view.js", esm={"careervault-papers": "papers"}):
    """Shows the lines at `<paper>/text`; see `PageView` for how lines and pages meet.

    `on_correct(text)` is called with the whole text as the person wants it; until then it is kept
    in the browser, also over a reload.
    """

    def __init__(self, paper: str, on_correct: Correct) -> None:
        super().__init__()
        self._props["paper"] = paper

        async def correct(entered: Entered) -> None:
            await on_correct(str(entered["text"]))

        self.on_asked("correct", correct)
