"""The second factor: set up, renewed and turned off, each with the password."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager

from app.desk import Desk
from components.totp_setup import Texts, TotpSetup


async def second_factor(desk: Desk) -> None:
    """Show how it stands, and do what is asked."""
    identity, owner = desk.vault.identity, desk.owner
    email = (await identity.account(owner)).email

    async def begin(password: str) -> tuple[str, str]:
        async with guess(desk, email):
            setup = await identity.begin_totp(owner, password)
        return setup.secret, setup.uri

    async def confirm(code: str) -> Sequence[str]:
        async with guess(desk, email):
            codes = await identity.confirm_totp(owner, code)
        await show()
        return codes

    async def renew(password: str) -> Sequence[str]:
        async with guess(desk, email):
            codes = await identity.renew_recovery_codes(owner, password)
        await show()
        return codes

    async def remove(password: str) -> None:
        async with guess(desk, email):
            await identity.remove_totp(owner, password)
        await show()

    async def show() -> None:
        account = await identity.account(owner)
        factor.show(account.has_totp, account.texts_to, account.recovery_codes)

    texts = await _texts(desk, email, show)
    factor = TotpSetup(email, begin, confirm, renew, remove, texts)
    await show()


async def _texts(desk: Desk, email: str, show: Callable[[], Awaitable[None]]) -> Texts | None:
    texting = desk.vault.texting
    if texting is None or not await texting.is_offered():
        return None

    async def begin(password: str, number: str) -> None:
        async with guess(desk, email):
            await texting.begin(desk.owner, password, number)

    async def confirm(code: str) -> Sequence[str]:
        async with guess(desk, email):
            codes = await texting.confirm(desk.owner, code)
        await show()
        return codes

    return Texts(begin, confirm)


def guess(desk: Desk, email: str) -> AbstractAsyncContextManager[None]:
    """Count a password or a code given on an open page like one at the sign-in."""
    return desk.vault.throttle.guess(email, desk.visitor.address)
