"""Advice that is being written in this process, whichever tab asked for it."""

from asyncio import Task
from contextlib import aclosing
from dataclasses import dataclass
from math import ceil
from typing import Protocol
from weakref import WeakKeyDictionary

from nicegui import background_tasks

from services.advice.advice import Advice
from services.advice.ask import Ask, Kind
from services.advice.finishing import Finishing
from services.advice.update import Update
from services.errors import TooMany, VaultError

Place = tuple[str, str]
"""An owner and one of their jobs."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an advice has come, or why there is none; `wait` is in seconds."""

    kind: Kind
    update: Update | None = None
    problem: str = ""
    wait: int = 0
    is_over: bool = False


class Listener(Protocol):
    """A tab that shows a job."""

    def hear(self, progress: Progress) -> None:
        """Show how far an advice for the job has come."""


class Writings:
    """Has advice written on, whether or not its tab stays, until it ends or is stopped.

    What was clicked is paid for, and so is worth finishing: whoever loads the page anew or comes
    back to it finds it growing or kept, and what is lost with this process is written by another.
    Each place has one writing of a kind at a time.
    """

    def __init__(self, advice: Advice, finishing: Finishing) -> None:
        self._advice = advice
        self._finishing = finishing
        self._tasks: dict[tuple[Place, Kind], Task[None]] = {}
        self._latest: dict[tuple[Place, Kind], Progress] = {}
        self._listeners: WeakKeyDictionary[Listener, Place] = WeakKeyDictionary()

    def listen(self, owner: str, job: str, listener: Listener) -> None:
        """Tell the listener what becomes of this job's advice, for as long as anyone holds it."""
        self._listeners[listener] = (owner, job)

    def under_way(self, owner: str, job: str) -> list[Progress]:
        """Return how far each advice for a job has come that is being written now."""
        return [told for (place, _), told in self._latest.items() if place == (owner, job)]

    def start(self, owner: str, ask: Ask) -> None:
        """Have it written, unless that is being done."""
        key = ((owner, ask.job), ask.kind)
        if key not in self._tasks:
            self._latest[key] = Progress(ask.kind)
            self._tell(key[0], self._latest[key])
            self._tasks[key] = background_tasks.create(self._write(key, ask), name="advice")

    def stop(self, owner: str, job: str, kind: Kind) -> None:
        """Stop what is being written; what there is of it is kept."""
        if task := self._tasks.get(((owner, job), kind)):
            task.cancel()

    async def _write(self, key: tuple[Place, Kind], ask: Ask) -> None:
        place, kind = key
        last = Progress(kind, is_over=True)
        try:
            await self._finishing.remember(place[0], ask)
            async with aclosing(self._advice.write(place[0], ask)) as updates:
                async for update in updates:
                    self._latest[key] = Progress(kind, update)
                    self._tell(place, self._latest[key])
        except VaultError as problem:
            wait = ceil(problem.wait.total_seconds()) if isinstance(problem, TooMany) else 0
            last = Progress(kind, problem=str(problem), wait=wait, is_over=True)
        finally:
            del self._tasks[key], self._latest[key]
            self._tell(place, last)

    def _tell(self, place: Place, progress: Progress) -> None:
        for listener, its_place in tuple(self._listeners.items()):
            if its_place == place:
                listener.hear(progress)
