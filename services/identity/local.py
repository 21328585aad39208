"""Accounts kept in our own table: no mail, no cloud, ready at once."""

from contextlib import suppress
from datetime import timedelta
from secrets import token_bytes

from services.clock import Clock, utc_now
from services.errors import Conflict, NotAllowed, NotFound
from services.identity.accounts import Accounts, Credentials, Newcomer
from services.identity.email import checked_email
from services.identity.identity import Account, CodeNeeded, Proof, TotpSetup
from services.identity.passwords import Passwords
from services.identity.recovery import kept_of, new_sheet, without
from services.identity.sealing import Sealing
from services.identity.secret import Random, new_code
from services.identity.sessions import Sessions
from services.identity.throttle import Limit, Throttle
from services.identity.tickets import Tickets
from services.identity.tokens import Tokens
from services.identity.totp import is_totp, matching_step, new_totp
from services.storage.table import Table

_WRONG_CODES_A_DAY = 20


class LocalIdentity:
    """Knows people by rows: passwords hashed, authenticator secrets sealed, codes hashed."""

    def __init__(
        self,
        table: Table,
        sealing: Sealing,
        passwords: Passwords,
        sessions: Sessions,
        tokens: Tokens,
        now: Clock = utc_now,
        random: Random = token_bytes,
    ) -> None:
        self._table = table
        self._sealing = sealing
        self._passwords = passwords
        self._sessions = sessions
        self._tokens = tokens
        self._now = now
        self._random = random
        self._accounts = Accounts(table)
        self._tickets = Tickets(table, now, random)
        self._throttle = Throttle(table, now)

    async def sign_up(self, email: str, password: str, name: str) -> str:
        said = {"email": checked_email(email), "name": name, "created": self._now()}
        newcomer = Newcomer.check(said)
        self._check_new(password, newcomer.email, newcomer.name)
        kept = await self._passwords.hash(password)
        try:
            return await self._accounts.add(newcomer, kept)
        except Conflict:
            # Without mail nothing can be confirmed, so a working sign-up must differ from a
            # refused one. What is left: the same work, a sentence that claims nothing, and the
            # throttle on refusals, so that a list of addresses cannot be tried out.
            raise NotAllowed(
                "This could not be completed. If you already have an account, sign in instead."
            ) from None

    async def sign_in(self, email: str, password: str) -> Proof | CodeNeeded:
        account = await self._accounts.find(email)
        # Hash even when nobody is there, so that timing does not tell who has an account.
        right = await self._passwords.match(account.password if account else None, password)
        if account is None or not right:
            raise NotAllowed("The e-mail address or the password is not right.")
        if self._passwords.is_outdated(account.password):
            account = await self._rehashed(account, password)
        if account.totp:
            return CodeNeeded(await self._tickets.open(account.key, account.password))
        return Proof(account.person)

    async def give_code(self, ticket: str, code: str) -> Proof:
        held = await self._tickets.use(ticket)
        account = await self._accounts.find_key(held.account)
        if account is None or account.totp is None or not held.is_for(account.password):
            raise NotFound("Please sign in again.")
        if is_totp(code):
            # Each ticket has its own few tries, but who knows the password can get many tickets.
            daily = Limit(f"codes of {account.key}", _WRONG_CODES_A_DAY, timedelta(days=1))
            async with self._throttle.attempt(daily):
                changed = self._with_totp_used(account, account.totp, code)
        elif account.only_totp:
            raise NotAllowed("After a password reset, only the authenticator's code is accepted.")
        else:
            left = without(account.recovery_codes, code)
            changed = account.model_copy(update={"recovery_codes": left})
        try:
            await self._table.commit(changed.write(), held.end)
        except Conflict:
            # The same code or ticket is being used elsewhere at this moment.
            raise NotAllowed from None
        return Proof(account.person)

    async def send_code(self, email: str) -> None:
        raise NotAllowed("CareerVault sends no mail here.")

    async def change_password(
        self, person: str, current: str, new: str, keep: str | None = None
    ) -> None:
        profile = await self._accounts.profile(person)
        self._check_new(new, profile.email, profile.name)
        account = await self._confirmed(person, current)
        await self._set_password(account, new)
        await self._end_sign_ins(person, keep)

    async def begin_totp(self, person: str, password: str) -> TotpSetup:
        account = await self._confirmed(person, password)
        if account.totp:
            raise Conflict("A second factor is on already. Remove it first to set up another.")
        setup = new_totp((await self._accounts.profile(person)).email, self._random)
        offered = self._sealing.seal(setup.secret)
        await self._accounts.save(account.model_copy(update={"offered_totp": offered}))
        return setup

    async def confirm_totp(self, person: str, code: str) -> tuple[str, ...]:
        account = await self._accounts.of(person)
        if account.offered_totp is None:
            raise NotFound("Please start setting up the second factor again.")
        changed = self._with_totp_used(account, account.offered_totp, code)
        codes = new_sheet(self._random)
        update = {
            "totp": account.offered_totp,
            "offered_totp": None,
            "recovery_codes": kept_of(codes),
        }
        await self._accounts.save(changed.model_copy(update=update))
        return codes

    async def remove_totp(self, person: str, password: str) -> None:
        account = await self._confirmed(person, password)
        update = {"totp": None, "offered_totp": None, "only_totp": False}
        await self._accounts.save(account.model_copy(update=update))

    async def renew_recovery_codes(self, person: str, password: str) -> tuple[str, ...]:
        account = await self._confirmed(person, password)
        codes = new_sheet(self._random)
        update = {"recovery_codes": kept_of(codes)}
        await self._accounts.save(account.model_copy(update=update))
        return codes

    async def reset_password(self, email: str, code: str, new: str) -> None:
        self._check_new(new, email.strip())
        account = await self._accounts.find(email)
        # Hash in every case, so that timing does not tell who has an account.
        password = await self._passwords.hash(new)
        if account is None:
            raise NotAllowed
        # The sheet of codes must not serve as both factors, so the next one is the authenticator.
        update = {
            "password": password,
            "only_totp": account.totp is not None,
            "recovery_codes": without(account.recovery_codes, code),
        }
        await self._accounts.save(account.model_copy(update=update))
        await self._end_sign_ins(account.person)

    async def set_password_by_operator(self, email: str) -> str:
        account = await self._accounts.find(email)
        if account is None:
            raise NotFound("No account has this e-mail address.")
        password = new_code(self._random)
        await self._set_password(account.model_copy(update={"only_totp": False}), password)
        await self._end_sign_ins(account.person)
        return password

    async def account(self, person: str) -> Account:
        profile = await self._accounts.profile(person)
        account = await self._accounts.behind(person, profile)
        return Account(
            email=profile.email,
            name=profile.name,
            has_totp=account.totp is not None,
            recovery_codes=len(account.recovery_codes),
            created=profile.created,
            roles=account.roles,
        )

    async def prove(self, person: str, password: str) -> None:
        await self._confirmed(person, password)

    async def remove(self, person: str) -> None:
        with suppress(NotFound):  # gone already
            await self._accounts.remove(await self._accounts.of(person))
        await self._sessions.close_all(person)
        await self._tokens.revoke_all(person)

    def _check_new(self, password: str, email: str, name: str = "") -> None:
        self._passwords.check(password, email, email.split("@")[0], name)

    async def _confirmed(self, person: str, password: str) -> Credentials:
        account = await self._accounts.of(person)
        if not await self._passwords.match(account.password, password):
            raise NotAllowed("The password is not right.")
        return account

    async def _set_password(self, account: Credentials, password: str) -> None:
        kept = await self._passwords.hash(password)
        await self._accounts.save(account.model_copy(update={"password": kept}))

    async def _rehashed(self, account: Credentials, password: str) -> Credentials:
        # If it was changed meanwhile, the next sign-in does it.
        with suppress(Conflict):
            await self._set_password(account, password)
        return await self._accounts.find_key(account.key) or account

    async def _end_sign_ins(self, person: str, keep: str | None = None) -> None:
        await self._sessions.close_all(person, keep)
        await self._tokens.revoke_sign_ins(person)

    def _with_totp_used(self, account: Credentials, sealed: str, code: str) -> Credentials:
        secret = self._sealing.open(sealed)
        step = matching_step(secret, code, self._now(), account.used_step)
        if step is None:
            raise NotAllowed("This code is not right, or it was used before.")
        return account.model_copy(update={"used_step": step, "only_totp": False})
