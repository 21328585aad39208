"""Where a job stood and everything that happened to it."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from nicegui import ui
from nicegui.events import GenericEventArguments

from components.entered import Entered
from components.resume_names import ResumeNames
from services.jobs.event import Event, EventKind
from services.jobs.job import Card
from services.jobs.stages import Stages
from services.jobs.words import details, sentence

Correct = Callable[[int, dict[str, Any] | None], Awaitable[None]]
Revert = Callable[[int], Awaitable[None]]


class Timeline(ui.element, component="timeline.js"):
    """Shows a job's moves, which can be put right, and its events, which can be taken back.

    `on_correct(index, changes)` is called with the changes of a move, or None to take it out;
    `on_revert(seq)` with the event to take back.
    """

    def __init__(self, on_correct: Correct, on_revert: Revert) -> None:
        super().__init__()

        async def correct(event: GenericEventArguments) -> None:
            sent = Entered(event.args)
            changes = sent["changes"]
            await on_correct(sent.whole("index"), None if changes is None else Entered(changes))

        async def revert(event: GenericEventArguments) -> None:
            await on_revert(Entered({"seq": event.args}).whole("seq"))

        self.on("correct", correct)
        self.on("revert", revert)

    def show(
        self, card: Card, events: Sequence[Event], stages: Stages, resumes: ResumeNames
    ) -> None:
        """Show the job's history as it is now, with resumes by their names."""
        undone = {event.undoes for event in events}
        self._props["moves"] = [
            {
                "stage": stage.name if (stage := stages.find(move.stage)) else move.stage,
                "colour": stage.colour if stage else "slate",
                "outcome": move.outcome,
                "on": move.on.isoformat() if move.on else "",
                "at": move.at.isoformat(),
            }
            for move in card.moves
        ]
        self._props["events"] = [
            {
                "seq": event.seq,
                "words": sentence(event, stages),
                "details": [
                    (name, resumes.spoken(before), resumes.spoken(after))
                    for name, before, after in details(event, stages)
                ],
                "recorded": event.recorded.isoformat(),
                "by": event.by,
                "undone": event.seq in undone,
                "revertible": event.seq not in undone and event.kind is not EventKind.ADDED,
            }
            for event in reversed(events)
        ]
        self.update()
