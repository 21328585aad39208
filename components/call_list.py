"""What was asked of the model, and what it cost."""

from collections import defaultdict
from collections.abc import Sequence

from nicegui import ui

from components.advice_words import WORDS
from services.language.call import Call
from services.language.prices import money

SHOWN = 100
_PURPOSES: dict[str, str] = {kind.value: words.title for kind, words in WORDS.items()}
_PURPOSES["assistant"] = "Assistant"


class CallList(ui.element, component="call_list.js"):
    """Shows the cost by month and purpose, and the calls one by one, the latest first."""

    def show(self, calls: Sequence[Call]) -> None:
        """Show these calls; of very many, the sums of all and the newest one by one."""
        self._props["sums"] = [
            {"month": month, "purpose": _named(purpose), "count": count, "cost": money(cost)}
            for (month, purpose), (count, cost) in _sums(calls).items()
        ]
        self._props["calls"] = [
            {
                "id": call.id,
                "at": call.at.isoformat(),
                "purpose": _named(call.purpose),
                "model": call.model,
                "tokens": call.prompt_tokens + call.answer_tokens,
                "cost": money(call.cost),
                "exact": call.exact,
            }
            for call in calls[:SHOWN]
        ]
        self._props["more"] = max(0, len(calls) - SHOWN)
        self.update()


def _named(purpose: str) -> str:
    return _PURPOSES.get(purpose, purpose)


def _sums(calls: Sequence[Call]) -> dict[tuple[str, str], tuple[int, int]]:
    found: dict[tuple[str, str], tuple[int, int]] = defaultdict(lambda: (0, 0))
    for call in calls:
        count, cost = found[f"{call.at:%Y-%m}", call.purpose]
        found[f"{call.at:%Y-%m}", call.purpose] = count + 1, cost + call.cost
    return found
