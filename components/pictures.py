"""The pictures of a search: what its numbers say, drawn, and in words behind each."""

from collections.abc import Awaitable, Callable
from typing import Any

from components.asking import Asking
from components.entered import Entered
from components.icons import OUTLINES
from services.errors import Invalid

Open = Callable[[str, str, str], object]
SetGoal = Callable[[int | None], Awaitable[object]]
Ghost = Callable[[str], Awaitable[object]]

PLOTLY = "nicegui-plotly"
"""The module that draws: NiceGUI brings it and names it in every page, and it is large."""

_ICONS = ("calendar", "check", "close", "download", "end", "info", "table", "warning", "analytics")


class Pictures(Asking, component="pictures.js", esm={"careervault-pictures": "pictures"}):
    """Shows the pictures that it fetches from `source`, for a period that the address keeps.

    `on_open(picture, part, period)` is called when a part is pointed at, `on_goal` with a new
    goal for the week or None, `on_ghost` with the id of a job to be marked as ghosted.
    """

    def __init__(
        self, source: str = "/pictures", *, on_open: Open, on_goal: SetGoal, on_ghost: Ghost
    ) -> None:
        super().__init__()
        self._props["source"] = source
        self._props["icons"] = {name: OUTLINES[name] for name in _ICONS}

        async def goal(entered: Entered) -> None:
            await on_goal(_whole_or_none(entered))

        async def ghost(entered: Entered) -> None:
            await on_ghost(str(entered["job"]))

        def opened(event: Any) -> None:
            entered = Entered(event.args)
            on_open(*(str(entered[name]) for name in ("picture", "part", "period")))

        self.on_asked("goal", goal)
        self.on_asked("ghost", ghost)
        self.on("open", opened)

    def refresh(self) -> None:
        """Fetch again what is shown, quietly."""
        self.run_method("refresh")


def _whole_or_none(entered: Entered) -> int | None:
    if entered["goal"] in ("", None):
        return None
    goal = entered.whole("goal")
    if not 1 <= goal <= 200:
        raise Invalid(fields={"goal": "Please give a number from 1 to 200, or nothing."})
    return goal
