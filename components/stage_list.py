"""A person's stages, to rename, recolour, reorder, add, map to a kind and put away."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from uuid import uuid4

from components.asking import Asking
from components.entered import Entered
from components.icons import OUTLINES
from services.errors import Invalid
from services.jobs.stages import Colour, StageKind, Stages

MEANINGS = {
    StageKind.SAVED: "Not applied yet: counts in no rate.",
    StageKind.APPLIED: "Counts as an application; the wait for an answer begins.",
    StageKind.SCREENING: "A first answer: counts as a response.",
    StageKind.ASSESSMENT: "A test or a task: counts as a response.",
    StageKind.INTERVIEW: "Counts as a response and as an interview.",
    StageKind.OFFER: "Counts as an offer.",
}
"""What each kind means to the measures."""

_ICONS = ("up", "down", "archive", "add")

Arrange = Callable[[Stages, Stages], Awaitable[Stages]]


class StageList(Asking, component="stage_list.js", esm={"careervault-stages": "stages"}):
    """Shows the stages in their order; each thing done is one new arrangement of them all.

    `on_arrange(stages, seen)` is called with the stages as they should be and as the browser
    had them, and returns those that stand.
    """

    def __init__(self, on_arrange: Arrange) -> None:
        super().__init__()
        self._props["kinds"] = [{"id": kind, "means": MEANINGS[kind]} for kind in StageKind]
        self._props["colours"] = [colour.value for colour in Colour]
        self._props["icons"] = {name: OUTLINES[name] for name in _ICONS}

        async def arrange(entered: Entered) -> list[dict[str, Any]]:
            seen = Stages.check({"every": entered["seen"]})
            return _fields(await on_arrange(_stages(entered["stages"], seen), seen))

        self.on_asked("arrange", arrange)

    def show(self, stages: Stages, counts: Mapping[str, int]) -> None:
        """Show these stages and how many jobs stand in each, by id."""
        self._props.update(stages=_fields(stages), counts=dict(counts))
        self.update()


def _fields(stages: Stages) -> list[dict[str, Any]]:
    return [stage.model_dump(mode="json") for stage in stages.every]


def _stages(entered: Any, known: Stages) -> Stages:
    """Read what the browser sent; a stage that is new to us gets an id of ours."""
    if not isinstance(entered, list):
        raise Invalid("Those stages could not be read. Please reload the page.")
    ids = {stage.id for stage in known.every}
    stages = [Entered(stage) for stage in entered]
    return Stages.check(
        {"every": [{**s, "id": s["id"] if s["id"] in ids else _new_id()} for s in stages]}
    )


def _new_id() -> str:
    return uuid4().hex[:16]
