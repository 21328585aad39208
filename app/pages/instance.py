"""How the instance is: for admins, in numbers alone."""

from nicegui import ui

from app.desk import Desk
from app.health import VERSION
from components.setting import Setting
from components.size_words import size_words
from services.language.prices import money


async def instance_page(desk: Desk) -> None:
    """Show whoever runs this instance how it is."""
    await desk.vault.roles.require(desk.owner, "admin")
    ui.page_title("Instance · CareerVault")
    ui.html("Instance", tag="h1", sanitize=False).classes("cv-page-title")
    now = await desk.vault.instance.overview()
    with ui.element("div").classes("cv-settings"):
        with Setting("Health", "Looked at every ten seconds, while somebody asks."):
            state = "The storage answers." if now.is_healthy else "The storage does not answer."
            ui.label(f"{state} This is version {VERSION}.")
        with Setting("People", "Everybody with an account here."):
            unknown = "Only the console of AWS has the number here."
            ui.label(unknown if now.people is None else f"Accounts: {now.people:,}")
        with Setting("Storage", "Where things are kept, and how much there is."):
            for each in now.kept:
                amount = "" if each.bytes is None else f": {size_words(each.bytes)}"
                ui.label(f"{each.name} in {each.where}{amount}.")
        with Setting("Written advice", "What it cost everybody together this month, in UTC."):
            ui.label(f"{money(now.spent)} of {money(now.cap)} used.")
            ui.label("What people ask with keys of their own is not in it.").classes("cv-hint")
