"""What people choose for themselves, and how a change of it reaches their other tabs."""

from collections.abc import Mapping
from typing import Any

from services.errors import Conflict, Invalid
from services.jobs.book import Book, Books
from services.jobs.ledger import Ledger
from services.jobs.profile import Profile, View, is_zone
from services.jobs.stages import Stages

UNIVERSAL = frozenset({"UTC", "Etc/UTC", "Etc/GMT"})
CHOSEN = frozenset({"name", "zone", "stages", "views", "goal", "chat_days", "is_quick"})


class People:
    """The settings of each person."""

    def __init__(self, books: Books, ledger: Ledger) -> None:
        self._books = books
        self._ledger = ledger

    async def profile(self, owner: str) -> Profile:
        """Return the person's settings."""
        return (await self._books.open(owner)).profile

    async def revision(self, owner: str) -> int:
        """Return how many commits the person has made, which every change raises by one."""
        return (await self._books.open(owner)).rev

    async def announce(self, owner: str) -> None:
        """Have every tab of this person's look again, at whichever task it is."""
        book = await self._books.open(owner)
        async with book.lock:
            await self._ledger.keep(owner, book)

    async def choose(self, owner: str, changes: Mapping[str, Any]) -> Profile:
        """Change the name, the zone or the goal; raise `Invalid` naming what cannot be taken."""
        book = await self._books.open(owner)
        async with book.lock:
            return await self._write(owner, book, changes)

    async def settle(self, owner: str, zone: str) -> None:
        """Take the zone in which the person is seen, unless one is chosen or it is not known.

        Universal time is nobody's: it is what a browser says that hides where it is.
        """
        book = await self._books.open(owner)
        async with book.lock:
            if not book.profile.zone and is_zone(zone) and zone not in UNIVERSAL:
                await self._write(owner, book, {"zone": zone})

    async def keep_view(self, owner: str, view: View) -> Profile:
        """Remember a filter under its name, in place of one of the same name."""
        book = await self._books.open(owner)
        async with book.lock:
            others = tuple(each for each in book.profile.views if each.name != view.name)
            return await self._write(owner, book, {"views": (*others, view)})

    async def drop_view(self, owner: str, name: str) -> Profile:
        """Forget a filter."""
        book = await self._books.open(owner)
        async with book.lock:
            kept = tuple(each for each in book.profile.views if each.name != name)
            return await self._write(owner, book, {"views": kept})

    async def arrange(self, owner: str, stages: Stages, seen: Stages) -> Profile:
        """Give the person new stages in place of those they `seen` on their screen.

        A stage that has moves is never lost: one that is left out stays, archived, so that
        history and measures keep its meaning. Raise `Invalid` if jobs still stand in it, and
        `Conflict` if the stages were changed elsewhere.
        """
        book = await self._books.open(owner)
        async with book.lock:
            if book.profile.stages != seen:
                raise Conflict("Your stages were changed in another tab. Please look again.")
            kept = {stage.id for stage in stages.every}
            gone = tuple(
                stage.model_copy(update={"archived": True})
                for stage in seen.every
                if stage.id not in kept
            )
            arranged = Stages.check({"every": (*stages.every, *gone)})
            _refuse_to_strand(book, arranged)
            return await self._write(owner, book, {"stages": arranged})

    async def _write(self, owner: str, book: Book, changes: Mapping[str, Any]) -> Profile:
        if unknown := set(changes) - CHOSEN:
            raise Invalid(fields=dict.fromkeys(unknown, "This cannot be changed here."))
        profile = Profile.check({**dict(book.profile), **changes})
        if profile != book.profile:
            await self._ledger.write_profile(owner, book, profile)
        return profile


def _refuse_to_strand(book: Book, arranged: Stages) -> None:
    shown = {stage.id for stage in arranged.shown}
    for stage in arranged.every:
        standing = [card for card in book.cards.values() if card.stage == stage.id]
        if standing and stage.id not in shown:
            raise Invalid(
                f"{len(standing)} of your jobs still stand in “{stage.name}”, counting the "
                "trash. Move them first."
            )
