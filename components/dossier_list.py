"""What was sent with an application, frozen when it was."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from components.asking import Asking
from components.entered import Entered
from components.icons import OUTLINES
from components.match_words import groups
from components.resume_names import GONE, ResumeNames
from services.errors import NotFound
from services.reading.transcript import TextLine
from services.resumes.dossier import Dossier
from services.resumes.resume import split_key

Freeze = Callable[[], Awaitable[object]]


class DossierList(Asking, component="dossier_list.js", esm={"careervault-match": "matching"}):
    """Lists dossiers, the last one first; what one holds travels when it is opened.

    `on_freeze` is called to freeze what the job holds now.
    """

    def __init__(self, on_freeze: Freeze) -> None:
        super().__init__()
        self._dossiers: dict[int, Dossier] = {}
        self._props["icons"] = {name: OUTLINES[name] for name in ("archive", "download")}

        async def freeze(_: Entered) -> None:
            await on_freeze()

        async def unfold(entered: Entered) -> dict[str, Any]:
            dossier = self._dossiers.get(entered.whole("number"))
            if dossier is None:
                raise NotFound("This is no longer there.")
            return _contents(dossier)

        self.on_asked("freeze", freeze)
        self.on_asked("unfold", unfold)

    def show(self, dossiers: Sequence[Dossier], resumes: ResumeNames) -> None:
        """Show these dossiers; the originals of these resumes can be had."""
        self._dossiers = {each.number: each for each in dossiers}
        self._props["dossiers"] = [_head(each, resumes) for each in reversed(dossiers)]
        self.update()


def _head(dossier: Dossier, resumes: ResumeNames) -> dict[str, Any]:
    return {
        "number": dossier.number,
        "frozen": dossier.frozen.isoformat(),
        "applied": dossier.applied_on.isoformat() if dossier.applied_on else "",
        "job": f"{dossier.company} · {dossier.position}",
        "resume": _called(dossier),
        "original": _original(dossier) if resumes.knows(dossier.resume) else "",
        "words": dossier.coverage.words if dossier.coverage else "",
        "letter": bool(dossier.letter),
    }


def _called(dossier: Dossier) -> str:
    """Return what the resume was called when it was frozen."""
    key = split_key(dossier.resume)
    if key is None:
        return dossier.resume
    return f"{dossier.resume_name}, version {key[1]}" if dossier.resume_name else GONE


def _original(dossier: Dossier) -> str:
    key = split_key(dossier.resume)
    return f"/papers/{key[0]}/{key[1]}/original" if key and dossier.file else ""


def _contents(dossier: Dossier) -> dict[str, Any]:
    lines = [TextLine(text=line) for line in dossier.resume_text.split("\n")]
    coverage = dossier.coverage
    return {
        "posting": dossier.posting,
        "resume": dossier.resume_text,
        "letter": dossier.letter,
        "file": dossier.file_name,
        "matcher": coverage.version if coverage else "",
        "warnings": coverage.warnings if coverage else (),
        "groups": groups(coverage, lines) if coverage else [],
    }
