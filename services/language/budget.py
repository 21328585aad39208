"""Money set aside and money spent, of one person's day or of the instance's month."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from services.language.prices import money
from services.storage.table import Put, Row

HOLD = timedelta(minutes=15)
"""How long money stays set aside for a call that never reports back; no call takes as long."""

_KEPT = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Budget:
    """What was spent in a stretch of time and what is set aside, in micro-dollars, as a row says.

    `held` has an amount and the moment it is given up for each call under way.
    """

    row: Row
    cap: int
    now: datetime

    @property
    def spent(self) -> int:
        """Return what calls that ended have cost."""
        return int(self.row.body.get("spent", 0))

    @property
    def held(self) -> dict[str, list[float]]:
        """Return what is set aside for calls under way, without those that died."""
        held: dict[str, list[float]] = self.row.body.get("held", {})
        return {call: each for call, each in held.items() if each[1] > self.now.timestamp()}

    @property
    def left(self) -> int:
        """Return what may still be set aside."""
        return max(0, self.cap - self.spent - sum(int(amount) for amount, _ in self.held.values()))

    @property
    def words(self) -> str:
        """Return the state as it is shown."""
        return f"{money(self.spent)} of {money(self.cap)} used"

    def hold(self, call: str, amount: int) -> Put:
        """Return the write that sets the amount aside."""
        until = (self.now + HOLD).timestamp()
        return self._put(self.spent, {**self.held, call: [amount, until]})

    def settle(self, call: str, cost: int) -> Put:
        """Return the write that gives back what was set aside and adds what it came to."""
        held = {other: each for other, each in self.held.items() if other != call}
        return self._put(self.spent + cost, held)

    def _put(self, spent: int, held: dict[str, list[float]]) -> Put:
        body: dict[str, Any] = {"spent": spent, "held": held}
        return Put(replace(self.row, body=body, expires=self.now + _KEPT))
