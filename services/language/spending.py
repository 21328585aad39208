"""What writing costs: shown before, set aside under the caps, settled and remembered after."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from services.clock import Clock, new_id, utc_now
from services.errors import Conflict, Invalid, TooMany, Unavailable
from services.jobs.book import partition
from services.language.budget import Budget
from services.language.call import Call, Estimate
from services.language.model import Prompt, Usage
from services.language.prices import PRICES, Price, money, price_of
from services.language.wrapping import clean, instruct
from services.storage.table import Put, Row, Table

log = logging.getLogger(__name__)

INSTANCE = "spending"
LIMIT = "limit#language"
_BYTES_PER_TOKEN = 3
_PATIENCE = 30
"""How many times to count again when another process counted first."""


@dataclass(frozen=True, slots=True)
class Reservation:
    """Money set aside for one call."""

    id: str
    owner: str
    purpose: str
    estimate: Estimate
    at: datetime
    is_own: bool = False
    """Whether it is paid by a key of the person's own, which is none of the instance's money."""

    def charged(self, day: Budget, month: Budget) -> tuple[Budget, ...]:
        """Return the budgets that it comes out of."""
        return (day,) if self.is_own else (day, month)


class Spending:
    """Keeps a person under their daily cap and the instance under its monthly one.

    Caps are in micro-dollars; days and months are those of UTC. A person may choose a lower cap.
    """

    def __init__(
        self,
        table: Table,
        now: Clock = utc_now,
        *,
        daily_cap: int,
        monthly_cap: int,
        prices: Sequence[Price] = PRICES,
    ) -> None:
        self._table = table
        self._now = now
        self._daily_cap = daily_cap
        self._monthly_cap = monthly_cap
        self._prices = prices
        self._turn = asyncio.Lock()

    def estimate(self, prompt: Prompt, model: str) -> Estimate:
        """Return the most a call can take. A token is reckoned as three bytes: English has four
        and more, other scripts two to three letters of two or three bytes each."""
        parts = [instruct(prompt.task, prompt.labels, "0" * 16)]
        parts += [f"{each.label}{clean(each.text)}{'0' * 48}" for each in prompt.material]
        parts += [f"{text}{'0' * 64}" for turn in prompt.turns for text in turn.texts()]
        parts += [f"{each.name}{each.description}{each.schema}" for each in prompt.tools]
        parts += [str(prompt.shape.model_json_schema())] if prompt.shape else []
        tokens = -(-sum(len(part.encode()) for part in parts) // _BYTES_PER_TOKEN)
        usage = Usage(prompt=tokens, answer=prompt.most_tokens)
        cost = price_of(model, self._now().date(), self._prices).of(usage)
        return Estimate(
            model=model, prompt_tokens=tokens, answer_tokens=prompt.most_tokens, cost=cost
        )

    async def reserve(
        self, owner: str, purpose: str, estimate: Estimate, *, is_own: bool = False
    ) -> Reservation:
        """Set the estimate aside, or raise `TooMany` if a cap would be passed."""
        reservation = Reservation(new_id(), owner, purpose, estimate, self._now(), is_own)

        def hold(day: Budget, month: Budget) -> list[Put]:
            _check(day, None if is_own else month, estimate.cost)
            budgets = reservation.charged(day, month)
            return [each.hold(reservation.id, estimate.cost) for each in budgets]

        await self._change(owner, reservation.at, hold)
        return reservation

    async def settle(self, reservation: Reservation, usage: Usage | None) -> Call:
        """Turn what was set aside into what it came to: by the usage that was reported, or by the
        estimate where a call broke off without one. A second settling changes nothing."""
        call = self._call(reservation, usage)

        def spend(day: Budget, month: Budget) -> list[Put]:
            body = call.model_dump(mode="json")
            entry = Row(partition(reservation.owner), f"usage#{call.id}", body)
            budgets = reservation.charged(day, month)
            return [*(each.settle(call.id, call.cost) for each in budgets), Put(entry)]

        if await self._table.get(partition(reservation.owner), f"usage#{call.id}") is None:
            await self._change(reservation.owner, reservation.at, spend)
            log.info("model paid", extra={"person": reservation.owner, "cost": call.cost})
        return call

    async def release(self, reservation: Reservation) -> None:
        """Give back what was set aside for a call that was never made."""
        await self._change(
            reservation.owner,
            reservation.at,
            lambda *both: [each.settle(reservation.id, 0) for each in reservation.charged(*both)],
        )

    async def today(self, owner: str) -> Budget:
        """Return how the person stands today."""
        return (await self._budgets(owner, self._now()))[0]

    async def chosen(self, owner: str) -> int | None:
        """Return what the person chose to spend a day at most, None if they chose nothing."""
        row = await self._table.get(partition(owner), LIMIT)
        return row.body["daily"] if row else None

    async def limit(self, owner: str, most: int | None) -> Budget:
        """Let the person spend so much a day at most, None for all that the instance allows;
        return how they stand then. Raise `Invalid` for more than that."""
        if most is not None and not 0 <= most <= self._daily_cap:
            raise Invalid(
                f"Please choose at most {money(self._daily_cap)}: so much is allowed here."
            )
        key = (partition(owner), LIMIT)
        row = await self._table.get(*key) or Row(*key, {})
        # Where another tab chose too, the last one stands.
        with suppress(Conflict):
            await self._table.commit(Put(replace(row, body={"daily": most})))
        return await self.today(owner)

    async def this_month(self) -> Budget:
        """Return how the instance stands this month."""
        return (await self._budgets("", self._now()))[1]

    async def calls(self, owner: str) -> list[Call]:
        """Return the calls that were made for a person, the latest first."""
        rows = await self._table.query(partition(owner), "usage#")
        return [Call.model_validate(row.body) for row in reversed(rows)]

    def _call(self, reservation: Reservation, usage: Usage | None) -> Call:
        estimate = reservation.estimate
        taken = usage or Usage(prompt=estimate.prompt_tokens, answer=estimate.answer_tokens)
        price = price_of(estimate.model, reservation.at.date(), self._prices)
        return Call(
            id=reservation.id,
            purpose=reservation.purpose,
            model=estimate.model,
            prompt_tokens=taken.prompt,
            answer_tokens=taken.answer + taken.thought,
            cost=price.of(taken),
            at=reservation.at,
            exact=usage is not None,
        )

    async def _change(
        self, owner: str, at: datetime, change: Callable[[Budget, Budget], list[Put]]
    ) -> None:
        # In one process people take turns; the versions keep processes apart.
        async with self._turn:
            for _ in range(_PATIENCE):
                with suppress(Conflict):
                    await self._table.commit(*change(*await self._budgets(owner, at)))
                    return
        raise Unavailable("Too many are writing at once. Please try again in a moment.")

    async def _budgets(self, owner: str, at: datetime) -> tuple[Budget, Budget]:
        """Return the person's budget of that day and the instance's of that month."""
        day = (partition(owner), f"spending#{at:%Y-%m-%d}")
        month = (INSTANCE, f"{at:%Y-%m}")
        *rows, chosen = await asyncio.gather(
            self._table.get(*day), self._table.get(*month), self.chosen(owner)
        )
        daily = self._daily_cap if chosen is None else min(chosen, self._daily_cap)
        now = self._now()
        return (
            Budget(rows[0] or Row(*day, {}), daily, now),
            Budget(rows[1] or Row(*month, {}), self._monthly_cap, now),
        )


def _check(day: Budget, month: Budget | None, cost: int) -> None:
    midnight = datetime.combine(day.now.date() + timedelta(days=1), time(), UTC)
    if cost > day.left:
        raise TooMany(
            f"This would pass your daily limit for written advice ({day.words})."
            " It starts anew at midnight UTC.",
            midnight - day.now,
        )
    if month is not None and cost > month.left:
        # When others' money runs out is not this person's to know to the cent.
        next_month = (month.now.replace(day=1) + timedelta(days=32)).replace(day=1)
        raise TooMany(
            "This instance has used up what its operator allows for written advice this month.",
            datetime.combine(next_month.date(), time(), UTC) - month.now,
        )
