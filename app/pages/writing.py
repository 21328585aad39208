"""Written advice: who writes it, what was agreed to, and what it cost."""

from nicegui import ui

from app.desk import Desk
from components.call_list import CallList
from components.setting import Setting
from services.language.model import Tier
from services.language.prices import money


async def writing_page(desk: Desk) -> None:
    """Show everything about the model that writes, a section for each subject."""
    ui.page_title("Written advice · CareerVault")
    with ui.element("header").classes("cv-page-head"):
        ui.html("Written advice", tag="h1", sanitize=False).classes("cv-page-title")
        ui.link("Back to your account", "/account").classes("cv-button")
    with ui.element("div").classes("cv-settings"):
        with Setting("Who writes", "Everything but written advice works without a model."):
            _writer(desk)
        with Setting("Your agreement", "Nothing is sent before you agree, and only when you ask."):
            await _agreement(desk)
        with Setting("What it cost", "The price is shown before each click; this is what it was."):
            await _cost(desk)


def _writer(desk: Desk) -> None:
    model = desk.vault.model
    recipient = desk.vault.consents.wording.recipient
    ui.label(model.missing or f"Texts go to {recipient}: {model.name(Tier.DEFAULT)}.")


async def _agreement(desk: Desk) -> None:
    consents = desk.vault.consents

    async def agree() -> None:
        await consents.agree(desk.owner)
        await show()

    async def revoke() -> None:
        await consents.revoke(desk.owner)
        await show()

    async def show() -> None:
        given = await consents.given(desk.owner)
        said.set_text(
            f"You agreed on {given.agreed:%-d %B %Y}." if given else "You have not agreed."
        )
        yes.set_visibility(given is None)
        no.set_visibility(given is not None)

    ui.label(consents.wording.text).classes("cv-lead")
    said = ui.label().props("role=status")
    with ui.element("div").classes("cv-actions"):
        yes = ui.button("I agree", on_click=agree).props("unelevated no-caps")
        no = ui.button("Take it back", on_click=revoke).props("outline no-caps")
    await show()


async def _cost(desk: Desk) -> None:
    spending = desk.vault.spending
    today = await spending.today(desk.owner)
    ui.label(f"Today: {money(today.spent)} of {money(today.cap)}.")
    CallList().show(await spending.calls(desk.owner))
