"""The versions of a resume, and all about the one that is looked at."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from nicegui import ui
from nicegui.events import GenericEventArguments

from components.entered import Entered
from components.icons import OUTLINES
from components.version_words import marks, paper_words
from services.jobs.job import Card
from services.resumes.resume import Resume, Version

Choose = Callable[[int], Awaitable[None]]


class VersionList(ui.element, component="version_list.js"):
    """Links to each version; `on_choose(number)` makes the one that is shown the current one."""

    def __init__(self, on_choose: Choose) -> None:
        super().__init__()
        self._props["icons"] = {name: OUTLINES[name] for name in ("check", "download", "warning")}

        async def choose(event: GenericEventArguments) -> None:
            await on_choose(Entered({"number": event.args}).whole("number"))

        self.on("choose", choose)

    def show(self, resume: Resume, number: int, sent: Mapping[str, Sequence[Card]]) -> None:
        """Show version `number` of the resume; `sent` are the jobs by version's key."""
        self._props["resume"] = resume.id
        self._props["current"] = resume.current
        self._props["numbers"] = [version.number for version in reversed(resume.versions)]
        self._props["shown"] = _told(resume.find(number))
        self._props["sent"] = [
            {"id": card.id, "words": f"{card.company} · {card.position}"}
            for card in sent.get(resume.key(number), ())
        ]
        self.update()


def _told(version: Version) -> dict[str, Any]:
    return {
        "number": version.number,
        "origin": version.origin,
        "of": version.of,
        "added": version.added.isoformat(),
        "file": version.file_name,
        "size": version.size,
        "paper": paper_words(version),
        "marks": marks(version),
        "note": version.note,
    }
