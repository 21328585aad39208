"""The assistant and written advice: who writes, what was agreed to, what is kept, what it cost."""

from nicegui import ui

from app.desk import Desk
from components.call_list import CallList
from components.key_form import KeyForm
from components.setting import Setting
from services.language.budget import Budget
from services.language.model import Tier
from services.language.prices import DOLLAR, money


async def writing_page(desk: Desk) -> None:
    """Show everything about the model that writes, a section for each subject."""
    ui.page_title("Assistant and advice · CareerVault")
    with ui.element("header").classes("cv-page-head"):
        ui.html("Assistant and advice", tag="h1", sanitize=False).classes("cv-page-title")
        ui.link("Back to your account", "/account").classes("cv-button")
    with ui.element("div").classes("cv-settings"):
        with Setting("Who writes", "Everything but written answers works without a model."):
            await _writer(desk)
        if desk.vault.models.takes_keys:
            with Setting("A key of your own", "What you ask is then paid by you, not by us."):
                await _key(desk)
        with Setting("Your agreement", "Nothing is sent before you agree, and only when you ask."):
            await _agreement(desk)
        with Setting("Conversations", "Who answers there, and how long what was said is kept."):
            await _conversations(desk)
        with Setting("What it cost", "The price is shown before each advice; this is what it was."):
            await _cost(desk)


async def _writer(desk: Desk) -> None:
    recipient = desk.vault.consents.wording.recipient
    chosen = await desk.vault.models.of(desk.owner)
    if chosen.model.missing:
        ui.label(chosen.model.missing)
        return
    whose = "your own key" if chosen.is_own else "the key of this instance"
    name = chosen.model.name(Tier.DEFAULT)
    ui.label(f"Texts go to {recipient}: {name}, with {whose}.")


async def _key(desk: Desk) -> None:
    keys = desk.vault.keys

    async def give(key: str) -> None:
        await keys.give(desk.owner, key)
        await show()

    async def take_back() -> None:
        await keys.take_back(desk.owner)
        await show()

    async def show() -> None:
        form.show(await keys.ending(desk.owner))

    form = KeyForm(give, take_back)
    await show()


async def _conversations(desk: Desk) -> None:
    people = desk.vault.people

    async def save() -> None:
        changes = {"chat_days": days.value, "is_quick": answers.value}
        profile = await people.choose(desk.owner, changes)
        await desk.vault.conversations.keep_for(desk.owner, profile.chat_days)
        desk.say(f"Kept for {profile.chat_days} days from now on.")

    profile = await people.profile(desk.owner)
    model = (await desk.vault.models.of(desk.owner)).model
    writers = {False: "The usual one", True: "A quicker, cheaper one"}
    if not model.missing:
        names = model.name(Tier.DEFAULT), model.name(Tier.CHEAP)
        writers = {quick: f"{words}: {names[quick]}" for quick, words in writers.items()}
    answers = ui.select(writers, value=profile.is_quick, label="Model").props("outlined dense")
    days = ui.number("Days they are kept", value=profile.chat_days, min=1, max=3_650, precision=0)
    days.props("outlined dense")
    with ui.element("div").classes("cv-actions"):
        ui.button("Save", on_click=save).props("outline no-caps")


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

    async def save() -> None:
        most = None if limit.value is None else round(limit.value * DOLLAR)
        show(await spending.limit(desk.owner, most))
        desk.say(f"At most {money(most)} a day." if most is not None else "No limit of your own.")

    def show(today: Budget) -> None:
        said.set_text(f"Today: {money(today.spent)} of {money(today.cap)}, the limit for a day.")

    said = ui.label()
    ui.label("This instance has a limit for the month besides.").classes("cv-hint")
    chosen = await spending.chosen(desk.owner)
    limit = ui.number("Your own limit for a day, in dollars", min=0, step=0.1, precision=2)
    limit.value = None if chosen is None else chosen / DOLLAR
    limit.props("outlined dense clearable hint='Empty: all that this instance allows.'")
    with ui.element("div").classes("cv-actions"):
        ui.button("Save the limit", on_click=save).props("outline no-caps")
    show(await spending.today(desk.owner))
    CallList().show(await spending.calls(desk.owner))
