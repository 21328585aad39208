"""People whom a Cognito user pool knows; ids, sessions and recovery codes stay our own."""

from contextlib import suppress
from secrets import token_bytes

from services.clock import Clock, utc_now
from services.errors import Conflict, Invalid, NotAllowed, NotFound
from services.identity.accounts import Newcomer
from services.identity.email import account_key, checked_email
from services.identity.identity import Account, CodeNeeded, Proof, TotpSetup
from services.identity.members import Member, Members
from services.identity.passwords import Passwords
from services.identity.pool import TEXT, TOTP, Challenge, Pool
from services.identity.pool_errors import Unconfirmed
from services.identity.reception import WRONG, Reception, in_pool
from services.identity.recovery import kept_of, new_sheet, without
from services.identity.sealing import Sealing
from services.identity.second_step import SecondStep
from services.identity.secret import Random, new_code
from services.identity.sessions import Sessions
from services.identity.tickets import Tickets
from services.identity.tokens import Tokens
from services.identity.totp import digits_of, is_totp, setup_of
from services.identity.unconfirmed import UnconfirmedSignUps
from services.identity.verifier import Verifier
from services.storage.table import Table

_MOST_CHARACTERS = 256
_UNKEEPABLE = f"Please use at most {_MOST_CHARACTERS} characters, and no space at either end."


