from nicegui import ui

from app.frame import Desk


async def dashboard(desk: Desk) -> None:
    ui.label(f"hello {desk.profile.name}")
