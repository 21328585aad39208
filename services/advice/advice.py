"""Written advice: priced, agreed to, paid once, checked piece by piece, and kept."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from services.advice.answering import Answering
from services.advice.ask import Ask
from services.advice.asking import Asking, Question
from services.advice.gate import Gates
from services.advice.kept import Archive, KeptAdvice
from services.advice.sharing import Sharing
from services.advice.update import Tell, Update, kept_before, said_before
from services.clock import Clock, utc_now
from services.errors import Unavailable
from services.language.consent import Consents
from services.language.models import Models
from services.language.spending import Spending
from services.record import Record


class Price(Record):
    """What an advice takes at most, in tokens and micro-dollars; nothing if it was paid before."""

    key: str
    model: str
    tokens: int
    cost: int
    is_paid: bool
    words: str


class Advice:
    """Asks the model on a person's behalf and shows only what stands up to their own texts."""

    def __init__(
        self,
        asking: Asking,
        models: Models,
        consents: Consents,
        spending: Spending,
        archive: Archive,
        gates: Gates,
        now: Clock = utc_now,
    ) -> None:
        self._asking = asking
        self._models = models
        self._consents = consents
        self._spending = spending
        self._archive = archive
        self._gates = gates
        self._now = now
        self._is_leaving: Callable[[], bool] = lambda: False
        self._under_way: dict[tuple[str, str], Sharing[Update]] = {}
        self._listeners: list[Callable[[], None]] = []

    def on_asked(self, listener: Callable[[], None]) -> None:
        """Call the listener each time the model is asked."""
        self._listeners.append(listener)

    def know_leaving(self, is_leaving: Callable[[], bool]) -> None:
        """Say how to find out that this process ends, so that what it cancels is not over."""
        self._is_leaving = is_leaving

    async def price(self, owner: str, ask: Ask) -> Price:
        """Return what the advice would cost now; nothing is sent to find out."""
        question = await self._question(owner, ask)
        estimate = self._spending.estimate(question.prompt, question.model)
        tokens = estimate.prompt_tokens + estimate.answer_tokens
        held = await self._archive.find_whole(owner, question.key)
        return Price(
            key=question.key,
            model=question.model,
            tokens=0 if held else tokens,
            cost=0 if held else estimate.cost,
            is_paid=held is not None,
            words=said_before(held) if held else estimate.words,
        )

    async def allow(self, owner: str, ask: Ask) -> Question:
        """Return the question, or raise what stands in the way of asking it, as `write` does."""
        question = await self._question(owner, ask)
        await self._consents.require(owner)
        return question

    async def write(self, owner: str, ask: Ask) -> AsyncGenerator[Update, None]:
        """Yield the advice as it grows; whoever stops reading stops the model and its cost.

        The same question at the same time is asked once, and one that was answered before costs
        nothing. Raise `Unavailable` without a key, `NotAllowed` without consent, `TooMany` above
        a cap; once there is text, an answer that goes wrong ends in its state instead.
        """
        question = await self.allow(owner, ask)
        place = (owner, question.key)
        sharing = self._under_way.get(place)
        if sharing is None or sharing.is_over:
            sharing = Sharing(lambda tell: self._answer(owner, question, tell))
            self._under_way[place] = sharing
        try:
            async with aclosing(sharing.watch()) as updates:
                async for update in updates:
                    yield update
        finally:
            if sharing.is_over and self._under_way.get(place) is sharing:
                del self._under_way[place]

    async def of(self, owner: str, job: str) -> list[KeptAdvice]:
        """Return the advice for a job, the latest first."""
        return await self._archive.of(owner, job)

    async def find(self, owner: str, ask: Ask) -> KeptAdvice | None:
        """Return what became of this very question, if it was asked before."""
        return await self._archive.find(owner, (await self._question(owner, ask)).key)

    async def get(self, owner: str, key: str) -> KeptAdvice:
        """Return kept advice, or raise `NotFound`."""
        return await self._archive.get(owner, key)

    async def _question(self, owner: str, ask: Ask) -> Question:
        if missing := await self._models.missing(owner):
            raise Unavailable(missing)
        return await self._asking.question(owner, ask)

    async def _answer(self, owner: str, question: Question, tell: Tell) -> None:
        key, ask = question.key, question.ask
        if held := await self._archive.find_whole(owner, key):
            await self._archive.list_for(owner, key, ask.job)
            tell(kept_before(held))
            return
        opening = asyncio.create_task(
            asyncio.to_thread(self._gates.open, question.texts, ask.tongue)
        )
        for listener in self._listeners:
            listener()
        chosen = await self._models.of(owner)
        answering = Answering(
            chosen,
            self._spending,
            self._archive,
            question,
            opening,
            lambda: self._is_leaving(),
            self._now,
        )
        await answering.run(owner, tell)
