"""The fields of a new job, sent all at once."""

from collections.abc import Callable
from typing import Any

from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement

from components.job_form import TYPED, JobForm, group
from components.job_values import NULLS
from components.resume_choice import ResumeChoice
from services.errors import Invalid
from services.jobs.stages import Stages
from services.record import Record


class NewJobForm(JobForm):
    """Inputs for a job that is not there yet; what was entered before can be put back."""

    def add_standing(self, stages: Stages, today: str) -> None:
        """Add the stage of a new job and, where that tells of an application, the day of it."""
        applied = {stage.id for stage in stages.shown if stage.kind.is_applied}
        with group():
            options = {stage.id: stage.name for stage in stages.shown}
            stage = ui.select(options, label="Stage", value=stages.default.id)
            self._keep("stage", stage)
            day = self._date("applied_on", "Applied on")
            day.set_value(today)
        stage.on_value_change(lambda: day.set_visibility(stage.value in applied))

    def draft(self, kind: type[Record]) -> Any:
        """Return what was entered as such a record, or point out what to correct and raise."""
        hidden = {name for name, element in self._inputs.items() if not element.visible}
        asked = {name: value for name, value in self.values.items() if name not in hidden}
        try:
            return kind.check({k: v for k, v in asked.items() if v is not None or k in NULLS})
        except Invalid as problem:
            self.point_out(problem.fields)
            raise Invalid("Something needs another look.") from None

    def fill(self, values: dict[str, Any]) -> None:
        """Put back what was entered before a reload, as far as it can still be taken."""
        for name, value in values.items():
            element = self._inputs.get(name)
            if element is not None and _can_take(element, value):
                self._inputs[name].set_value(value)

    def on_chosen(self, callback: Callable[[dict[str, Any]], object]) -> None:
        """Call back with all that was chosen rather than typed, whenever some of it changes."""
        chosen = {name: e for name, e in self._inputs.items() if not isinstance(e, TYPED)}
        usual = {name: element.value for name, element in chosen.items()}

        def tell() -> None:
            held = {name: element.value for name, element in chosen.items()}
            callback({name: value for name, value in held.items() if value != usual[name]})

        for element in chosen.values():
            element.on_value_change(tell)

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


def _can_take(element: ValueElement[Any], value: Any) -> bool:
    if isinstance(element, ui.input_chips):
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    if isinstance(element, ui.select) and not isinstance(element, ResumeChoice):
        return isinstance(value, str | int) and value in element.options
    return isinstance(value, str | int | float)
