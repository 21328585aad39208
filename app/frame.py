"""The frame around every screen: navigation, problems as notices."""

import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from secrets import token_hex
from typing import Any

from nicegui import ui

from app.desk import Desk
from components.ahead import Ahead
from components.appearance import Appearance
from components.attention import Attention
from components.icons import svg
from components.leaving import Leaving
from components.notices import Notices
from components.pictures import PLOTLY
from components.rail import Place, Rail
from components.shortcuts import Shortcuts
from components.underway import Underway
from components.whereabouts import Whereabouts
from services.errors import VaultError

log = logging.getLogger(__name__)

PLACES = (
    Place("/", "Jobs", "board", ("/jobs/", "/stages")),
    Place("/resumes", "Resumes", "document", ("/resumes/", "/match")),
    Place("/jobs/new", "Add job", "add"),
    Place("/analytics", "Analytics", "analytics", ("/review",)),
    Place("/assistant", "Assistant", "assistant", ("/assistant/",)),
)
FURTHER = (
    Place("/trash", "Trash", "trash"),
    Place("/account", "Account", "person", ("/writing",)),
)
FOR_ADMINS = (Place("/instance", "Instance", "dashboard"),)


@contextmanager
def frame(desk: Desk, is_admin: bool) -> Iterator[None]:
    """Draw the rail (on a phone: the bar at the bottom); the body is the screen's room."""
    ui.on_exception(lambda problem: show_problem(desk, problem))
    desk.notices = Notices(on_undo=lambda: desk.take_back("undo"))
    with ui.element("div").classes("cv-shell"):
        further = (*FURTHER, *FOR_ADMINS) if is_admin else FURTHER
        Rail(PLACES, further, on_undo=lambda: desk.take_back("undo"))
        with ui.element("div").classes("cv-main").props('id="main"'):
            yield
        Shortcuts().on_key(desk.press)
        Appearance()
        Attention(desk.attend)
        Leaving()
        Whereabouts(lambda zone: desk.vault.people.settle(desk.owner, zone))
        Underway()
        Ahead([PLOTLY])


async def open_screen(desk: Desk, screen: Callable[..., Awaitable[None]], *given: Any) -> None:
    """Build a screen; what the vault refuses to show is said in its place."""
    desk.show()
    try:
        await screen(desk, *given)
    except VaultError as problem:
        with ui.element("div").classes("cv-empty"):
            ui.html(svg("warning"), sanitize=False)
            ui.label(str(problem)).props("role=alert")
            ui.link("Go to your jobs", "/").classes("cv-button")
    finally:
        desk.is_built.set()


def show_problem(desk: Desk, problem: Exception) -> None:
    """Show an answer of the vault in its own words, an accident with a reference to its log."""
    if isinstance(problem, VaultError):
        fields = getattr(problem, "fields", {})
        desk.say(" ".join([str(problem), *map(str, fields.values())]), "warning")
        return
    reference = token_hex(3)
    log.error("accident on a page", extra={"reference": reference}, exc_info=problem)
    desk.say(f"Something went wrong. If it happens again, quote {reference}.", "negative")
