"""The resumes of a person, and those in the trash."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from nicegui import ui
from nicegui.events import GenericEventArguments

from components.icons import OUTLINES
from components.version_words import marks, paper_words
from services.jobs.job import Card
from services.resumes.resume import Resume

Act = Callable[[str], Awaitable[None]]


class ResumeList(ui.element, component="resume_list.js"):
    """Lists resumes with their current version; what is done to one is called with its id."""

    def __init__(self, on_trash: Act, on_restore: Act, on_erase: Act) -> None:
        super().__init__()
        self._props["icons"] = {name: OUTLINES[name] for name in ("document", "trash", "warning")}
        self._tell("trash", on_trash)
        self._tell("restore", on_restore)
        self._tell("erase", on_erase)

    def show(
        self,
        resumes: Sequence[Resume],
        trashed: Sequence[Resume],
        sent: Mapping[str, Sequence[Card]],
    ) -> None:
        """Show these resumes and the jobs that their versions were sent to, by version's key."""
        self._props["resumes"] = [_row(resume, sent) for resume in resumes]
        self._props["trashed"] = [
            {
                "id": resume.id,
                "name": resume.name,
                "at": resume.trashed.isoformat() if resume.trashed else "",
            }
            for resume in trashed
        ]
        self.update()

    def _tell(self, name: str, act: Act) -> None:
        async def told(event: GenericEventArguments) -> None:
            await act(str(event.args))

        self.on(name, told)


def _row(resume: Resume, sent: Mapping[str, Sequence[Card]]) -> dict[str, Any]:
    current = resume.find()
    count = len(resume.versions)
    return {
        "id": resume.id,
        "name": resume.name,
        "paper": paper_words(current),
        "version": f"Version {current.number} of {count}" if count > 1 else "",
        "sent": sum(len(sent.get(resume.key(each.number), ())) for each in resume.versions),
        "marks": marks(current),
        "updated": resume.updated.isoformat(),
    }
