"""A question that must be answered before something final is done."""

from nicegui import ui


async def confirmed(question: str, consequence: str, deed: str) -> bool:
    """Ask in a dialog; return whether the person chose the deed."""
    with ui.dialog() as dialog, ui.card().classes("cv-panel-card"):
        dialog.props["aria-label"] = question
        ui.label(question).classes("cv-dialog-title")
        ui.label(consequence)
        with ui.element("div").classes("cv-actions"):
            ui.button("Keep", on_click=lambda: dialog.submit(False)).props("flat no-caps autofocus")
            ui.button(deed, on_click=lambda: dialog.submit(True)).props("color=negative no-caps")
    return bool(await dialog)
