"""Local accounts, all of them."""

from secrets import token_bytes

from services.errors import Conflict, NotFound
from services.identity.accounts import Accounts, Credentials
from services.identity.email import account_key
from services.identity.passwords import Passwords
from services.identity.registry import Known
from services.identity.secret import Random, new_code
from services.identity.taking_in import PREFIX, profile_of, without_other
from services.storage.table import Table


class LocalRegistry:
    """The `Registry` of accounts in our own table."""

    def __init__(self, table: Table, passwords: Passwords, random: Random = token_bytes) -> None:
        self._table = table
        self._passwords = passwords
        self._random = random
        self._accounts = Accounts(table)

    async def count(self) -> int:
        return len(await self._table.partitions(PREFIX))

    async def every(self) -> list[Known]:
        found = []
        for place in await self._table.partitions(PREFIX):
            account = await self._accounts.find_key(place.removeprefix(PREFIX))
            if account is not None:
                found.append(await self._known(account))
        return sorted(found, key=lambda known: known.created)

    async def person(self, email: str) -> str:
        return (await self._find(email)).person

    async def take_in(self, known: Known) -> bool:
        held = await self._accounts.find(known.email)
        if held is not None:
            if held.person != known.person:
                raise Conflict
            return False
        account = Credentials(
            key=account_key(known.email),
            person=known.person,
            password=await self._passwords.hash(new_code(self._random)),
            recovery_codes=known.recovery_codes,
            roles=known.roles,
        )
        others = await without_other(self._table, known, "member")
        profile = await profile_of(self._table, known)
        await self._table.commit(account.write(), *others, *profile)
        return True

    async def set_admin(self, email: str, is_admin: bool) -> None:
        account = await self._find(email)
        roles = {*account.roles, "admin"} if is_admin else {*account.roles} - {"admin"}
        if roles != {*account.roles}:
            changed = account.model_copy(update={"roles": tuple(sorted(roles))})
            await self._accounts.save(changed)

    async def _find(self, email: str) -> Credentials:
        account = await self._accounts.find(email)
        if account is None:
            raise NotFound("No account has this e-mail address.")
        return account

    async def _known(self, account: Credentials) -> Known:
        profile = await self._accounts.profile(account.person)
        return Known(
            person=account.person,
            email=profile.email,
            name=profile.name,
            created=profile.created,
            roles=account.roles,
            recovery_codes=account.recovery_codes,
            had_second_factor=account.totp is not None,
        )
