"""One kind of advice: its price, what was agreed to, and the text as it grows."""

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from nicegui.events import GenericEventArguments

from components.advice_words import WORDS, ended, page_of, told
from components.asking import Asking
from components.entered import Entered
from components.icons import OUTLINES
from services.advice.ask import Kind
from services.advice.kept import KeptAdvice
from services.advice.result import Result, Statement
from services.advice.update import Update

_MODULES = {"careervault-advice": "advice", "careervault-papers": "papers"}
_ICONS = ("warning", "info", "assistant", "print", "back")


class AdvicePanel(Asking, component="advice_panel.js", esm=_MODULES):
    """Shows an advice growing, and then whole; statements travel once and are drawn once.

    `on_write()` is called by the click that has a price, `on_stop()` by the one that ends it, and
    `on_look(index)` when one of the earlier advices is chosen, with -1 for the latest again. It is
    asked to "agree".
    """

    def __init__(
        self,
        kind: Kind,
        on_write: Callable[[], None],
        on_stop: Callable[[], None],
        on_look: Callable[[int], Awaitable[None]],
    ) -> None:
        super().__init__()
        words = WORDS[kind]
        self._props["kind"] = kind.value
        self._props["about"] = {"lead": words.lead, "deed": words.deed}
        self._props["icons"] = {name: OUTLINES[name] for name in _ICONS}
        self._sent: Counter[str] = Counter()
        self._growing = ""
        self._shown: tuple[str, ...] | None = None
        self.on("write", lambda: on_write())
        self.on("stop", lambda: on_stop())

        async def look(event: GenericEventArguments) -> None:
            await on_look(Entered({"index": event.args}).whole("index"))

        self.on("look", look)

    def offer(
        self, price: str, *, is_paid: bool = False, agree_to: str = "", why_not: str = ""
    ) -> None:
        """Say what it costs, or what must be there or agreed to before."""
        facts = {"price": price, "paid": is_paid, "agree": agree_to, "why": why_not}
        self._tell_props({"offer": facts})

    def point_at(self, paper: str) -> None:
        """Let quotes of the resume be pointed at on the pages of this paper."""
        self._tell_props({"paper": paper})

    def hand_over(self, is_handed: bool) -> None:
        """Leave it to what stands inside this panel to show the text, once it is whole."""
        self._tell_props({"handed": is_handed})

    def begin(self) -> None:
        """Show that it is being written, with nothing there yet."""
        self._forget()
        self.run_method("begin")

    def grow(self, update: Update) -> None:
        """Add what is new."""
        self._growing = update.key
        self.run_method("grow", self._new(update.result))

    def fail(self, problem: str, wait: int) -> None:
        """Say why there is nothing, and how many seconds to wait before another try."""
        self._forget()
        self.run_method("fail", problem, wait)

    def show(
        self,
        advice: KeptAdvice | None,
        note: str = "",
        earlier: Sequence[KeptAdvice] = (),
        is_past: bool = False,
    ) -> None:
        """Show kept advice as it ended, or nothing; `note` says what has changed since.

        `earlier` is what else of this kind is kept, and `is_past` whether this is one of those.
        """
        rows = [{"at": each.at.isoformat(), "words": _row(each)} for each in earlier]
        self._tell_props({"history": rows})
        wanted = (advice.key, advice.state.value, note) if advice else ()
        if wanted == self._shown:
            return
        is_grown = advice is not None and advice.key == self._growing
        if not is_grown:
            self._forget()
        self._shown = wanted
        self._growing = ""
        whole = _whole(advice, note, is_past) if advice else None
        news = self._new(advice.result) if advice else None
        self.run_method("finish" if is_grown else "show", whole, news)

    def _forget(self) -> None:
        self._sent.clear()
        self._shown, self._growing = None, ""

    def _new(self, result: Result) -> dict[str, Any]:
        """Return what of a result was not sent before: closed statements never change."""
        fresh = list[Statement]()
        seen: Counter[str] = Counter()
        for statement in result.statements:
            seen[statement.part] += 1
            if seen[statement.part] > self._sent[statement.part]:
                fresh.append(statement)
        # The most of both: an update that comes late takes nothing back.
        self._sent |= seen
        return {
            "statements": [told(each) for each in fresh],
            "unverified": result.unverified,
            "warnings": result.warnings,
        }

    def _tell_props(self, facts: dict[str, Any]) -> None:
        if facts != {name: self._props.get(name) for name in facts}:
            self._props.update(facts)
            self.update()


def _whole(advice: KeptAdvice, note: str, is_past: bool) -> dict[str, Any]:
    words = ended(advice.state, advice.words)
    return {**page_of(advice), "words": words, "note": note, "past": is_past}


def _row(advice: KeptAdvice) -> str:
    count = len(advice.result.statements)
    return "1 statement" if count == 1 else f"{count} statements"
