"""Choosing one of the jobs."""

from collections.abc import Sequence

from nicegui import ui

from services.jobs.job import Card

SHOWN = 200
"""Jobs that are offered, the newest first; of more, one opens the job's own page."""


async def chosen_job(cards: Sequence[Card]) -> str | None:
    """Ask which job is meant; return its id, or None if the person left it."""
    names = {card.id: f"{card.company}, {card.position}" for card in cards[:SHOWN]}
    with ui.dialog() as dialog, ui.card().classes("cv-panel-card"):
        dialog.props["aria-label"] = "Which job do you practise for?"
        ui.label("Which job do you practise for?").classes("cv-dialog-title")
        if names:
            choice = ui.select(names, with_input=True, label="Job").props("outlined autofocus")
            with ui.element("div").classes("cv-actions"):
                begin = ui.button("Begin", on_click=lambda: dialog.submit(choice.value))
                begin.props("no-caps").bind_enabled_from(choice, "value", bool)
                ui.button("Leave it", on_click=lambda: dialog.submit(None)).props("flat no-caps")
        else:
            ui.label("There is no open job to practise for. Add one first.")
            ui.link("Add a job", "/jobs/new").classes("cv-button")
    answer = await dialog
    return str(answer) if answer else None
