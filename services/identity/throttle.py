"""How often anyone may guess, by account and by address, counted so that it survives a restart."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from services.clock import Clock, utc_now
from services.errors import Conflict, Invalid, NotAllowed, TooMany, Unavailable
from services.identity.email import account_key
from services.identity.secret import digest
from services.storage.table import Put, Row, Table

log = logging.getLogger(__name__)

HOUR = timedelta(hours=1)
_PATIENCE = 30
"""How many times to count again when another process counted first."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` attempts at `what` within any stretch of `span`."""

    what: str
    most: int
    span: timedelta = HOUR


def guessing(account: str, address: str) -> tuple[Limit, ...]:
    """Return the limits on guessing at an account (its e-mail, or a ticket) from an address.

    The first is the tightest, so that whoever guesses locks themselves out and the owner still
    gets in from elsewhere.
    """
    key, place = account_key(account), _place(address)
    return (
        Limit(f"account {key} from {place}", 20),
        Limit(f"address {place}", 60),
        Limit(f"account {key}", 100),
    )


def signing_up(address: str) -> Limit:
    """Return the limit on sign-ups from an address, to be spent on each."""
    return Limit(f"sign-ups from {_place(address)}", 30)


def arriving(address: str) -> Limit:
    """Return the limit on sign-ins that come back from elsewhere to an address."""
    return Limit(f"arrivals at {_place(address)}", 60)


def mailing(account: str, address: str) -> tuple[Limit, ...]:
    """Return the limits on codes mailed to an address on somebody's word, to be spent on each."""
    return (
        Limit(f"codes mailed to {account_key(account)}", 5),
        Limit(f"codes mailed for {_place(address)}", 30),
    )


def texting(key: str) -> Limit:
    """Return the limit on texts to the phone of the account with this key: each of them costs."""
    return Limit(f"texts to {key}", 10)


_Change = Callable[[Limit, list[float]], list[float]]
"""Returns the moments of recent attempts as they should be kept."""


class Throttle:
    """Counts attempts in rows, each limit exact over every stretch of its span."""

    def __init__(self, table: Table, now: Clock = utc_now) -> None:
        self._table = table
        self._now = now
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def guess(self, account: str, address: str) -> AsyncIterator[None]:
        """Let one guess be evaluated inside, or raise `TooMany`; only wrong ones stay counted."""
        async with self.attempt(*guessing(account, address)):
            yield

    @asynccontextmanager
    async def attempt(self, *limits: Limit) -> AsyncIterator[None]:
        """Count before the attempt, so that parallel ones cannot slip by, and give back after.

        Given back is what succeeded and what was never evaluated (`Invalid`, `Unavailable`).
        """
        stamp = await self._take(limits)
        try:
            yield
        except (Invalid, Unavailable):
            await self._give_back(limits, stamp)
            raise
        except NotAllowed:
            # Without a word on whose account: what an operator watches is how many.
            log.info("guess refused")
            raise
        await self._give_back(limits, stamp)

    async def check(self, limit: Limit) -> None:
        """Raise `TooMany` if the limit is used up; nothing is counted."""
        now = self._now()
        row = await self._table.get(_partition(limit), "attempts")
        recent = _recent(limit, row, now)
        if len(recent) >= limit.most:
            raise _too_many(limit, recent, now)

    async def spend(self, *limits: Limit) -> None:
        """Count one use for good, or raise `TooMany`."""
        await self._take(limits)

    async def _take(self, limits: tuple[Limit, ...]) -> float:
        now = self._now()

        def add(limit: Limit, stamps: list[float]) -> list[float]:
            if len(stamps) >= limit.most:
                raise _too_many(limit, stamps, now)
            return [*stamps, now.timestamp()]

        await self._change(limits, add)
        return now.timestamp()

    async def _give_back(self, limits: tuple[Limit, ...], stamp: float) -> None:
        def remove(_: Limit, stamps: list[float]) -> list[float]:
            if stamp in stamps:
                stamps.remove(stamp)
            return stamps

        # A count that cannot be given back runs out by itself; the visitor need not know.
        with suppress(TooMany, Unavailable):
            await self._change(limits, remove)

    async def _change(self, limits: tuple[Limit, ...], change: _Change) -> None:
        with suppress(Conflict):
            return await self._commit(limits, change)
        # Who meets others takes turns with them. The versions alone keep processes apart.
        async with self._turn:
            for _ in range(_PATIENCE):
                with suppress(Conflict):
                    return await self._commit(limits, change)
        raise TooMany

    async def _commit(self, limits: tuple[Limit, ...], change: _Change) -> None:
        writes = [self._write(limit, change) for limit in limits]
        await self._table.commit(*await asyncio.gather(*writes))

    async def _write(self, limit: Limit, change: _Change) -> Put:
        now = self._now()
        row = await self._table.get(_partition(limit), "attempts")
        body = {"at": change(limit, _recent(limit, row, now))}
        version = row.version if row else 0
        return Put(Row(_partition(limit), "attempts", body, version, expires=now + limit.span))


def _partition(limit: Limit) -> str:
    return f"throttle#{digest(limit.what)}"


def _recent(limit: Limit, row: Row | None, now: datetime) -> list[float]:
    oldest = (now - limit.span).timestamp()
    return [stamp for stamp in row.body["at"] if stamp > oldest] if row else []


def _too_many(limit: Limit, stamps: list[float], now: datetime) -> TooMany:
    wait = limit.span - (now - datetime.fromtimestamp(min(stamps), now.tzinfo))
    minutes = max(1, -(-int(wait.total_seconds()) // 60))
    unit = "minute" if minutes == 1 else "minutes"
    return TooMany(f"Too many attempts. Please try again in {minutes} {unit}.", wait)


def _place(address: str) -> str:
    """Return whose address it is: a household has all of its IPv6 /64, or one IPv4 address."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    return str(parsed.ipv4_mapped or ip_network((parsed, 64), strict=False))
