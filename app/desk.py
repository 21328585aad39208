"""What a screen works with: who is here, what may be done for them, and the news they hear."""

import asyncio
from collections.abc import Awaitable, Callable

from nicegui import background_tasks, ui

from app.writings import Writings
from components.notices import Notices, Tone
from components.resume_names import ResumeNames
from services.identity.sessions import Session
from services.jobs.words import taken_back
from services.vault import Vault

DESTINATIONS = {
    "jobs": "/",
    "add": "/jobs/new",
    "trash": "/trash",
    "stages": "/stages",
    "match": "/match",
    "analytics": "/analytics",
    "review": "/review",
    "resumes": "/resumes",
    "assistant": "/assistant",
    "account": "/account",
}
LISTS = frozenset({"board", "table", "search"})

News = Callable[[int], Awaitable[None]]
Key = Callable[[str], object]


class Desk:
    """One visitor's tab. The screen that is shown says with `show` what it wants to hear.

    `notices` are the frame's, which outlasts the screen on which something was begun. `is_built` is
    set once the first screen stands, so that the page can leave with it whole.
    """

    def __init__(self, visitor: Session, vault: Vault, writings: Writings) -> None:
        self.visitor = visitor
        self.vault = vault
        self.writings = writings
        self.notices: Notices
        self.is_built = asyncio.Event()
        self.is_attended = True
        self.show()

    @property
    def owner(self) -> str:
        """Return whose records this desk works on."""
        return self.visitor.person

    async def resume_names(self) -> ResumeNames:
        """Return what the versions of this person's resumes are called, in the trash or not."""
        resumes = self.vault.resumes
        every = [*await resumes.every(self.owner), *await resumes.trashed(self.owner)]
        return ResumeNames(every)

    def show(self, news: News | None = None, key: Key | None = None) -> None:
        """Tell `news` of each new revision, and give `key` the shortcuts we do not answer."""
        self._news = news
        self._key = key

    def attend(self, is_attended: bool) -> None:
        """Remember whether somebody is at the page: where nobody is, news may take longer."""
        self.is_attended = is_attended

    def spread(self, rev: int) -> None:
        """Tell the screen that something of this person's has changed."""
        if self._news is not None:
            background_tasks.create(self._news(rev), name="news")

    async def press(self, key: str) -> None:
        """Do what a shortcut stands for, here or on the screen that is shown."""
        if key in DESTINATIONS:
            self.go(DESTINATIONS[key])
        elif key.startswith("open:"):
            self.go(f"/jobs/{key.removeprefix('open:')}")
        elif key in ("undo", "redo"):
            await self.take_back(key)
        elif self._key is not None:
            self._key(key)
        elif key in LISTS:
            self.go("/?view=table" if key == "table" else "/")

    async def take_back(self, key: str) -> None:
        """Undo or redo, and say what that was."""
        history = self.vault.history
        done = await (history.undo if key == "undo" else history.redo)(self.owner)
        self.say(taken_back(key, done.kind, done.cards))

    def say(self, words: str, tone: Tone = "plain", can_undo: bool = False) -> None:
        """Show a short notice in place of the last one."""
        self.notices.show(words, tone, can_undo)

    def go(self, address: str) -> None:
        """Open another screen, unless the one that asks for it was left in the meantime."""
        if not is_left():
            ui.navigate.to(address)


def is_left() -> bool:
    """Tell whether the part of the page that this runs for is gone."""
    try:
        return ui.context.slot.parent.is_deleted
    except RuntimeError:  # NiceGUI's way to say that the parent was deleted
        return True
