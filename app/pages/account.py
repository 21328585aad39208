"""The account: who one is, what guards it, where it is open, and the tokens of one's programs."""

from datetime import timedelta

from nicegui import ui

from app.desk import Desk
from app.pages.second_factor import guess, second_factor
from components.appearance import Appearance
from components.delete_account import DeleteAccount
from components.password_form import PasswordForm
from components.profile_form import ProfileForm
from components.session_list import SessionList, SignedIn
from components.setting import Setting
from components.token_list import ShownToken, TokenList
from services.identity.tokens import Scope


async def account_page(desk: Desk) -> None:
    """Show everything about one's account, a section for each subject."""
    ui.page_title("Account · CareerVault")
    ui.html("Account", tag="h1", sanitize=False).classes("cv-page-title")
    with ui.element("div").classes("cv-settings"):
        with Setting("You", "Your name, and the time zone that decides which day is today."):
            await _profile(desk)
        with Setting("Appearance", "Kept in this browser."):
            Appearance(is_choice=True)
        with Setting("Stages", "The columns of your board: names, colours, order, meaning."):
            ui.link("Arrange your stages", "/stages").classes("cv-button cv-alone")
        with Setting("Assistant and advice", "Who writes, what you agreed to, what it cost."):
            ui.link("See about the assistant", "/writing").classes("cv-button cv-alone")
        with Setting("Password", "A change signs every other browser out; this one stays."):
            await _password(desk)
        with Setting("Second factor", "A code from your phone, besides the password."):
            await second_factor(desk)
        with Setting("Where you are signed in", "A browser unseen for a week signs itself out."):
            await _sessions(desk)
        with Setting("Access tokens", "Let your own programs in at the REST door."):
            await _tokens(desk)
            ui.link("How the REST door works", "/docs", new_tab=True).classes("cv-link cv-alone")
        with Setting("Delete account", "For good, with everything in it."):
            await _farewell(desk)


async def _profile(desk: Desk) -> None:
    people = desk.vault.people

    async def save(name: str, zone: str) -> None:
        await people.choose(desk.owner, {"name": name, "zone": zone})
        await show()

    async def show(_: int = 0) -> None:
        form.show(await people.profile(desk.owner))

    form = ProfileForm(await people.profile(desk.owner), save)
    desk.show(news=show)


async def _password(desk: Desk) -> None:
    identity = desk.vault.identity
    email = (await identity.account(desk.owner)).email

    async def change(current: str, new: str) -> None:
        async with guess(desk, email):
            await identity.change_password(desk.owner, current, new, keep=desk.visitor.handle)

    PasswordForm(email, change)


async def _sessions(desk: Desk) -> None:
    sessions, owner, here = desk.vault.sessions, desk.owner, desk.visitor.handle

    async def end(handle: str) -> None:
        await sessions.end(owner, handle)
        await show()

    async def end_all() -> None:
        await desk.vault.tokens.revoke_sign_ins(owner)
        await sessions.close_all(owner)

    async def show() -> None:
        listed.show(
            [
                SignedIn(
                    handle=each.handle,
                    agent=each.agent,
                    opened=each.opened.isoformat(),
                    seen=each.seen.isoformat(),
                    here=each.handle == here,
                )
                for each in await sessions.of(owner)
            ]
        )

    listed = SessionList(end, end_all)
    await show()


async def _tokens(desk: Desk) -> None:
    tokens, owner = desk.vault.tokens, desk.owner

    async def make(label: str, can_write: bool, days: int) -> str:
        scopes: tuple[Scope, ...] = ("read", "write") if can_write else ("read",)
        secret = await tokens.make(owner, label, scopes, timedelta(days=days))
        await show()
        return secret

    async def revoke(token: str) -> None:
        await tokens.revoke(owner, token)
        await show()

    async def show() -> None:
        listed.show(
            [
                ShownToken(
                    id=each.id,
                    label=each.label,
                    can_write=each.allows("write"),
                    made=each.made.isoformat(),
                    ends=each.ends.isoformat(),
                )
                for each in await tokens.of(owner)
            ]
        )

    listed = TokenList(make, revoke)
    await show()


async def _farewell(desk: Desk) -> None:
    account = await desk.vault.identity.account(desk.owner)

    async def erase(shown: str) -> None:
        async with guess(desk, account.email):
            await desk.vault.erasure.begin(desk.owner, shown, desk.visitor.opened)

    DeleteAccount(account.email, account.has_password, erase)
