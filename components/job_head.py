"""The head of a job's page: what it is, where it stands, and what can be done with it."""

from collections.abc import Awaitable, Callable
from typing import Any

from nicegui import ui

from components.icons import icon
from services.jobs.job import Card, Job
from services.jobs.stages import Outcome, Stages

Save = Callable[[str, Any], Awaitable[Job]]
Act = Callable[[], Awaitable[None]]


class JobHead(ui.element):
    """Company and position, the stage and the outcome as choices, the way to the trash."""

    def __init__(self, stages: Stages, save: Save, discard: Act, restore: Act) -> None:
        super().__init__("header")
        self.classes("cv-page-head cv-job-head")
        self._is_showing = False
        self._save = save
        with self:
            self._title = ui.element("h1").classes("cv-page-title").props("dir=auto")
            with self._title:
                self._words = ui.label()
            self._posting = ui.link("Open the posting", new_tab=True).classes("cv-button is-quiet")
            self._posting.props('rel="noopener noreferrer"')
            self._stage = ui.select(
                {stage.id: stage.name for stage in stages.shown}, label="Stage"
            ).props("outlined dense")
            self._stage.on_value_change(lambda event: self._chosen("stage", event.value))
            self._outcome = ui.select(
                {None: "Still open", **{each.value: each.title() for each in Outcome}},
                label="Outcome",
            ).props("outlined dense")
            self._outcome.on_value_change(lambda event: self._chosen("outcome", event.value))
            self._discard = ui.button(icon=icon("trash"), on_click=discard).props(
                'flat round aria-label="Put in the trash"'
            )
            self._restore = ui.button("Restore from the trash", on_click=restore).props("no-caps")

    def show(self, card: Card, stages: Stages) -> None:
        """Show the job as it stands now."""
        self._is_showing = True
        self._words.set_text(f"{card.company} · {card.position}")
        self._posting.props["href"] = card.url
        self._posting.set_visibility(bool(card.url))
        options = {stage.id: stage.name for stage in stages.shown}
        if (held := stages.find(card.stage)) and held.archived:
            options[held.id] = held.name
        self._stage.set_options(options, value=card.stage)
        self._outcome.set_value(card.outcome)
        self._discard.set_visibility(card.trashed is None)
        self._restore.set_visibility(card.trashed is not None)
        self._is_showing = False

    def _chosen(self, field: str, value: Any) -> Awaitable[object] | None:
        return None if self._is_showing else self._save(field, value)
