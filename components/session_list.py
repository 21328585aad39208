"""The browsers in which a person is signed in."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from components.asking import Asking

_BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
"""From the rarest word to the commonest: a browser also names those it wants to pass for."""

_SYSTEMS = {
    "iPhone": "an iPhone",
    "iPad": "an iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Macintosh": "a Mac",
    "CrOS": "a Chromebook",
    "Linux": "Linux",
}


@dataclass(frozen=True, slots=True)
class SignedIn:
    """One browser: what it called itself, since when it is in and when it was seen (ISO)."""

    handle: str
    agent: str
    opened: str
    seen: str
    here: bool


class SessionList(Asking, component="session_list.js"):
    """Lists browsers; `on_end(handle)` ends one, `on_end_all()` every one, this one too."""

    def __init__(
        self,
        on_end: Callable[[str], Awaitable[None]],
        on_end_all: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__()

        async def end(entered: Mapping[str, Any]) -> None:
            await on_end(str(entered["handle"]))

        async def end_all(_: Mapping[str, Any]) -> None:
            await on_end_all()

        self.on_asked("end", end)
        self.on_asked("end_all", end_all)

    def show(self, sessions: Sequence[SignedIn]) -> None:
        """Show these browsers."""
        self._props["sessions"] = [
            {**asdict(session), "words": browser_words(session.agent)} for session in sessions
        ]
        self.update()


def browser_words(agent: str) -> str:
    """Say which browser a user agent most likely is, such as “Firefox on Windows”."""
    browser = next((name for mark, name in _BROWSERS.items() if f"{mark}/" in agent), "")
    system = next((name for mark, name in _SYSTEMS.items() if mark in agent), "")
    if not browser:
        return f"A browser on {system}" if system else "An unknown browser"
    return f"{browser} on {system}" if system else browser
