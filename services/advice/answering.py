"""One call: money set aside, an answer checked as it comes, kept in whatever state it ends."""

import asyncio
import logging
from collections.abc import Awaitable
from contextlib import aclosing

from services.advice.asking import Question
from services.advice.checking import Checking
from services.advice.gate import Gate
from services.advice.growing import Growing
from services.advice.hearing import Hearing
from services.advice.kept import Archive, KeptAdvice, State
from services.advice.prompts import SHAPES
from services.advice.result import Result
from services.advice.update import Tell, Update
from services.errors import VaultError
from services.language.model import Blocked, Truncated
from services.language.models import Chosen
from services.language.spending import Reservation, Spending

log = logging.getLogger(__name__)

_BROKEN = "The answer was not whole. What could be read of it is kept; please try again."
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
    ) -> None:
        self._model, self._is_own = chosen
        self._spending = spending
        self._archive = archive
        self._question = question
        self._gate = gate
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
            state, words = await self._hear(hearing, tell)
        except VaultError:
            await self._spending.release(reservation)
            raise
        except asyncio.CancelledError:
            result = self._warned(self._growing.result if self._growing else Result())
            await self._end(reservation, hearing, result, State.CANCELLED, _STOPPED)
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

    async def _hear(self, hearing: Hearing, tell: Tell) -> tuple[State, str]:
        try:
            async with aclosing(hearing.beats()) as beats:
                async for _ in beats:
                    result = await self._look(await self._begin(), hearing)
                    tell(Update(key=self._question.key, state=State.WRITING, result=result))
        except Truncated as problem:
            return State.TRUNCATED, str(problem)
        except Blocked as problem:
            return State.BLOCKED, str(problem)
        return State.DONE, ""

    async def _look(self, growing: Growing, hearing: Hearing, is_whole: bool = False) -> Result:
        # In a thread: a burst of statements takes a tenth of a second to check.
        return self._warned(await asyncio.to_thread(growing.take, hearing.text, is_whole))

    def _warned(self, result: Result) -> Result:
        return result.model_copy(update={"warnings": self._question.warnings})

    async def _end(
        self, reservation: Reservation, hearing: Hearing, result: Result, state: State, words: str
    ) -> KeptAdvice:
        call = await self._spending.settle(reservation, hearing.usage)
        question = self._question
        advice = KeptAdvice(
            key=question.key,
            kind=question.ask.kind,
            job=question.ask.job,
            resume=question.ask.resume,
            model=question.model,
            version=question.prompt.version,
            at=reservation.at,
            state=state,
            result=result,
            prompt_tokens=call.prompt_tokens,
            answer_tokens=call.answer_tokens,
            cost=call.cost,
            exact=call.exact,
            words=words,
        )
        await self._archive.keep(reservation.owner, advice)
        facts = {"person": reservation.owner, "kind": advice.kind.value, "state": state.value}
        log.info("advice written", extra=facts)
        return advice
