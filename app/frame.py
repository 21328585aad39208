"""The shell around every screen: navigation, live news, problems as notices."""

import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from secrets import token_hex

from nicegui import background_tasks, ui

from components.icons import icon
from components.shortcuts import Shortcuts
from services.errors import VaultError
from services.identity.sessions import Session
from services.jobs.profile import Profile
from services.jobs.words import taken_back
from services.vault import Vault

log = logging.getLogger(__name__)

DESTINATIONS = {
    "add": "/jobs/new",
    "trash": "/trash",
    "account": "/account",
    "stages": "/stages",
}
PLACES = (
    ("/", "Jobs", "board"),
    ("/jobs/new", "Add job", "add"),
    ("/trash", "Trash", "trash"),
    ("/account", "Account", "person"),
)


@dataclass
class Desk:
    """What a screen works with: who is here, and what may be done for them.

    A screen that shows what may change elsewhere puts a function into `on_news`; it is called
    with the new revision. `on_key` gets the shortcuts that the shell does not answer itself.
    """

    visitor: Session
    vault: Vault
    profile: Profile
    on_news: list[Callable[[int], Awaitable[None]]] = field(default_factory=list)
    on_key: list[Callable[[str], None]] = field(default_factory=list)

    async def press(self, key: str) -> None:
        """Do what a shortcut stands for, here or on the screen that is shown."""
        if key in DESTINATIONS:
            ui.navigate.to(DESTINATIONS[key])
        elif key.startswith("open:"):
            ui.navigate.to(f"/jobs/{key.removeprefix('open:')}")
        elif key in ("undo", "redo"):
            await self.take_back(key)
        elif self.on_key:
            self.on_key[-1](key)

    async def take_back(self, key: str) -> None:
        """Undo or redo, and say what that was."""
        history = self.vault.history
        done = await (history.undo if key == "undo" else history.redo)(self.owner)
        ui.notify(taken_back(key, done.kind, done.cards))

    def spread(self, rev: int) -> None:
        """Tell the screens that something of this person's has changed."""
        for listener in tuple(self.on_news):
            background_tasks.create(listener(rev), name="news")

    @property
    def owner(self) -> str:
        """Return whose records this desk works on."""
        return self.visitor.person


@contextmanager
def frame() -> Iterator[Shortcuts]:
    """Draw the rail (on a phone: the bar at the bottom); the body is the screen's room."""
    ui.on_exception(show_problem)
    with ui.element("div").classes("cv-shell"):
        with ui.element("nav").classes("cv-rail").props('aria-label="Main"'):
            ui.html('<a class="cv-brand" href="/">CareerVault</a>', sanitize=False)
            for path, name, picture in PLACES:
                with ui.link(target=path).classes("cv-place").props(f'data-path="{path}"'):
                    ui.icon(icon(picture)).props("aria-hidden=true")
                    ui.label(name)
        with ui.element("main").classes("cv-main").props('id="main"'):
            yield Shortcuts()


def show_problem(problem: Exception) -> None:
    """Show an answer of the vault in its own words, an accident with a reference to its log."""
    if isinstance(problem, VaultError):
        fields = getattr(problem, "fields", {})
        ui.notify(" ".join([str(problem), *map(str, fields.values())]), type="warning")
        return
    reference = token_hex(3)
    log.error("accident on a page", extra={"reference": reference})
    ui.notify(f"Something went wrong. If it happens again, quote {reference}.", type="negative")
