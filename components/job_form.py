"""The fields of a job, to fill in for a new one or to edit in place."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement
from nicegui.events import GenericEventArguments

from components.resume_choice import ResumeChoice
from components.resume_names import ResumeNames
from services.errors import Invalid
from services.jobs.job import Details, Job, Period, WorkMode
from services.jobs.stages import Stages
from services.record import Record

EXCITEMENT = {1: "1 · a backup", 2: "2", 3: "3 · good", 4: "4", 5: "5 · a dream"}
UNSAID: dict[Any, str] = {None: "Not said"}
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

    def add_essentials(self) -> None:
        """Add company and position: all that a job needs."""
        with _group():
            self._line("company", "Company", "autocomplete=off maxlength=200")
            self._line("position", "Position", "autocomplete=off maxlength=200")

    def add_standing(self, stages: Stages, today: str) -> None:
        """Add the stage of a new job and the day of applying."""
        with _group():
            options = {stage.id: stage.name for stage in stages.shown}
            self._keep("stage", ui.select(options, label="Stage", value=stages.default.id))
            self._date("applied_on", "Applied on").set_value(today)

    def add_next(self) -> None:
        """Add what to do next."""
        with _group():
            self._line("next_step", "Next step", "maxlength=200")
            self._date("next_step_on", "Next step on")
            self._date("deadline", "Deadline")

    def add_details(self) -> None:
        """Add where, from where, and what the person thinks of it."""
        modes: dict[str | None, str] = {
            None: "Not said",
            **{m.value: m.value.title() for m in WorkMode},
        }
        with _group():
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
        with _group():
            self._number("salary.min", "Salary from")
            self._number("salary.max", "Salary to")
            self._line("salary.currency", "Currency, such as EUR", "maxlength=3")
            self._keep("salary.period", ui.select(periods, label="Paid"))

    def add_text(self, name: str, label: str) -> None:
        """Add a room for long text."""
        with _group():
            area = ui.textarea(label).props("outlined autogrow").classes("cv-wide")
            self._keep(name, area)

    @property
    def values(self) -> dict[str, Any]:
        """What stands in the inputs, as a record takes it; an empty input is no value."""
        found: dict[str, Any] = {}
        for name, element in self._inputs.items():
            value = _clean(name, element.value)
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

    def draft(self, kind: type[Record]) -> Any:
        """Return what was entered as such a record, or point out what to correct and raise."""
        try:
            return kind.check({k: v for k, v in self.values.items() if v is not None or k in NULLS})
        except Invalid as problem:
            self.point_out(problem.fields)
            raise Invalid("Something needs another look.") from None

    def point_out(self, fields: dict[str, str]) -> None:
        """Put each sentence under the input it is about."""
        for name, element in self._inputs.items():
            says = next((text for key, text in fields.items() if _belongs(key, name)), None)
            element.props(f"error={says is not None}".replace("False", "false"))
            element.props(remove="error error-message")
            if says:
                element.props["error"] = True
                element.props["error-message"] = says
            element.update()

    def fill(self, values: dict[str, Any]) -> None:
        """Put back what was typed before a reload."""
        for name, value in values.items():
            if isinstance(self._inputs.get(name), ui.input | ui.textarea | ResumeChoice):
                self._inputs[name].set_value(value)

    def focus(self, name: str) -> None:
        """Put the cursor into an input."""
        self._inputs[name].run_method("focus")

    def on_typed(
        self, names: tuple[str, ...], callback: Callable[[dict[str, Any]], object]
    ) -> None:
        """Call back with all values, a moment after one of these inputs was typed in."""

        async def typed() -> None:
            result = callback(self.values)
            if hasattr(result, "__await__"):
                await result

        for name in names:
            self._inputs[name].on("update:model-value", typed, throttle=0.3, leading_events=False)

    def _is_unsaved(self, name: str) -> bool:
        held = _clean(name, self._inputs[name].value)
        return name in self._shown and held != self._shown[name]

    def _wear(self, job: Job, names: list[str]) -> None:
        values = job.model_dump(mode="json")
        for name in names:
            self._shown[name] = _part(values, name)
            self._seen[name] = job.version
            self._inputs[name].set_value(_worn(name, self._shown[name]))

    def _line(self, name: str, label: str, props: str = "") -> ValueElement[Any]:
        first = _worn(name, _part(self._first, name)) if self._first else ""
        return self._keep(name, ui.input(label, value=first).props(props))

    def _date(self, name: str, label: str) -> ValueElement[Any]:
        return self._line(name, label, "type=date stack-label")

    def _number(self, name: str, label: str) -> ValueElement[Any]:
        return self._keep(name, ui.number(label, min=0).props("inputmode=decimal"))

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
        element.props(f'outlined dense data-field="{name}"')
        self._inputs[name] = element
        if self._on_leave is not None:
            event = "blur" if isinstance(element, ui.input | ui.number | ui.textarea) else "change"
            self._tell(name, element, event)
        return element

    def _tell(self, name: str, element: ValueElement[Any], event: str) -> None:
        async def left() -> None:
            if self._on_leave is None or not self._is_unsaved(name):
                return
            field = name.split(".")[0]
            try:
                job = await self._on_leave(field, self.values[field], self._seen[name])
            except Invalid as problem:
                self.point_out(problem.fields)
                raise
            self.point_out({})
            self._wear(job, [each for each in self._inputs if _belongs(each, field)])

        if event == "blur":
            element.on("blur", left)
            element.on("keydown.enter", left)
        else:
            element.on_value_change(left)


def _group() -> ui.element:
    return ui.element("div").classes("cv-fields")


HOST_FIRST = re.compile(r"[\w-]+(\.[\w-]+)+([/?#]|$)")
"""A web address as people write it by hand, without its https://."""

NULLS = frozenset({"applied_on"})
"""Fields where an emptied input says something: that the day is not known."""


def _clean(name: str, value: Any) -> Any:
    if isinstance(value, str):
        value = value.strip()
        if name == "salary.currency":
            value = value.upper()
        if name == "url" and HOST_FIRST.match(value):
            value = f"https://{value}"
    if value in ("", None):
        return None if name not in TEXTS else ""
    return list(value) if isinstance(value, list | tuple) else value


TEXTS = frozenset(name for name, field in Details.model_fields.items() if field.default == "") | {
    "posting",
    "notes",
    "company",
    "position",
}


def _part(values: dict[str, Any], name: str) -> Any:
    first, _, second = name.partition(".")
    value = values.get(first)
    return (value or {}).get(second) if second else value


def _worn(name: str, value: Any) -> Any:
    if name == "tags":
        return list(value or [])
    return value if value is not None or name not in TEXTS else ""


def _belongs(key: str, name: str) -> bool:
    return key == name or key.startswith(f"{name}.") or (key == "salary" and name == "salary.min")
