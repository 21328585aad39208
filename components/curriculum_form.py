"""What was found in a resume, part by part, to check and to confirm."""

from collections.abc import Awaitable, Callable

from components.asking import Asking
from components.entered import Entered
from components.icons import OUTLINES
from services.errors import Invalid
from services.parsing.curriculum import Curriculum

Confirm = Callable[[Curriculum], Awaitable[None]]


class CurriculumForm(
    Asking,
    component="curriculum_form.js",
    esm={"careervault-curriculum": "curriculum"},
):
    """Shows each part beside the lines it came from (see `PageView`); all of it can be changed.

    `on_confirm(curriculum)` is called with what the person says. Until then their changes are kept
    in the browser, also over a reload.
    """

    def __init__(self, paper: str, on_confirm: Confirm) -> None:
        super().__init__()
        names = ("add", "check", "close", "download", "info")
        self._props["paper"] = paper
        self._props["icons"] = {name: OUTLINES[name] for name in names}

        async def confirm(entered: Entered) -> None:
            if not isinstance(written := entered["curriculum"], dict):
                raise Invalid("These contents could not be read. Please reload the page.")
            await on_confirm(Curriculum.check(written))

        self.on_asked("confirm", confirm)

    def show(self, curriculum: Curriculum, is_confirmed: bool) -> None:
        """Show what is known now, and whether the person has confirmed it."""
        facts = {"curriculum": curriculum.model_dump(mode="json"), "confirmed": is_confirmed}
        if facts != {name: self._props.get(name) for name in facts}:
            self._props.update(facts)
            self.update()
