"""The job list: what a person sees of their jobs, as a board or as a table."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from nicegui import ui

from components.icons import OUTLINES
from services.jobs.stages import Stage

Intent = Callable[[dict[str, Any]], Any]
"""Is told what the person wants, as the browser wrote it: check it before you act on it."""

_ICONS = (
    "add board bookmark calendar check close down end filter more move search table tag trash up"
    " warning"
)


class JobList(ui.element, component="job_list.js", esm={"careervault-job-list": "job_list"}):
    """A board and a table that fetch the rows they show, a window at a time, from `rows`.

    What the person does comes back as an intent: the list shows it already, and waits for
    `settle` to learn whether it is kept. It answers the shortcuts that are about a list (see
    `Shortcuts`) in the browser, at once.
    """

    def __init__(
        self,
        stages: Sequence[Stage],
        *,
        today: date,
        views: Sequence[Mapping[str, str]] = (),
        rows: str = "/rows",
        on_open: Intent | None = None,
        on_move: Intent | None = None,
        on_close: Intent | None = None,
        on_edit: Intent | None = None,
        on_bulk: Intent | None = None,
        on_save_view: Intent | None = None,
        on_drop_view: Intent | None = None,
        on_add: Intent | None = None,
    ) -> None:
        super().__init__()
        self.props["url"] = rows
        self.props["today"] = today.isoformat()
        self.props["icons"] = {name: OUTLINES[name] for name in _ICONS.split()}
        self.show_stages(stages)
        self.show_views(views)
        self._tell("open", on_open)
        self._tell("move", on_move)
        self._tell("close", on_close)
        self._tell("edit", on_edit)
        self._tell("bulk", on_bulk)
        self._tell("save_view", on_save_view)
        self._tell("drop_view", on_drop_view)
        self._tell("add", on_add)

    def show_stages(self, stages: Sequence[Stage]) -> None:
        """Give the board these columns, in this order."""
        fields = {"id", "name", "colour", "kind"}
        self.props["stages"] = [stage.model_dump(mode="json", include=fields) for stage in stages]

    def show_views(self, views: Sequence[Mapping[str, str]]) -> None:
        """Offer these saved views, each a `name` and a `query`."""
        self.props["views"] = [{"name": view["name"], "query": view["query"]} for view in views]

    def refresh(self, rev: int | None = None) -> None:
        """Fetch again what is in sight, quietly, unless the list already shows this revision."""
        self.run_method("refresh", *([] if rev is None else [rev]))

    def settle(self, job: str, ok: bool, message: str = "") -> None:
        """Say whether a job's change was kept; if it was not, it is put back with the message."""
        self.run_method("settle", job, ok, message)

    def _tell(self, name: str, intent: Intent | None) -> None:
        if intent:
            self.on(name, lambda event: intent(event.args))
