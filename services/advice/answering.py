"""One call: money set aside, an answer checked as it comes, kept in whatever state it ends."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from datetime import datetime, timedelta

from services.advice.asking import Question
from services.advice.checking import Checking
from services.advice.gate import Gate
from services.advice.growing import Growing
from services.advice.hearing import Hearing
from services.advice.kept import Archive, KeptAdvice, State
from services.advice.prompts import SHAPES
from services.advice.result import Result
from services.advice.update import Tell, Update
from services.clock import Clock
from services.errors import VaultError
from services.language.model import Blocked, Truncated
from services.language.models import Chosen
from services.language.spending import Reservation, Spending

log = logging.getLogger(__name__)

_BROKEN = "The answer was not whole. What could be read of it is kept; please try again."
_BEGUN = "This is still being written, or broke off with the server that wrote it."
KEEP_EVERY = timedelta(seconds=3)
"""How often what there is of an answer is kept while it grows."""

_STOPPED = "You stopped this. What had come until then is kept."


class Answering:
    """Has one question answered."""

    def __init__(
        self,
        chosen: Chosen,
        spending: Spending,
        archive: Archive,
        question: Question,
        gate: Awaitable[Gate],
        is_leaving: Callable[[], bool],
        now: Clock,
    ) -> None:
        self._model, self._is_own = chosen
        self._spending = spending
        self._archive = archive
        self._question = question
        self._gate = gate
        self._is_leaving = is_leaving
        self._now = now
        self._touched: datetime | None = None
        self._growing: Growing | None = None

    async def run(self, owner: str, tell: Tell) -> None:
        """Tell how the answer grows and how it ended; raise what came before its first word."""
        question = self._question
        estimate = self._spending.estimate(question.prompt, question.model)
        reservation = await self._spending.reserve(
            owner, question.ask.kind, estimate, is_own=self._is_own
        )
        hearing = Hearing(question.mask.reveal(self._model.stream(question.prompt)))
        try:
            state, words = await self._hear(reservation, hearing, tell)
        except VaultError:
            await self._spending.release(reservation)
            raise
        except asyncio.CancelledError:
            result = self._warned(self._growing.result if self._growing else Result())
            # Nobody stopped it who wanted it: somebody else may write it on.
            left = (State.WRITING, _BEGUN) if self._is_leaving() else (State.CANCELLED, _STOPPED)
            await self._end(reservation, hearing, result, *left)
            raise
        growing = await self._begin()
        result = await self._look(growing, hearing, is_whole=True)
        if growing.is_broken and state is State.DONE:
            state, words = State.TRUNCATED, _BROKEN
        advice = await self._end(reservation, hearing, result, state, words)
        tell(Update(key=advice.key, state=state, result=result, words=words, cost=advice.cost))

    async def _begin(self) -> Growing:
        """Return the answer's growth; the gate was opened while the model began to write."""
        if self._growing is None:
            checking = Checking(self._question.texts, await self._gate)
            self._growing = Growing(SHAPES[self._question.ask.kind], checking)
        return self._growing

    async def _hear(
        self, reservation: Reservation, hearing: Hearing, tell: Tell
    ) -> tuple[State, str]:
        try:
            async with aclosing(hearing.beats()) as beats:
                async for _ in beats:
                    result = await self._look(await self._begin(), hearing)
                    tell(Update(key=self._question.key, state=State.WRITING, result=result))
                    await self._keep_so_far(reservation, result)
        except Truncated as problem:
            return State.TRUNCATED, str(problem)
        except Blocked as problem:
            return State.BLOCKED, str(problem)
        return State.DONE, ""

    async def _keep_so_far(self, reservation: Reservation, result: Result) -> None:
        """Keep what there is now and then, with words that hold if nothing follows."""
        now = self._now()
        if self._touched is None or now - self._touched >= KEEP_EVERY:
            self._touched = now
            growing = self._kept(reservation, result, State.WRITING, _BEGUN)
            alive = growing.model_copy(update={"touched": now})
            await self._archive.keep(reservation.owner, alive)

    async def _look(self, growing: Growing, hearing: Hearing, is_whole: bool = False) -> Result:
        # In a thread: a burst of statements takes a tenth of a second to check.
        return self._warned(await asyncio.to_thread(growing.take, hearing.text, is_whole))

    def _warned(self, result: Result) -> Result:
        return result.model_copy(update={"warnings": self._question.warnings})

    async def _end(
        self, reservation: Reservation, hearing: Hearing, result: Result, state: State, words: str
    ) -> KeptAdvice:
        call = await self._spending.settle(reservation, hearing.usage)
        advice = self._kept(reservation, result, state, words).model_copy(
            update={
                "prompt_tokens": call.prompt_tokens,
                "answer_tokens": call.answer_tokens,
                "cost": call.cost,
                "exact": call.exact,
            }
        )
        await self._archive.keep(reservation.owner, advice)
        facts = {"person": reservation.owner, "kind": advice.kind.value, "state": state.value}
        log.info("advice written", extra=facts)
        return advice

    def _kept(
        self, reservation: Reservation, result: Result, state: State, words: str
    ) -> KeptAdvice:
        question = self._question
        return KeptAdvice(
            key=question.key,
            kind=question.ask.kind,
            job=question.ask.job,
            resume=question.ask.resume,
            model=question.model,
            version=question.prompt.version,
            at=reservation.at,
            state=state,
            result=result,
            words=words,
        )
