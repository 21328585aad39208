"""What is told while advice is written."""

from collections.abc import Callable

from services.advice.kept import KeptAdvice, State
from services.advice.result import Result
from services.record import Record


class Update(Record):
    """How far an advice has come: the whole result so far, checked. The last one has ended.

    `words` tell the person what went wrong, or that nothing was paid; `cost` is in micro-dollars.
    """

    key: str
    state: State
    result: Result
    words: str = ""
    cost: int = 0
    is_paid: bool = False


Tell = Callable[[Update], None]


def kept_before(held: KeptAdvice) -> Update:
    """Return the one update of an answer that was paid for before."""
    words = said_before(held)
    return Update(key=held.key, state=held.state, result=held.result, words=words, is_paid=True)


def said_before(held: KeptAdvice) -> str:
    """Return the price of an answer that was paid for before."""
    return f"Written on {held.at:%Y-%m-%d}; to read it again costs nothing."
