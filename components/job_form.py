"""The fields of a job, to fill in for a new one or to edit in place."""

from collections.abc import Awaitable, Callable
from typing import Any

from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement
from nicegui.events import GenericEventArguments

from components.job_values import belongs, clean, part, worn
from components.resume_choice import ResumeChoice
from components.resume_names import ResumeNames
from services.errors import Invalid
from services.jobs.job import Job, Period, WorkMode

EXCITEMENT = {1: "1 · a backup", 2: "2", 3: "3 · good", 4: "4", 5: "5 · a dream"}
UNSAID: dict[Any, str] = {None: "Not said"}
TYPED = (ui.input, ui.textarea)
Leave = Callable[[str, Any, int], Awaitable[Job]]
"""Writes a field that was typed over the version of the job it names; returns what stands now."""


class JobForm:
    """Inputs for a job's details; with `on_leave` each tells when it was left changed.

    They start with what `job` holds, if one is given. `resumes` are those that may be chosen.

    Each `add_…` puts a group of them where the page stands. `show` fills them and may be called
    again when the job has changed: what the person is in the midst of typing stays, and so does
    the version it was typed over.
    """

    def __init__(
        self, resumes: ResumeNames, on_leave: Leave | None = None, job: Job | None = None
    ) -> None:
        self._resumes = resumes
        self._on_leave = on_leave
        # An input that is made with its value need not be sent it later, when somebody types.
        self._first = job.model_dump(mode="json") if job else {}
        self._inputs: dict[str, ValueElement[Any]] = {}
        self._shown: dict[str, Any] = {}
        self._seen: dict[str, int] = {}
        self._leaving: dict[str, Callable[[], Awaitable[None]]] = {}
        self.wrong: list[str] = []
        """The inputs with something to correct, in their order."""

    def add_essentials(self) -> None:
        """Add company and position: all that a job needs."""
        with group():
            self._line("company", "Company", "autocomplete=off maxlength=200")
            self._line("position", "Position", "autocomplete=off maxlength=200")

    def add_next(self) -> None:
        """Add what to do next."""
        with group():
            self._line("next_step", "Next step", "maxlength=200")
            self._date("next_step_on", "Next step on")
            self._date("deadline", "Deadline")

    def add_details(self) -> None:
        """Add where, from where, and what the person thinks of it."""
        modes: dict[str | None, str] = {
            None: "Not said",
            **{m.value: m.value.title() for m in WorkMode},
        }
        with group():
            self._line("location", "Location", "maxlength=200")
            self._keep("work_mode", ui.select(modes, label="Work mode"))
            self._line("source", "Found through", "maxlength=100")
            self._line("url", "Link to the posting", "inputmode=url maxlength=2000")
            self._chips("tags", "Tags")
            self._keep("excitement", ui.select({**UNSAID, **EXCITEMENT}, label="Excitement"))
            sent = self._first.get("resume", "")
            self._keep("resume", ResumeChoice("Resume for this job", self._resumes, sent))

    def add_salary(self) -> None:
        """Add what it pays."""
        periods: dict[str | None, str] = {
            None: "Not said",
            **{p.value: f"a {p.value}" for p in Period},
        }
        with group():
            # The browser's own number fields read 42.000 as 42 and drop a comma.
            self._line("salary.min", "Salary from", "inputmode=decimal maxlength=20")
            self._line("salary.max", "Salary to", "inputmode=decimal maxlength=20")
            self._line("salary.currency", "Currency, such as EUR", "maxlength=3")
            self._keep("salary.period", ui.select(periods, label="Paid"))

    def add_text(self, name: str, label: str) -> None:
        """Add a room for long text."""
        with group():
            area = ui.textarea(label).props("outlined autogrow").classes("cv-wide")
            self._keep(name, area)

    @property
    def values(self) -> dict[str, Any]:
        """What stands in the inputs, as a record takes it; an empty input is no value."""
        found: dict[str, Any] = {}
        for name, element in self._inputs.items():
            value = clean(name, element.value)
            if name.startswith("salary."):
                salary = found.setdefault("salary", {})
                salary.update({name.removeprefix("salary."): value} if value is not None else {})
            else:
                found[name] = value
        if "salary" in found and not found["salary"]:
            found["salary"] = None
        return found

    def show(self, job: Job, resumes: ResumeNames) -> None:
        """Fill the inputs from the job, all but those that hold something unsaved."""
        if isinstance(choice := self._inputs.get("resume"), ResumeChoice):
            choice.offer(resumes)
        self._wear(job, [name for name in self._inputs if not self._is_unsaved(name)])

    async def put_back(self, typed: dict[str, str], seen: int) -> None:
        """Have fields left as they were typed over the version `seen` when nobody heard it."""
        known = [name for name in typed if name in self._leaving]
        for name in known:
            self._inputs[name].set_value(typed[name])
            self._seen[name] = seen
        for name in known:
            await self._leaving[name]()

    def point_out(self, fields: dict[str, str]) -> None:
        """Put each sentence under the input it is about."""
        self.wrong = []
        for name, element in self._inputs.items():
            says = next((text for key, text in fields.items() if belongs(key, name)), None)
            element.props(f"error={says is not None}".replace("False", "false"))
            element.props(remove="error error-message")
            if says:
                self.wrong.append(name)
                element.props["error"] = True
                element.props["error-message"] = says
            element.update()

    def focus(self, name: str) -> None:
        """Put the cursor into an input."""
        self._inputs[name].run_method("focus")

    def _is_unsaved(self, name: str) -> bool:
        held = clean(name, self._inputs[name].value)
        return name in self._shown and held != self._shown[name]

    def _wear(self, job: Job, names: list[str]) -> None:
        values = job.model_dump(mode="json")
        for name in names:
            self._shown[name] = part(values, name)
            self._seen[name] = job.version
            self._inputs[name].set_value(worn(name, self._shown[name]))

    def _line(self, name: str, label: str, props: str = "") -> ValueElement[Any]:
        first = ""
        if self._first:
            self._shown[name] = part(self._first, name)
            self._seen[name] = self._first["version"]
            first = worn(name, self._shown[name])
        return self._keep(name, ui.input(label, value=first).props(props))

    def _date(self, name: str, label: str) -> ValueElement[Any]:
        return self._line(name, label, "type=date stack-label")

    def _chips(self, name: str, label: str) -> ValueElement[Any]:
        chips = ui.input_chips(label, new_value_mode="add-unique")

        def enter(event: GenericEventArguments) -> None:
            typed = str(event.args or "").strip()
            if typed and typed not in chips.value:
                chips.set_value([*chips.value, typed])

        # What was typed without Enter would vanish when the input is left.
        chips.on("focusout", enter, js_handler="(event) => emit(event.target.value)")
        return self._keep(name, chips)

    def _keep(self, name: str, element: ValueElement[Any]) -> ValueElement[Any]:
        element.props("outlined dense")
        if isinstance(element, TYPED):
            element.props(f'data-field="{name}"')
        self._inputs[name] = element
        if self._on_leave is not None:
            self._tell(name, element)
        return element

    def _tell(self, name: str, element: ValueElement[Any]) -> None:
        async def left() -> None:
            if self._on_leave is None or not self._is_unsaved(name):
                return
            field = name.split(".")[0]
            try:
                job = await self._on_leave(field, self.values[field], self._seen[name])
            except Invalid as problem:
                self.point_out(problem.fields)
                raise
            if not element.is_deleted:
                self.point_out({})
                self._wear(job, [each for each in self._inputs if belongs(each, field)])

        if isinstance(element, TYPED):
            self._leaving[name] = left
            # Quasar tells of its own "blur" a moment later; a tap on a link has left by then.
            element.on("focusout", left)
            element.on("keydown.enter", left)
        else:
            element.on_value_change(left)


def group() -> ui.element:
    """Make a room for inputs that belong together."""
    return ui.element("div").classes("cv-fields")
