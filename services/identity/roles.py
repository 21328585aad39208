"""Roles, and the one place that is asked about them."""

from services.errors import NotFound
from services.identity.identity import Identity, Role


class Roles:
    """Who may do more than search for themselves. Every door and every screen asks here."""

    def __init__(self, identity: Identity) -> None:
        self._identity = identity

    async def has(self, person: str, role: Role) -> bool:
        """Tell whether the person has this role."""
        try:
            return role in (await self._identity.account(person)).roles
        except NotFound:
            return False

    async def require(self, person: str, role: Role) -> None:
        """Raise `NotFound` for somebody without this role: to them there is nothing here."""
        if not await self.has(person, role):
            raise NotFound