class CognitoIdentity:
    """Knows people by the pool, which alone keeps passwords and authenticator secrets.

    The pool's tokens are read once and ended at once: browsers get our own session.
    """

    def __init__(
        self,
        pool: Pool,
        verifier: Verifier,
        table: Table,
        sealing: Sealing,
        passwords: Passwords,
        sessions: Sessions,
        tokens: Tokens,
        now: Clock = utc_now,
        random: Random = token_bytes,
    ) -> None:
        self._pool = pool
        self._table = table
        self._sealing = sealing
        self._passwords = passwords
        self._sessions = sessions
        self._tokens = tokens
        self._now = now
        self._random = random
        self._members = Members(table)
        self._tickets = Tickets(table, now, random)
        self._reception = Reception(pool, verifier, table, now)
        self._second_step = SecondStep(pool, self._reception, table, sealing, self._tickets, now)
        self._unconfirmed = UnconfirmedSignUps(table, pool, self._members, passwords, self._tickets)

    async def sign_up(self, email: str, password: str, name: str) -> CodeNeeded:
        said = {"email": checked_email(email), "name": name, "created": self._now()}
        newcomer = Newcomer.check(said)
        self._check_new(password, newcomer.email, newcomer.name)
        return await self._unconfirmed.begin(newcomer, password)

    async def sign_in(self, email: str, password: str) -> Proof | CodeNeeded:
        await self._second_step.check(account_key(email))
        try:
            found = await self._pool.sign_in(in_pool(email), password)
        except Unconfirmed:
            return await self._unconfirmed.again(email, password)
        except (NotAllowed, Invalid):
            raise NotAllowed(WRONG) from None
        if isinstance(found, Challenge):
            return await self._second_step.begin(account_key(email), found)
        return Proof((await self._reception.welcome(found)).person)

    async def give_code(self, ticket: str, code: str) -> Proof:
        held = await self._tickets.use(ticket)
        member = await self._members.find_key(held.account)
        if member is None or not held.is_for(member.subject):
            raise NotFound("Please sign in again.")
        try:
            if not held.note:
                await self._unconfirmed.confirm(member, held, code)
            else:
                await self._second_step.take(member, held, code)
        except Conflict:
            # The same code or ticket is being used elsewhere at this moment.
            raise NotAllowed from None
        return Proof(member.person)

    async def send_code(self, email: str) -> None:
        member = await self._members.find(email)
        if member is None or member.is_from_elsewhere:
            return
        if member.pending:
            await self._pool.send_code(in_pool(email))
        else:
            await self._pool.send_reset_code(in_pool(email))

    async def change_password(
        self, person: str, current: str, new: str, keep: str | None = None
    ) -> None:
        profile = await self._members.profile(person)
        self._check_new(new, profile.email, profile.name)
        member = await self._reception.confirmed(person, current)
        await self._pool.set_password(member.subject, new)
        await self._end_sign_ins(member, keep)

    async def begin_totp(self, person: str, password: str) -> TotpSetup:
        profile = await self._members.profile(person)
        member, found = await self._reception.prove(person, password)
        if isinstance(found, Challenge):
            raise Conflict("A second factor is on already. Remove it first to set up another.")
        secret = await self._pool.offer_totp(found.access)
        offered = self._sealing.seal(found.access)
        await self._members.save(member.model_copy(update={"offered_totp": offered}))
        return setup_of(secret, profile.email)

    async def confirm_totp(self, person: str, code: str) -> tuple[str, ...]:
        member = await self._members.of(person)
        if member.offered_totp is None:
            raise NotFound("Please start setting up the second factor again.")
        if not is_totp(code):
            raise NotAllowed("This code is not right, or it was used before.")
        await self._pool.confirm_totp(self._sealing.open(member.offered_totp), digits_of(code))
        await self._pool.ask_for(TOTP, member.subject, True)
        await self._pool.sign_out(member.subject)
        codes = new_sheet(self._random)
        update = {"has_totp": True, "offered_totp": None, "recovery_codes": kept_of(codes)}
        used = self._second_step.used(member, digits_of(code))
        await self._table.commit(member.model_copy(update=update).write(), used)
        return codes

    async def remove_totp(self, person: str, password: str) -> None:
        member = await self._reception.confirmed(person, password)
        await self._pool.ask_for(TEXT if member.has_texts else TOTP, member.subject, False)
        update = {"has_totp": False, "has_texts": False, "offered_totp": None, "only_totp": False}
        await self._members.save(member.model_copy(update=update))

    async def renew_recovery_codes(self, person: str, password: str) -> tuple[str, ...]:
        member = await self._reception.confirmed(person, password)
        codes = new_sheet(self._random)
        await self._members.save(member.model_copy(update={"recovery_codes": kept_of(codes)}))
        return codes

    async def reset_password(self, email: str, code: str, new: str) -> None:
        self._check_new(new, email.strip())
        member = await self._members.find(email)
        if member is None or member.pending:
            raise NotAllowed
        if is_totp(code):
            await self._pool.reset_password(in_pool(email), digits_of(code), new)
        else:
            # The sheet of codes must not serve as both factors: the next is the authenticator.
            left = without(member.recovery_codes, code)
            update = {"recovery_codes": left, "only_totp": member.has_second_factor}
            await self._members.save(member.model_copy(update=update))
            await self._pool.set_password(member.subject, new)
        await self._end_sign_ins(member)

    async def set_password_by_operator(self, email: str) -> str:
        member = await self._members.find(email)
        if member is None:
            raise NotFound("No account has this e-mail address.")
        password = new_code(self._random)
        await self._pool.set_password(member.subject, password)
        await self._members.save(member.model_copy(update={"only_totp": False, "pending": None}))
        await self._end_sign_ins(member)
        return password

    async def account(self, person: str) -> Account:
        profile = await self._members.profile(person)
        member = await self._members.behind(person, profile)
        return Account(
            email=profile.email,
            name=profile.name,
            has_totp=member.has_totp,
            recovery_codes=len(member.recovery_codes),
            created=profile.created,
            roles=member.roles,
            texts_to=(member.texts_to or "?") if member.has_texts else "",
            has_password=not member.is_from_elsewhere,
        )

    async def prove(self, person: str, password: str) -> None:
        await self._reception.confirmed(person, password)

    async def remove(self, person: str) -> None:
        with suppress(NotFound):  # gone already
            member = await self._members.of(person)
            with suppress(NotAllowed):  # gone from the pool already
                await self._pool.remove(member.subject)
            await self._table.commit(member.end())
        await self._sessions.close_all(person)
        await self._tokens.revoke_all(person)

    def _check_new(self, password: str, email: str, name: str = "") -> None:
        if len(password) > _MOST_CHARACTERS or password != password.strip():
            raise Invalid(fields={"password": _UNKEEPABLE})
        self._passwords.check(password, email, email.split("@")[0], name)

    async def _end_sign_ins(self, member: Member, keep: str | None = None) -> None:
        await self._pool.sign_out(member.subject)
        await self._sessions.close_all(member.person, keep)
        await self._tokens.revoke_sign_ins(member.person)
