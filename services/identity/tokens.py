"""Tokens: what a program shows at the REST door instead of a password."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_bytes
from typing import Any, Literal

from services.clock import Clock, utc_now
from services.errors import Invalid, NotFound
from services.identity.secret import Random, digest, new_secret
from services.storage.table import Delete, Put, Row, Table

Scope = Literal["read", "write"]

SIGN_IN = "sign-in"
"""The label of tokens that were given for a password."""

SIGN_IN_LIFETIME = timedelta(hours=12)
LONGEST_LIFETIME = timedelta(days=366)
MOST_TOKENS = 50
_PREFIX = "cv_"


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it may be listed. `id` names it and opens nothing."""

    id: str
    owner: str
    label: str
    scopes: frozenset[Scope]
    made: datetime
    ends: datetime

    def allows(self, scope: Scope) -> bool:
        """Tell whether the token may be used so; who may write may read."""
        return scope in self.scopes or "write" in self.scopes


class Tokens:
    """The tokens of everyone."""

    def __init__(self, table: Table, now: Clock = utc_now, random: Random = token_bytes) -> None:
        self._table = table
        self._now = now
        self._random = random

    async def make(
        self, owner: str, label: str, scopes: Iterable[Scope], lifetime: timedelta
    ) -> str:
        """Return a new token, which nobody can be told a second time."""
        granted = frozenset(scopes)
        _check(label, granted, lifetime)
        made_by_hand = [token for token in await self.of(owner) if token.label != SIGN_IN]
        if len(made_by_hand) >= MOST_TOKENS:
            raise Invalid(f"There are {MOST_TOKENS} tokens already. Please revoke one first.")
        return await self._keep(owner, label.strip(), granted, lifetime)

    async def make_for_sign_in(self, owner: str) -> str:
        """Return a token for who has just given their password to the REST door."""
        return await self._keep(owner, SIGN_IN, frozenset({"read", "write"}), SIGN_IN_LIFETIME)

    async def find(self, secret: str) -> Token | None:
        """Return the token, or None if it never was, has ended or was revoked."""
        if not secret.startswith(_PREFIX):
            return None
        row = await self._table.get(f"token#{digest(secret)}", "token")
        token = _token(row.body) if row else None
        return token if token and self._now() < token.ends else None

    async def of(self, owner: str) -> list[Token]:
        """Return the owner's tokens, the newest first."""
        rows = await self._table.query(f"person#{owner}", "token#")
        tokens = [_token(row.body) for row in rows]
        open_ones = [token for token in tokens if self._now() < token.ends]
        return sorted(open_ones, key=lambda token: token.made, reverse=True)

    async def revoke(self, owner: str, token: str) -> None:
        """End the owner's token with this id, or raise `NotFound`."""
        places = ((f"person#{owner}", f"token#{token}"), (f"token#{token}", "token"))
        rows = [await self._table.get(*place) for place in places]
        if rows[0] is None:
            raise NotFound
        await self._table.commit(
            *[Delete(row.partition, row.sort, row.version) for row in rows if row]
        )

    async def revoke_sign_ins(self, owner: str) -> None:
        """End the tokens given for a password; those made by hand stay."""
        for token in await self.of(owner):
            if token.label == SIGN_IN:
                await self.revoke(owner, token.id)

    async def revoke_all(self, owner: str) -> None:
        """End every token of the owner's."""
        for token in await self.of(owner):
            await self.revoke(owner, token.id)

    async def _keep(
        self, owner: str, label: str, scopes: frozenset[Scope], lifetime: timedelta
    ) -> str:
        secret = _PREFIX + new_secret(self._random)
        now = self._now()
        token = Token(digest(secret), owner, label, scopes, made=now, ends=now + lifetime)
        body = _body(token)
        await self._table.commit(
            Put(Row(f"token#{token.id}", "token", body, expires=token.ends)),
            Put(Row(f"person#{owner}", f"token#{token.id}", body, expires=token.ends)),
        )
        return secret


def _check(label: str, scopes: frozenset[Scope], lifetime: timedelta) -> None:
    problems = {}
    if not 1 <= len(label.strip()) <= 100:
        problems["label"] = "Please give it a name of at most 100 characters."
    if label.strip() == SIGN_IN:
        problems["label"] = "This name is taken for signing in. Please choose another."
    if not scopes or scopes - {"read", "write"}:
        problems["scopes"] = "Please choose from read and write."
    if not timedelta(0) < lifetime <= LONGEST_LIFETIME:
        problems["lifetime"] = "Please choose at most a year."
    if problems:
        raise Invalid(fields=problems)


def _body(token: Token) -> dict[str, Any]:
    return {
        "id": token.id,
        "owner": token.owner,
        "label": token.label,
        "scopes": sorted(token.scopes),
        "made": token.made.isoformat(),
        "ends": token.ends.isoformat(),
    }


def _token(body: dict[str, Any]) -> Token:
    return Token(
        id=body["id"],
        owner=body["owner"],
        label=body["label"],
        scopes=frozenset(body["scopes"]),
        made=datetime.fromisoformat(body["made"]),
        ends=datetime.fromisoformat(body["ends"]),
    )
