"""The records of a call to a model: what it may cost at most, and what it came to."""

from datetime import datetime

from services.language.prices import money
from services.record import Record


class Estimate(Record):
    """What a call takes at most: its prompt, and an answer as long as it may become."""

    model: str
    prompt_tokens: int
    answer_tokens: int
    cost: int
    """In micro-dollars."""

    @property
    def words(self) -> str:
        """Return the price as it is shown before the click."""
        if not self.cost:
            return "free"
        cost = money(self.cost)
        return cost if cost.startswith("less") else f"at most {cost}"


class Call(Record):
    """A call that was made: what for, with which model, what it took and cost, and when."""

    id: str
    purpose: str
    model: str
    prompt_tokens: int
    answer_tokens: int
    cost: int
    at: datetime
    exact: bool = True
    """Whether the model reported the tokens; else they are the estimate."""
